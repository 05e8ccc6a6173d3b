import { type ClientRequest, request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { publicLookup } from './public-lookup.ts';
import { writePaced } from './write-paced.ts';

export interface OneRequest {
  readonly method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'DELETE';
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Uint8Array;
  /** Runs with the connection open and not one byte of the request sent. A throw closes it unsent. */
  readonly beforeFirstByte?: () => void;
  readonly connectTimeoutMs: number;
  /** From the first byte sent to the last byte of the answer. */
  readonly answerTimeoutMs: number;
  readonly signal?: AbortSignal;
  /** For an address that whoever runs this computer set, and no answer of anybody names: it may be in a private network. */
  readonly toPrivateNetworks?: boolean;
  /** Sends the body piece by piece: `pace` says when, `onPiece` is told; the answer's time counts from the last of them. */
  readonly flow?: {
    readonly pace: (bytes: number) => Promise<void>;
    readonly onPiece: (bytes: number) => void;
  };
}

export type OpenOutcome =
  | {
      readonly kind: 'opened';
      readonly response: IncomingMessage;
      /** To be called once the answer is read: takes the clock and the signal off the line. */
      readonly done: () => void;
      /** Why we cut the line ourselves: the time was up, or the signal; null while we did not. */
      readonly cutOffBy: () => Error | null;
    }
  /** Not one byte of the request left this computer. */
  | { readonly kind: 'not-sent'; readonly cause: Error }
  /** Bytes left, and no answer came. */
  | { readonly kind: 'broken'; readonly cause: Error };

/**
 * One request over one new connection, sent at most once, up to the head of its answer. Node's plain client, because every
 * higher one (fetch included) may send a request again by itself when a kept connection turns out to be closed; and
 * because only here the moment between "connected" and "first byte" can be had.
 */
export function openOnce(options: OneRequest): Promise<OpenOutcome> {
  return new Promise((resolve) => {
    let sent = false;
    let cutOff: Error | null = null;
    const secure = options.url.protocol === 'https:';
    const request: ClientRequest = (secure ? httpsRequest : httpRequest)(options.url, {
      method: options.method,
      headers: {
        ...options.headers,
        ...(options.body === undefined ? {} : { 'content-length': String(options.body.byteLength) }),
        connection: 'close',
      },
      agent: false,
      ...(secure && options.toPrivateNetworks !== true ? { lookup: publicLookup } : {}),
    });
    const cut = (words: string): void => {
      cutOff ??= new Error(words);
      request.destroy(cutOff);
    };
    let timer = setTimeout(
      () => cut(`no connection within ${options.connectTimeoutMs / 1000} s`),
      options.connectTimeoutMs,
    );
    const done = (): void => {
      clearTimeout(timer);
      options.signal?.removeEventListener('abort', abort);
    };
    const fault = (cause: Error): void => {
      done();
      resolve({ kind: sent ? 'broken' : 'not-sent', cause });
    };
    const abort = (): void => cut('cut off');
    if (options.signal?.aborted) abort();
    options.signal?.addEventListener('abort', abort, { once: true });

    const countAnswer = (): void => {
      clearTimeout(timer);
      timer = setTimeout(
        () => cut(`no answer within ${options.answerTimeoutMs / 1000} s`),
        options.answerTimeoutMs,
      );
    };
    const send = (): void => {
      try {
        options.beforeFirstByte?.();
      } catch (thrown) {
        request.destroy(thrown instanceof Error ? thrown : new Error(String(thrown)));
        return;
      }
      sent = true;
      countAnswer();
      const { body, flow } = options;
      if (body === undefined || flow === undefined) {
        request.end(body);
        return;
      }
      const onPiece = (bytes: number): void => {
        if (!request.destroyed) countAnswer();
        flow.onPiece(bytes);
      };
      void writePaced(request, body, flow.pace, onPiece).catch((thrown: unknown) =>
        cut(thrown instanceof Error ? thrown.message : String(thrown)),
      );
    };
    // Headers wait for the first write, and the first write waits for this.
    request.on('socket', (socket) => {
      if (!socket.connecting && !secure) send();
      else socket.once(secure ? 'secureConnect' : 'connect', send);
    });
    // After the head of the answer has come these change nothing any more: the answer itself breaks.
    request.on('error', fault);
    request.on('close', () => fault(new Error('the connection was closed')));
    request.on('response', (response) => {
      resolve({ kind: 'opened', response, done, cutOffBy: () => cutOff });
    });
  });
}
