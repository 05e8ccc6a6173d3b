/** What a file is by its first bytes: the demuxer that may open it, and the names it goes by. */
export interface SniffedMedia {
  /** FFmpeg's name of the one demuxer that is allowed to read it. */
  readonly demuxer:
    | 'mov'
    | 'matroska'
    | 'avi'
    | 'mpegts'
    | 'png_pipe'
    | 'jpeg_pipe'
    | 'webp_pipe'
    | 'gif'
    | 'wav'
    | 'mp3'
    | 'flac'
    | 'ogg'
    | 'aac';
  readonly mime: string;
  readonly extension: string;
}

/** Bytes that {@link sniffMedia} needs; fewer are fine when the file is shorter. */
export const sniffBytes = 4096;

const movBoxes = new Set(['moov', 'mdat', 'wide', 'free', 'skip', 'pnot']);
const heifBrands = new Set(['avif', 'avis', 'heic', 'heix', 'hevc', 'hevx', 'mif1', 'msf1']);

/**
 * Recognises media by content, never by name. Only formats that carry their media within themselves are known here:
 * playlists, concat scripts and everything else that names other files give null, as does text under any name.
 */
export function sniffMedia(head: Uint8Array): SniffedMedia | null {
  const ascii = (start: number, length: number): string =>
    String.fromCharCode(...head.subarray(start, start + length));
  const starts = (...bytes: number[]): boolean => bytes.every((byte, i) => head[i] === byte);

  if (ascii(4, 4) === 'ftyp') return sniffFtyp(ascii(8, 4));
  if (starts(0x1a, 0x45, 0xdf, 0xa3)) {
    return ascii(0, 64).includes('webm')
      ? { demuxer: 'matroska', mime: 'video/webm', extension: 'webm' }
      : { demuxer: 'matroska', mime: 'video/x-matroska', extension: 'mkv' };
  }
  if (ascii(0, 4) === 'RIFF' || ascii(0, 4) === 'RF64') return sniffRiff(ascii(8, 4));
  if (starts(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a))
    return { demuxer: 'png_pipe', mime: 'image/png', extension: 'png' };
  if (starts(0xff, 0xd8, 0xff)) return { demuxer: 'jpeg_pipe', mime: 'image/jpeg', extension: 'jpg' };
  if (ascii(0, 6) === 'GIF87a' || ascii(0, 6) === 'GIF89a')
    return { demuxer: 'gif', mime: 'image/gif', extension: 'gif' };
  if (ascii(0, 4) === 'fLaC') return { demuxer: 'flac', mime: 'audio/flac', extension: 'flac' };
  if (ascii(0, 4) === 'OggS') return { demuxer: 'ogg', mime: 'audio/ogg', extension: 'ogg' };
  if (ascii(0, 3) === 'ID3') return { demuxer: 'mp3', mime: 'audio/mpeg', extension: 'mp3' };
  if (isTransportStream(head)) return { demuxer: 'mpegts', mime: 'video/mp2t', extension: 'ts' };
  if (movBoxes.has(ascii(4, 4))) return { demuxer: 'mov', mime: 'video/quicktime', extension: 'mov' };
  return sniffMpegAudio(head);
}

function sniffFtyp(brand: string): SniffedMedia | null {
  if (heifBrands.has(brand)) return null;
  if (brand === 'qt  ') return { demuxer: 'mov', mime: 'video/quicktime', extension: 'mov' };
  if (brand === 'M4A ' || brand === 'M4B ') return { demuxer: 'mov', mime: 'audio/mp4', extension: 'm4a' };
  return { demuxer: 'mov', mime: 'video/mp4', extension: 'mp4' };
}

function sniffRiff(form: string): SniffedMedia | null {
  switch (form) {
    case 'WAVE':
      return { demuxer: 'wav', mime: 'audio/wav', extension: 'wav' };
    case 'AVI ':
      return { demuxer: 'avi', mime: 'video/x-msvideo', extension: 'avi' };
    case 'WEBP':
      return { demuxer: 'webp_pipe', mime: 'image/webp', extension: 'webp' };
    default:
      return null;
  }
}

function isTransportStream(head: Uint8Array): boolean {
  return head.length >= 188 * 3 && head[0] === 0x47 && head[188] === 0x47 && head[376] === 0x47;
}

/** A frame header of MPEG audio (ISO 11172-3, 2.4.1.3) or ADTS (ISO 13818-7, 6.2): 11 or 12 sync bits, then fields with forbidden values. */
function sniffMpegAudio(head: Uint8Array): SniffedMedia | null {
  const [first = 0, second = 0, third = 0] = head;
  if (first !== 0xff || (second & 0xe0) !== 0xe0) return null;
  const layer = (second >> 1) & 3;
  if ((second & 0xf6) === 0xf0) {
    const rateIndex = (third >> 2) & 15;
    return rateIndex < 13 ? { demuxer: 'aac', mime: 'audio/aac', extension: 'aac' } : null;
  }
  const version = (second >> 3) & 3;
  const bitRate = third >> 4;
  const rate = (third >> 2) & 3;
  if (version === 1 || layer !== 1 || bitRate === 0 || bitRate === 15 || rate === 3) return null;
  return { demuxer: 'mp3', mime: 'audio/mpeg', extension: 'mp3' };
}
