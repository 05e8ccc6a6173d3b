import { type Fault, FaultError, fail } from '../../domain/kernel/result.ts';

const full = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);
const refused = new Set(['EACCES', 'EPERM', 'EROFS']);

/** What an error of the file system means for the library in `folder`. A fault that is one already stays as it is. */
export function storeFailure(thrown: unknown, folder: string): Fault {
  if (thrown instanceof FaultError) return thrown.fault;
  const { code = '', message } = errorOf(thrown);
  if (full.has(code)) return diskFull(folder);
  if (refused.has(code)) {
    return {
      code: 'library.not-writable',
      message: `The media library in ${folder} cannot be written: permission is missing or the disk is read-only. Everything stored before is kept; make the folder writable or choose another with --home.`,
      detail: { folder, code },
    };
  }
  return {
    code: 'library.not-stored',
    message: `A file could not be stored in the media library in ${folder} (${message}). Everything stored before is kept; try again.`,
    detail: { folder, code },
  };
}

export function diskFull(folder: string): Fault {
  return {
    code: 'library.disk-full',
    message: `The disk that holds the media library in ${folder} is full. Everything stored before is kept and no partial file was left; free some space and try again.`,
    detail: { folder },
  };
}

/** What an error while reading the file that somebody brought means. */
export function sourceFailure(thrown: unknown, path: string): Fault {
  const { code = '', message } = errorOf(thrown);
  const why =
    code === 'ENOENT' ? 'there is no such file' : code === 'EACCES' ? 'it may not be read' : message;
  return {
    code: 'library.source-unreadable',
    message: `${path} could not be taken into the library: ${why}. Nothing was changed.`,
    detail: { path, code },
  };
}

export function notFound(what: string): ReturnType<typeof fail> {
  return fail(
    'library.not-found',
    `${what} is not in the media library. The clips that use it are kept; import the file again, or generate the shot again.`,
  );
}

/** A file that was brought in another's place. */
export function anotherFile(fileName: string, name: string): ReturnType<typeof fail> {
  return fail(
    'library.another-file',
    `${fileName} is another file than ${name} was: its bytes differ. Nothing was changed; it can be used as a take of its own.`,
  );
}

/** A file whose size is not what it was: half of it is as good as none. */
export function cutShort(what: string): ReturnType<typeof fail> {
  return fail(
    'library.damaged',
    `${what} is not as long as when it was stored. It was left as it is and the clips that use it are kept; import the file again, or generate the shot again.`,
  );
}

/** A file whose bytes are not what they were. */
export function damaged(what: string): ReturnType<typeof fail> {
  return fail(
    'library.damaged',
    `${what} has changed since it was stored, or the disk is failing. It was left as it is and the clips that use it are kept; import the file again, or generate the shot again.`,
  );
}

function errorOf(thrown: unknown): { code?: string; message: string } {
  if (!(thrown instanceof Error)) return { message: String(thrown) };
  const { code } = thrown as NodeJS.ErrnoException;
  return code === undefined ? { message: thrown.message } : { code, message: thrown.message };
}
