import type { MediaFlow, MediaUpload } from '../../core/ports/media-store.ts';
import { fail, ok, type Result } from '../../domain/kernel/result.ts';
import {
  FinishAnswer,
  longestReceiptChars,
  partBytesFor,
  ReceiptAnswer,
  type UploadAddress,
  UploadAnswer,
} from '../../domain/sync/media-messages.ts';
import { retryAfterMs } from '../../net/read-answer.ts';
import { sendOnce } from '../../net/send-once.ts';
import { askService, type ServiceLine } from './service-line.ts';
import { hashPieces, readPiece } from './split-file.ts';
import { faultOfStatus, storageFaults } from './storage-faults.ts';

export interface MediaLine extends ServiceLine {
  /** Length of the pieces of a file; the protocol's own without it. */
  readonly partBytes?: number;
}

/** Rounds without a piece more, before somebody is told: addresses run out of time, bytes are garbled on the way. */
const mostEmptyRounds = 3;

/** Sends what the storage lacks of a file, until it has it whole. */
export async function uploadFile(
  line: MediaLine,
  base: string,
  { id, path, bytes, mime }: MediaUpload,
  flow: MediaFlow,
): Promise<Result<void>> {
  const { signal } = flow;
  const partBytes = line.partBytes ?? partBytesFor(bytes);
  const ask = { method: 'POST', signal } as const;
  const finish = () =>
    askService(line, { ...ask, path: `${base}/finish`, json: { sha256: id }, answer: FinishAnswer });
  let parts: string[];
  try {
    parts = await hashPieces(path, bytes, partBytes);
  } catch (thrown) {
    return { ok: false, fault: storageFaults.unreadable(String(thrown)) };
  }
  const json = { sha256: id, bytes, mime, partBytes, parts };
  for (let empty = 0, status = 0; empty < mostEmptyRounds; empty++) {
    const begun = await askService(line, { ...ask, path: `${base}/uploads`, json, answer: UploadAnswer });
    if (!begun.ok) return begun;
    if (begun.value.stored) return ok(undefined);
    for (const { number, ...address } of begun.value.missing) {
      const piece = await readPiece(path, bytes, partBytes, number).catch((thrown: unknown) =>
        String(thrown),
      );
      if (typeof piece === 'string') return { ok: false, fault: storageFaults.unreadable(piece) };
      const put = await putPiece(line, address, piece, flow);
      if (!put.ok) return put;
      status = put.value.status;
      // Its time is up, or it came garbled: asked for anew.
      if (status >= 300) break;
      empty = -1;
      const { upload } = begun.value;
      if (upload === null) continue;
      // The storage does not remember it: the service does.
      const receipt = put.value.answer.slice(0, longestReceiptChars);
      const told = await askService(line, {
        ...{ ...ask, path: `${base}/receipts`, answer: ReceiptAnswer },
        json: { sha256: id, upload, number, bytes: piece.length, receipt },
      });
      if (!told.ok) return told;
    }
    const isWhole = begun.value.missing.length === 0 || (parts.length === 1 && status < 300);
    if (isWhole) {
      const finished = await finish();
      if (finished.ok) return ok(undefined);
      if (finished.fault.code !== 'sync.no-media') return finished;
    }
    if (signal.aborted) return { ok: false, fault: storageFaults.broken('cut off') };
  }
  return { ok: false, fault: storageFaults.refused(400) };
}

/** The answer where it was taken or asking for a new address may mend it; a fault where time must. */
async function putPiece(
  line: MediaLine,
  { method, url, headers }: UploadAddress,
  body: Buffer,
  { pace, onBytes, signal }: MediaFlow,
): Promise<Result<{ readonly status: number; readonly answer: string }>> {
  const address = storageAddress(line, url);
  if (!address.ok) return address;
  const sent = await sendOnce({
    method,
    url: address.value,
    headers,
    body,
    flow: { pace, onPiece: onBytes },
    toPrivateNetworks: true,
    connectTimeoutMs: line.timeouts.connectMs,
    answerTimeoutMs: line.timeouts.answerMs,
    signal,
  });
  if (sent.kind !== 'answer') return { ok: false, fault: storageFaults.broken(sent.cause.message) };
  const { status } = sent;
  const isMendable = status < 300 || status === 400 || status === 403 || status === 404;
  if (isMendable) return ok({ status, answer: sent.body.toString('utf8') });
  const waitMs = retryAfterMs(sent.headers['retry-after'], line.clock.nowMs());
  return { ok: false, fault: faultOfStatus(status, waitMs) };
}

/** The address as it is asked: encrypted wherever the service itself is. */
export function storageAddress({ origin }: Pick<MediaLine, 'origin'>, text: string): Result<URL> {
  const url = URL.parse(text);
  const isSafe = url?.protocol === 'https:' || (url?.protocol === 'http:' && origin.protocol === 'http:');
  if (url !== null && isSafe) return ok(url);
  const { code, message } = storageFaults.unsafe();
  return fail(code, message);
}
