import { open, stat } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import type { MediaFlow } from '../../core/ports/media-store.ts';
import { ok, type Result } from '../../domain/kernel/result.ts';
import { DownloadAnswer } from '../../domain/sync/media-messages.ts';
import { openOnce } from '../../net/open-once.ts';
import { retryAfterMs } from '../../net/read-answer.ts';
import { askService } from './service-line.ts';
import { faultOfStatus, storageFaults } from './storage-faults.ts';
import { type MediaLine, storageAddress } from './upload-file.ts';

/** Appends to the partial file what it lacks. What arrived before a cut stays for the next try. */
export async function downloadMedia(
  line: MediaLine,
  path: string,
  partialPath: string,
  flow: MediaFlow,
): Promise<Result<void>> {
  const { signal } = flow;
  const asked = await askService(line, { method: 'GET', path, answer: DownloadAnswer, signal });
  if (!asked.ok) return asked;
  const { url, headers, bytes } = asked.value;
  const address = storageAddress(line, url);
  if (!address.ok) return address;
  const have = await sizeOf(partialPath);
  if (have === bytes) return ok(undefined);
  // Longer than the file: no beginning of it.
  const from = have < bytes ? have : 0;
  const opened = await openOnce({
    method: 'GET',
    url: address.value,
    headers: {
      ...headers,
      'accept-encoding': 'identity',
      ...(from === 0 ? {} : { range: `bytes=${from}-` }),
    },
    toPrivateNetworks: true,
    connectTimeoutMs: line.timeouts.connectMs,
    answerTimeoutMs: line.timeouts.answerMs,
    signal,
  });
  if (opened.kind !== 'opened') return { ok: false, fault: storageFaults.broken(opened.cause.message) };
  // From here on the line may take its time, as long as it is not silent.
  opened.done();
  const { response } = opened;
  const { statusCode: status = 0 } = response;
  const begins = status === 206 ? rangeStart(response) : 0;
  if ((status !== 200 && status !== 206) || (status === 206 && begins !== from)) {
    response.destroy();
    const waitMs = retryAfterMs(response.headers['retry-after'], line.clock.nowMs());
    return { ok: false, fault: faultOfStatus(status, waitMs) };
  }
  const brokenBy = await take(line, response, { partialPath, begins, bytes }, flow);
  return brokenBy === null ? ok(undefined) : { ok: false, fault: storageFaults.broken(brokenBy) };
}

/** Writes the body where it belongs; why it ended early, or null. */
async function take(
  line: MediaLine,
  response: IncomingMessage,
  { partialPath, begins, bytes }: { partialPath: string; begins: number; bytes: number },
  { pace, onBytes, signal }: MediaFlow,
): Promise<string | null> {
  const cut = (): void => void response.destroy(new Error('cut off'));
  signal.addEventListener('abort', cut, { once: true });
  response.socket.setTimeout(line.timeouts.silenceMs, () => response.destroy(new Error('it went silent')));
  try {
    if (signal.aborted) return 'cut off';
    await using file = await open(partialPath, begins === 0 ? 'w' : 'r+');
    let at = begins;
    for await (const chunk of response as AsyncIterable<Buffer>) {
      if (at + chunk.length > bytes) return 'more came than the file has';
      await pace(chunk.length);
      await file.write(chunk, 0, chunk.length, at);
      at += chunk.length;
      onBytes(chunk.length);
    }
    await file.datasync();
    return at === bytes ? null : 'it was cut short';
  } catch (thrown) {
    return thrown instanceof Error ? thrown.message : String(thrown);
  } finally {
    signal.removeEventListener('abort', cut);
    response.destroy();
  }
}

function rangeStart({ headers }: IncomingMessage): number {
  return Number(/^bytes (\d+)-/.exec(headers['content-range'] ?? '')?.[1] ?? Number.NaN);
}

async function sizeOf(path: string): Promise<number> {
  try {
    return (await stat(path)).size;
  } catch {
    return 0; // Nothing has arrived yet.
  }
}
