import { Readable } from 'node:stream';
import { openOnce } from './open-once.ts';

/** Nothing was sent: the request may be made again. */
export class NotSentError extends Error {}
/** The request left, and no answer to it came: it may have been taken. */
export class LostAnswerError extends Error {}

export interface FetchOnceOptions {
  /** The address that is really asked, or a throw for one that may not be. A loopback stand-in is put in here. */
  readonly resolve: (url: URL) => URL;
  readonly beforeFirstByte?: () => void;
  readonly connectTimeoutMs: number;
  readonly answerTimeoutMs: number;
}

/**
 * A `fetch` for vendors' own clients that sends every request at most once, over {@link openOnce}: no kept connections, no
 * repeats, no redirects followed. Bodies are text or bytes. Throws {@link NotSentError} or {@link LostAnswerError}.
 */
export function createFetchOnce(options: FetchOnceOptions): typeof fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    const url = options.resolve(new URL(request.url));
    const body = request.body === null ? undefined : new Uint8Array(await request.arrayBuffer());
    const opened = await openOnce({
      method: request.method as 'GET',
      url,
      headers: Object.fromEntries(request.headers),
      ...(body === undefined ? {} : { body }),
      ...(options.beforeFirstByte === undefined ? {} : { beforeFirstByte: options.beforeFirstByte }),
      connectTimeoutMs: options.connectTimeoutMs,
      answerTimeoutMs: options.answerTimeoutMs,
      signal: request.signal,
    });
    if (opened.kind === 'not-sent') throw new NotSentError(opened.cause.message, { cause: opened.cause });
    if (opened.kind === 'broken') throw new LostAnswerError(opened.cause.message, { cause: opened.cause });
    const { response } = opened;
    response.once('close', opened.done);
    const status = response.statusCode ?? 0;
    const headers = new Headers();
    for (const [name, value] of Object.entries(response.headers)) {
      for (const one of [value ?? []].flat()) headers.append(name, one);
    }
    const bodyless = status === 204 || status === 304;
    if (bodyless) response.resume();
    return new Response(bodyless ? null : (Readable.toWeb(response) as ReadableStream), { status, headers });
  };
}
