import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { type Fault, faultOf } from '../../domain/kernel/result.ts';
import { askFal, type FalClient } from './fal-client.ts';
import { falFault, jsonOf, refusalFault, retryAfterMs, troubleFault, unreadableFault } from './fal-faults.ts';
import { putInParts, putWhole } from './put-file.ts';

export type UploadOutcome =
  | { readonly kind: 'uploaded'; readonly url: string }
  | { readonly kind: 'refused'; readonly fault: Fault }
  | { readonly kind: 'later'; readonly fault: Fault; readonly retryAfterMs: number | null };

/** Fal takes larger files in parts only; a picture is far below, a clip of minutes may be above. */
export const largestWholeBytes = 90 * 1024 * 1024;

/**
 * Puts a file into Fal's storage: one keyed call for a place, then the file without the key, whole or in parts. Free of
 * charge, so that it may be done again. (The vendor's client is not used for it: it sends its PUT to whatever address an answer names.)
 */
export async function uploadFile(
  client: FalClient,
  file: { readonly path: string; readonly mime: string },
  signal: AbortSignal,
): Promise<UploadOutcome> {
  const later = (fault: Fault, afterMs: number | null = null): UploadOutcome => ({
    kind: 'later',
    fault,
    retryAfterMs: afterMs,
  });
  let bytes: number;
  try {
    bytes = (await stat(file.path)).size;
  } catch (thrown) {
    return { kind: 'refused', fault: faultOf(thrown, 'library.not-found') };
  }
  const inParts = bytes > largestWholeBytes;
  const asked = await askFal(client, {
    method: 'POST',
    address: `https://rest.fal.ai/storage/upload/${inParts ? 'initiate-multipart' : 'initiate'}?storage_type=fal-cdn-v3`,
    json: { content_type: file.mime, file_name: basename(file.path) },
    signal,
  });
  if (!asked.ok) return { kind: 'refused', fault: asked.fault };
  const answer = asked.value;
  if (answer.kind !== 'answer') return later(troubleFault(answer.cause.message));
  if (answer.status === 429) {
    return later(tooMany(), retryAfterMs(answer.headers, client.clock.nowMs()));
  }
  if (answer.status >= 500) return later(troubleFault(`the upload got HTTP ${answer.status}`));
  if (answer.status >= 400) return { kind: 'refused', fault: refusalFault(answer, 'the upload') };
  const body = jsonOf(answer);
  const uploadUrl = body?.['upload_url'];
  const fileUrl = body?.['file_url'];
  if (typeof uploadUrl !== 'string' || typeof fileUrl !== 'string')
    return later(unreadableFault('the upload'));
  const place = client.addresses.media(uploadUrl);
  if (!place.ok) return { kind: 'refused', fault: place.fault };
  const fault = inParts
    ? await putInParts(client, place.value, { path: file.path, bytes }, signal)
    : await putWhole(client, place.value, { ...file, bytes }, signal);
  return fault === null ? { kind: 'uploaded', url: fileUrl } : later(fault);
}

export function tooMany(): Fault {
  return falFault('provider.rate-limited', 'Fal asked to send fewer requests for now. It is tried again.');
}
