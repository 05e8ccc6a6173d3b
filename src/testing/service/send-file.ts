import { createHash } from 'node:crypto';
import type { UploadAddress } from '../../domain/sync/media-messages.ts';

type Ask = (
  method: string,
  rest: string,
  body: unknown,
) => Promise<{ status: number; json: unknown; text: string }>;

/** Sends a file to the storage as a device does, in pieces of that length. `ask` asks the project's `assets/…`. */
export async function sendFile(ask: Ask, bytes: Buffer, partBytes = 5 * 1024 * 1024): Promise<string> {
  const sha = (piece: Buffer): string => createHash('sha256').update(piece).digest('hex');
  const pieces: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += partBytes) pieces.push(bytes.subarray(at, at + partBytes));
  const sha256 = sha(bytes);
  const request = { sha256, bytes: bytes.length, mime: 'video/mp4', partBytes, parts: pieces.map(sha) };
  const begun = await ask('POST', 'uploads', request);
  if (begun.status !== 200) throw new Error(begun.text);
  const { missing, upload } = begun.json as {
    missing: (UploadAddress & { number: number })[];
    upload: string | null;
  };
  for (const { number, method, url, headers: named } of missing) {
    const piece = pieces[number - 1] ?? Buffer.alloc(0);
    // fetch says the length itself.
    const { 'content-length': _length, ...headers } = named;
    const taken = await fetch(url, { method, headers, body: new Uint8Array(piece) });
    const receipt = await taken.text();
    if (!taken.ok) throw new Error(receipt);
    if (upload !== null)
      await ask('POST', 'receipts', { sha256, upload, number, bytes: piece.length, receipt });
  }
  const finished = await ask('POST', 'finish', { sha256 });
  if (finished.status !== 200) throw new Error(finished.text);
  return sha256;
}
