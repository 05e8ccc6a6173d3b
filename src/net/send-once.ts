import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { type OneRequest, openOnce } from './open-once.ts';

export interface SingleShotRequest extends OneRequest {
  /** Longest answer that is read; 4 MiB without it. */
  readonly mostBytes?: number;
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

/** Longest answer without `mostBytes`: JSON of a queue, not a result. */
const longestAnswerBytes = 4 * 1024 * 1024;

/** One request, sent at most once, with its whole answer in memory. See {@link openOnce}. */
export async function sendOnce(options: SingleShotRequest): Promise<SingleShotOutcome> {
  const opened = await openOnce(options);
  if (opened.kind !== 'opened') return opened;
  const { response } = opened;
  return new Promise((resolve) => {
    readWhole(response, options.mostBytes ?? longestAnswerBytes, (outcome) => {
      opened.done();
      if (outcome instanceof Error) {
        response.destroy();
        resolve({ kind: 'broken', cause: opened.cutOffBy() ?? outcome });
        return;
      }
      resolve({
        kind: 'answer',
        status: response.statusCode ?? 0,
        headers: response.headers,
        body: outcome,
      });
    });
  });
}

function readWhole(
  response: IncomingMessage,
  mostBytes: number,
  done: (outcome: Buffer | Error) => void,
): void {
  const chunks: Buffer[] = [];
  let bytes = 0;
  response.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes > mostBytes) done(new Error('the answer is too long'));
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
