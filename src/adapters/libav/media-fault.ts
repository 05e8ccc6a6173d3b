import { basename } from 'node:path';
import { FFmpegError } from 'node-av/lib';
import { type Fault, FaultError } from '../../domain/kernel/result.ts';

export function unsupportedMedia(path: string, why: string): Fault {
  const message = `${basename(path)} was not read: ${why}. Reelwright reads MP4, MOV, WebM, Matroska, AVI, MPEG-TS, PNG, JPEG, WebP, GIF, WAV, MP3, FLAC, Ogg and AAC files. Nothing was changed.`;
  return { code: 'media.unsupported', message, detail: { path } };
}

export function tooLargePicture(path: string, width: number, height: number, maxPixels: number): Fault {
  const message = `${basename(path)} was not read: its picture of ${width} × ${height} is larger than the ${maxPixels / 1_000_000} million pixels that are taken here. Nothing was changed. Make it smaller first.`;
  return { code: 'media.unsupported', message, detail: { path } };
}

export function damagedMedia(path: string, words: string): Fault {
  const message = `${basename(path)} is damaged or incomplete: ${words}. The file was left as it is; replace it by a good copy.`;
  return { code: 'media.damaged', message, detail: { path, words } };
}

/** Throws `media.damaged` for a negative return value of a reading step; hands other values through. */
export function checkRead(code: number, path: string, step: string): number {
  if (code < 0) throw new FaultError(damagedMedia(path, `${FFmpegError.strerror(code)} while ${step}`));
  return code;
}
