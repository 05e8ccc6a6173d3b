import { constants } from 'node:os';
import { FFmpegError } from 'node-av/lib';
import { type Fault, FaultError } from '../../domain/kernel/result.ts';

const { ENOSPC, EDQUOT, EFBIG, EACCES, EPERM, EROFS, ENOENT, ENOTDIR, EISDIR } = constants.errno;

/** Codes of FFmpeg that are a system's errno, negated, which is what AVERROR() makes of them on every platform. */
const diskFull = new Set([-ENOSPC, -EDQUOT, -EFBIG]);
const notWritable = new Set([-EACCES, -EPERM, -EROFS]);
const noSuchFolder = new Set([-ENOENT, -ENOTDIR, -EISDIR]);

/** What a failed step of writing `path` means to a person. */
export function writeFault(code: number, path: string, step: string): Fault {
  const detail = { path, step, averror: code, words: FFmpegError.strerror(code) };
  if (diskFull.has(code)) {
    const message = `The disk is full: ${path} could not be written. The unfinished file was removed; free some space and try again.`;
    return { code: 'disk.full', message, detail };
  }
  if (notWritable.has(code)) {
    const message = `${path} cannot be written: permission is missing or the disk is read-only. Nothing was changed; choose another folder.`;
    return { code: 'disk.not-writable', message, detail };
  }
  if (noSuchFolder.has(code)) {
    const message = `${path} cannot be written: its folder does not exist. Nothing was changed; create the folder or choose another.`;
    return { code: 'disk.no-such-folder', message, detail };
  }
  const message = `Writing ${path} failed while ${step} (${detail.words}). The unfinished file was removed.`;
  return { code: 'media.write-failed', message, detail };
}

/** Throws the {@link writeFault} of a negative return value; hands other values through. */
export function checkWrite(code: number, path: string, step: string): number {
  if (code < 0) throw new FaultError(writeFault(code, path, step));
  return code;
}
