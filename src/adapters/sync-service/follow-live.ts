import type { IncomingMessage } from 'node:http';
import { ok, type Result } from '../../domain/kernel/result.ts';
import { LiveEvent } from '../../domain/sync/sync-messages.ts';
import { openOnce } from '../../net/open-once.ts';
import { jsonOf } from '../../net/read-answer.ts';
import { createEventStreamReader } from './read-event-stream.ts';
import { brokenLine, headersOf, type ServiceLine, withToken } from './service-line.ts';
import { faultOfAnswer, lineFaults } from './sync-faults.ts';

/** Listens to `GET /api/live` until it ends, breaks, is silent for too long or `signal` aborts. */
export function followLive(
  line: ServiceLine,
  lastEventId: string | null,
  onEvent: (event: LiveEvent, id: string) => void,
  signal: AbortSignal,
): Promise<Result<void>> {
  return withToken(line, async (token) => {
    const opened = await openOnce({
      method: 'GET',
      url: new URL('/api/live', line.origin),
      headers: {
        ...headersOf(token),
        accept: 'text/event-stream',
        ...(lastEventId === null ? {} : { 'last-event-id': lastEventId }),
      },
      toPrivateNetworks: true,
      connectTimeoutMs: line.timeouts.connectMs,
      answerTimeoutMs: line.timeouts.answerMs,
      signal,
    });
    if (opened.kind !== 'opened') return { ok: false, fault: brokenLine(opened) };
    // From here on silence is what ends it, not the time that it takes.
    opened.done();
    const { response } = opened;
    const status = response.statusCode ?? 0;
    const isStream = response.headers['content-type']?.startsWith('text/event-stream') === true;
    if (status !== 200 || !isStream) {
      const body = await readSome(response, line.timeouts.silenceMs);
      const { 'retry-after': retryAfter } = response.headers;
      return { ok: false, fault: faultOfAnswer(status, jsonOf(body), retryAfter, line.clock.nowMs()) };
    }
    return readStream(response, line.timeouts.silenceMs, onEvent, signal);
  });
}

function readStream(
  response: IncomingMessage,
  silenceMs: number,
  onEvent: (event: LiveEvent, id: string) => void,
  signal: AbortSignal,
): Promise<Result<void>> {
  return new Promise((resolve) => {
    const read = createEventStreamReader(({ event, data, id }) => {
      if (event !== 'project' && event !== 'comments') return;
      const said = LiveEvent.safeParse(jsonOf(Buffer.from(data)));
      if (said.success) onEvent(said.data, id ?? '');
    });
    const end = (outcome: Result<void>): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', stop);
      response.destroy();
      resolve(outcome);
    };
    const broke = (why: string): void => end({ ok: false, fault: lineFaults.broken(why) });
    const quiet = (): void => broke(`nothing was heard for ${silenceMs / 1000} s`);
    const stop = (): void => end(ok(undefined));
    let timer = setTimeout(quiet, silenceMs);
    signal.addEventListener('abort', stop, { once: true });
    if (signal.aborted) stop();
    response.setEncoding('utf8');
    response.on('data', (piece: string) => {
      clearTimeout(timer);
      timer = setTimeout(quiet, silenceMs);
      try {
        read(piece);
      } catch (thrown) {
        broke(thrown instanceof Error ? thrown.message : String(thrown));
      }
    });
    response.on('error', (error) => broke(error.message));
    response.on('close', () => broke('the stream ended'));
  });
}

/** The first kilobytes of an answer that is no stream; what it says in them is enough. */
function readSome(response: IncomingMessage, mostMs: number): Promise<Buffer> {
  return new Promise((resolve) => {
    const pieces: Buffer[] = [];
    let bytes = 0;
    const done = (): void => {
      clearTimeout(timer);
      response.destroy();
      resolve(Buffer.concat(pieces));
    };
    const timer = setTimeout(done, mostMs);
    response.on('data', (piece: Buffer) => {
      pieces.push(piece);
      bytes += piece.length;
      if (bytes > 64 * 1024) done();
    });
    for (const event of ['end', 'error', 'close']) response.on(event, done);
  });
}
