import type { GenerationRequest } from '../../domain/jobs/generation-request.ts';

export interface ResultType {
  readonly mime: string;
  readonly extension: string;
  readonly kind: GenerationRequest['kind'];
}

/** The type of a file by its first bytes, among those that models give; null for anything else, whatever its name says. */
export function sniffResult(head: Buffer): ResultType | null {
  const ascii = (start: number, end: number): string => head.toString('latin1', start, end);
  if (ascii(0, 8) === '\x89PNG\r\n\x1a\n') return { mime: 'image/png', extension: 'png', kind: 'still' };
  if (head[0] === 0xff && head[1] === 0xd8 && head[2] === 0xff) {
    return { mime: 'image/jpeg', extension: 'jpg', kind: 'still' };
  }
  if (ascii(0, 4) === 'RIFF' && ascii(8, 12) === 'WEBP') {
    return { mime: 'image/webp', extension: 'webp', kind: 'still' };
  }
  if (ascii(4, 8) === 'ftyp') {
    const brand = ascii(8, 12);
    if (brand === 'avif' || brand === 'heic' || brand === 'mif1') return null;
    return brand === 'qt  '
      ? { mime: 'video/quicktime', extension: 'mov', kind: 'clip' }
      : { mime: 'video/mp4', extension: 'mp4', kind: 'clip' };
  }
  if (head.readUInt32BE(0) === 0x1a45dfa3) return { mime: 'video/webm', extension: 'webm', kind: 'clip' };
  return null;
}
