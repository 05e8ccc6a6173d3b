import { ok, type Result } from '../../domain/kernel/result.ts';
import { openOnce } from '../../net/open-once.ts';
import { jsonOf } from '../../net/read-answer.ts';
import { brokenLine, headersOf, type ServiceLine, withToken } from './service-line.ts';
import { faultOfAnswer, lineFaults } from './sync-faults.ts';

/** An export of many projects takes as long as it takes; what never ends by itself is ended then. */
const longestMs = 60 * 60_000;
const mostRefusalBytes = 64 * 1024;

/**
 * `GET /api/account/export`: hands each piece on as it comes, and waits until it is taken. Whether the last line is there is
 * for whoever reads the lines.
 */
export async function streamAccount(
  line: ServiceLine,
  take: (piece: Uint8Array) => Promise<void>,
  signal: AbortSignal,
): Promise<Result<void>> {
  return withToken(line, async (token) => {
    const opened = await openOnce({
      method: 'GET',
      url: new URL('/api/account/export', line.origin),
      headers: { ...headersOf(token), accept: 'application/x-ndjson' },
      toPrivateNetworks: true,
      connectTimeoutMs: line.timeouts.connectMs,
      answerTimeoutMs: longestMs,
      signal,
    });
    if (opened.kind !== 'opened') return { ok: false, fault: brokenLine(opened) };
    const { response } = opened;
    try {
      const status = response.statusCode ?? 0;
      if (status !== 200) {
        const words: Buffer[] = [];
        let bytes = 0;
        for await (const piece of response as AsyncIterable<Buffer>) {
          bytes += piece.length;
          if (bytes > mostRefusalBytes) break;
          words.push(piece);
        }
        const wait = response.headers['retry-after'];
        const json = jsonOf(Buffer.concat(words));
        return { ok: false, fault: faultOfAnswer(status, json, wait, line.clock.nowMs()) };
      }
      for await (const piece of response as AsyncIterable<Buffer>) await take(piece);
      return ok(undefined);
    } catch (thrown) {
      const cause = opened.cutOffBy() ?? (thrown instanceof Error ? thrown : new Error(String(thrown)));
      return { ok: false, fault: lineFaults.broken(cause.message) };
    } finally {
      opened.done();
      response.destroy();
    }
  });
}
