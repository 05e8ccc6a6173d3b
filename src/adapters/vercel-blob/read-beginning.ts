import { storageAsleep, storageRefused } from '../../cloud/ports/storage-faults.ts';
import { ok, type Result } from '../../domain/kernel/result.ts';
import { openOnce } from '../../net/open-once.ts';
import { type BlobOptions, commonHeaders } from './blob-line.ts';

/** The first bytes of a blob, whether the store keeps to the range or not; null where there is none. */
export async function readBeginning(
  options: BlobOptions,
  url: string,
  bytes: number,
): Promise<Result<Uint8Array | null>> {
  const { settings } = options;
  const opened = await openOnce({
    method: 'GET',
    url: new URL(url),
    headers: { ...commonHeaders(settings, settings.token), range: `bytes=0-${bytes - 1}` },
    toPrivateNetworks: true,
    connectTimeoutMs: options.connectTimeoutMs,
    answerTimeoutMs: options.answerTimeoutMs,
  });
  if (opened.kind !== 'opened') return storageAsleep(opened.cause.message, null);
  const { response } = opened;
  const status = response.statusCode ?? 0;
  try {
    if (status === 404) return ok(null);
    if (status === 429 || status >= 500) return storageAsleep(String(status), null);
    if (status !== 200 && status !== 206) return storageRefused(String(status));
    const pieces: Buffer[] = [];
    let come = 0;
    for await (const piece of response as AsyncIterable<Buffer>) {
      pieces.push(piece);
      come += piece.length;
      if (come >= bytes) break;
    }
    return ok(Buffer.concat(pieces).subarray(0, bytes));
  } catch (thrown) {
    return storageAsleep(thrown instanceof Error ? thrown.message : String(thrown), null);
  } finally {
    opened.done();
    response.destroy();
  }
}
