import {
  type ClientRequest,
  request as httpRequest,
  type IncomingHttpHeaders,
  type IncomingMessage,
} from 'node:http';
import { request as httpsRequest } from 'node:https';
import { publicLookup } from './public-lookup.ts';

export interface SingleShotRequest {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Uint8Array;
  /** Runs with the connection open and not one byte of the request sent. A throw closes it unsent. */
  readonly beforeFirstByte?: () => void;
  readonly connectTimeoutMs: number;
  /** From the first byte sent to the last byte of the answer. */
  readonly answerTimeoutMs: number;
  readonly signal?: AbortSignal;
}

export type SingleShotOutcome =
  | {
      readonly kind: 'answer';
      readonly status: number;
      readonly headers: IncomingHttpHeaders;
      readonly body: Buffer;
    }
  /** Not one byte of the request left this computer. */
  | { readonly kind: 'not-sent'; readonly cause: Error }
  /** Bytes left, and no whole answer came. */
  | { readonly kind: 'broken'; readonly cause: Error };

const longestAnswerBytes = 4 * 1024 * 1024;

/**
 * One request over one new connection, sent at most once. Node's plain client, because every higher one (fetch
 * included) may send a request again by itself when a kept connection turns out to be closed; and because only here the
 * moment between "connected" and "first byte" can be had.
 */
export function sendOnce(options: SingleShotRequest): Promise<SingleShotOutcome> {
  return new Promise((resolve) => {
    let sent = false;
    const secure = options.url.protocol === 'https:';
    const request: ClientRequest = (secure ? httpsRequest : httpRequest)(options.url, {
      method: options.method,
      headers: {
        ...options.headers,
        ...(options.body === undefined ? {} : { 'content-length': String(options.body.byteLength) }),
        connection: 'close',
      },
      agent: false,
      ...(secure ? { lookup: publicLookup } : {}),
    });
    let timer = setTimeout(() => {
      request.destroy(new Error(`no connection within ${options.connectTimeoutMs / 1000} s`));
    }, options.connectTimeoutMs);

    const settle = (outcome: SingleShotOutcome): void => {
      clearTimeout(timer);
      options.signal?.removeEventListener('abort', abort);
      resolve(outcome);
    };
    const fault = (cause: Error): void => settle({ kind: sent ? 'broken' : 'not-sent', cause });
    const abort = (): void => void request.destroy(new Error('cut off'));
    if (options.signal?.aborted) abort();
    options.signal?.addEventListener('abort', abort, { once: true });

    const send = (): void => {
      try {
        options.beforeFirstByte?.();
      } catch (thrown) {
        request.destroy(thrown instanceof Error ? thrown : new Error(String(thrown)));
        return;
      }
      sent = true;
      clearTimeout(timer);
      timer = setTimeout(() => {
        request.destroy(new Error(`no answer within ${options.answerTimeoutMs / 1000} s`));
      }, options.answerTimeoutMs);
      request.end(options.body);
    };
    // Headers wait for the first write, and the first write waits for this.
    request.on('socket', (socket) => {
      if (!socket.connecting && !secure) send();
      else socket.once(secure ? 'secureConnect' : 'connect', send);
    });
    request.on('error', fault);
    request.on('close', () => fault(new Error('the connection was closed')));
    request.on('response', (response) => {
      readWhole(response, (outcome) => {
        if (outcome instanceof Error) {
          request.destroy();
          fault(outcome);
        } else {
          settle({
            kind: 'answer',
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: outcome,
          });
        }
      });
    });
  });
}

function readWhole(response: IncomingMessage, done: (outcome: Buffer | Error) => void): void {
  const chunks: Buffer[] = [];
  let bytes = 0;
  response.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes > longestAnswerBytes) done(new Error('the answer is too long'));
    else chunks.push(chunk);
  });
  response.on('error', done);
  response.on('end', () => {
    done(response.complete ? Buffer.concat(chunks) : new Error('the answer was cut off'));
  });
  response.on('close', () => {
    if (!response.complete) done(new Error('the answer was cut off'));
  });
}
