import { constants } from 'node:fs';
import { access, lstat, realpath, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { fail, ok, type Result } from '../../../domain/kernel/result.ts';

/** Where a film goes: its final name and folder, with links in the folder's path resolved. */
export interface ExportTarget {
  readonly path: string;
  readonly folder: string;
  readonly name: string;
}

/**
 * Checks, before any work is done, that a film can be written to `path`. `sources` are the media that it reads: none
 * of them may be replaced by it.
 */
export async function checkTarget(path: string, sources: readonly string[]): Promise<Result<ExportTarget>> {
  const absolute = resolve(path);
  const name = basename(absolute);
  let folder: string;
  try {
    folder = await realpath(dirname(absolute));
    if (!(await stat(folder)).isDirectory()) return noFolder(absolute);
  } catch {
    return noFolder(absolute);
  }
  const target = { path: join(folder, name), folder, name };
  const there = await lstat(target.path).catch(() => null);
  if (there?.isDirectory() === true) {
    return fail(
      'export.target-is-folder',
      `${absolute} is a folder; a film needs the name of a file in it, such as ${join(absolute, 'film.mp4')}. Nothing was changed.`,
    );
  }
  if (there !== null && !there.isFile() && !there.isSymbolicLink()) {
    return fail(
      'export.target-is-no-file',
      `${absolute} is a device or another special file. Nothing was changed; choose another name.`,
    );
  }
  const real = await realpath(target.path).catch(() => target.path);
  for (const source of sources) {
    if ((await realpath(source).catch(() => source)) !== real) continue;
    return fail(
      'export.target-is-source',
      `${absolute} is one of the media that the film is made of and was left as it is. Choose another name.`,
    );
  }
  try {
    await access(folder, constants.W_OK);
  } catch {
    return fail(
      'export.not-writable',
      `Nothing can be written into ${folder}: permission is missing or the disk is read-only. Nothing was changed; choose another folder.`,
      { folder },
    );
  }
  return ok(target);
}

function noFolder(path: string): Result<never> {
  return fail(
    'export.no-such-folder',
    `${path} cannot be written because its folder does not exist. Nothing was changed; create the folder or choose another.`,
    { path },
  );
}
