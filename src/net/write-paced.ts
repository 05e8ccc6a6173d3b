import { once } from 'node:events';
import type { ClientRequest } from 'node:http';

/** Small enough for an even flow at any limit, large enough to cost nothing without one. */
const pieceBytes = 64 * 1024;

/** Writes a body piece by piece, each when `pace` allows it and the line has taken the one before. Ends early where the line does. */
export async function writePaced(
  request: ClientRequest,
  body: Uint8Array,
  pace: (bytes: number) => Promise<void>,
  onPiece: (bytes: number) => void,
): Promise<void> {
  for (let at = 0; at < body.length; at += pieceBytes) {
    const piece = body.subarray(at, at + pieceBytes);
    await pace(piece.length);
    if (request.destroyed) return;
    if (!request.write(piece)) await Promise.race([once(request, 'drain'), once(request, 'close')]);
    if (request.destroyed) return;
    onPiece(piece.length);
  }
  request.end();
}
