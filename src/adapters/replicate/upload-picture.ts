import { readFile } from 'node:fs/promises';
import { type Fault, faultOf } from '../../domain/kernel/result.ts';
import { isRecord, jsonOf, textOf } from '../../net/read-answer.ts';
import { askReplicate, type ReplicateAccess, say } from './replicate-client.ts';
import { refusalFault, waitOf } from './replicate-faults.ts';

export type UploadOutcome =
  | { readonly kind: 'uploaded'; readonly url: string }
  | { readonly kind: 'refused'; readonly fault: Fault }
  | { readonly kind: 'later'; readonly fault: Fault; readonly retryAfterMs: number | null };

/** Puts a picture into Replicate's own storage, where it stays for a day. Free of charge, so that it may be done again. */
export async function uploadPicture(
  access: ReplicateAccess,
  file: { readonly path: string; readonly mime: string },
  signal: AbortSignal,
): Promise<UploadOutcome> {
  let bytes: Buffer;
  try {
    bytes = await readFile(file.path);
  } catch (thrown) {
    return { kind: 'refused', fault: faultOf(thrown, 'library.not-found') };
  }
  const form = new FormData();
  const name = `picture.${file.mime.replace(/^image\//, '')}`;
  form.append('content', new Blob([new Uint8Array(bytes)], { type: file.mime }), name);
  const written = new Request('https://api.replicate.com', { method: 'POST', body: form });
  const type = written.headers.get('content-type') ?? 'multipart/form-data';
  const asked = await askReplicate(access, {
    method: 'POST',
    path: '/v1/files',
    body: { bytes: new Uint8Array(await written.arrayBuffer()), type },
    answerTimeoutMs: access.timeouts.submitMs,
    signal,
  });
  if (!asked.ok) return { kind: 'refused', fault: asked.fault };
  const answer = asked.value;
  const later = (fault: Fault, retryAfterMs: number | null = null): UploadOutcome => ({
    kind: 'later',
    fault,
    retryAfterMs,
  });
  if (answer.kind !== 'answer') return later(say.notReached(answer.cause.message));
  if (answer.status === 429) return later(say.rateLimited(), waitOf(answer, access.clock.nowMs()));
  if (answer.status >= 500) return later(say.notReached(`HTTP ${answer.status}`));
  if (answer.status >= 400) return { kind: 'refused', fault: refusalFault(answer) };
  const urls = jsonOf(answer.body)?.['urls'];
  const url = isRecord(urls) ? textOf(urls['get']) : null;
  return url === null ? later(say.unreadable()) : { kind: 'uploaded', url };
}
