import { uploadNameHeader, uploadsAddress } from './media-addresses.ts';

/** Sends a file's bytes to the studio; answers with the id that calls take. Throws an Error that says what to do. */
export async function uploadFile(file: File, signal?: AbortSignal): Promise<string> {
  const response = await fetch(uploadsAddress, {
    method: 'POST',
    body: file,
    headers: { [uploadNameHeader]: encodeURIComponent(file.name) },
    ...(signal === undefined ? {} : { signal }),
  });
  if (!response.ok) {
    throw new Error(`"${file.name}" could not be sent to the studio (${response.status}). Try again.`);
  }
  const answer: unknown = await response.json();
  if (typeof answer === 'object' && answer !== null && 'uploadId' in answer) return String(answer.uploadId);
  throw new Error(`The studio did not take "${file.name}". Try again.`);
}
