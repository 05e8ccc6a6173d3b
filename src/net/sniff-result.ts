/** What a result is, as far as its first bytes tell. */
export type ResultMedium = 'image' | 'video' | 'audio';

export interface ResultType {
  readonly mime: string;
  readonly extension: string;
  readonly medium: ResultMedium;
}

/** The type of a file by its first 16 bytes, among those that models give; null for anything else, whatever its name says. */
export function sniffResult(head: Buffer): ResultType | null {
  const ascii = (start: number, end: number): string => head.toString('latin1', start, end);
  const type = (mime: string, extension: string): ResultType => ({
    mime,
    extension,
    medium: mime.startsWith('image/') ? 'image' : mime.startsWith('audio/') ? 'audio' : 'video',
  });
  if (ascii(0, 8) === '\x89PNG\r\n\x1a\n') return type('image/png', 'png');
  if (head[0] === 0xff && head[1] === 0xd8 && head[2] === 0xff) return type('image/jpeg', 'jpg');
  if (ascii(0, 4) === 'RIFF' && ascii(8, 12) === 'WEBP') return type('image/webp', 'webp');
  if (ascii(0, 4) === 'RIFF' && ascii(8, 12) === 'WAVE') return type('audio/wav', 'wav');
  if (ascii(0, 4) === 'fLaC') return type('audio/flac', 'flac');
  if (ascii(0, 4) === 'OggS') return type('audio/ogg', 'ogg');
  if (ascii(0, 3) === 'ID3') return type('audio/mpeg', 'mp3');
  if (ascii(4, 8) === 'ftyp') {
    const brand = ascii(8, 12);
    if (brand === 'avif' || brand === 'heic' || brand === 'mif1') return null;
    if (brand === 'M4A ' || brand === 'M4B ') return type('audio/mp4', 'm4a');
    return brand === 'qt  ' ? type('video/quicktime', 'mov') : type('video/mp4', 'mp4');
  }
  if (head.length >= 4 && head.readUInt32BE(0) === 0x1a45dfa3) return type('video/webm', 'webm');
  // An MPEG audio frame without a tag before it; ADTS has the layer bits at 0.
  if (head[0] === 0xff && ((head[1] ?? 0) & 0xe0) === 0xe0) {
    return ((head[1] ?? 0) & 0x06) === 0 ? type('audio/aac', 'aac') : type('audio/mpeg', 'mp3');
  }
  return null;
}
