import { existsSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { CaptionMode } from '../../../domain/export/export-record.ts';
import { sanitiseFileName } from '../../../domain/export/sanitise-file-name.ts';
import { ok, type Result } from '../../../domain/kernel/result.ts';
import { folderFailure } from './export-faults.ts';

/** Where a film goes: a full path, or a file name in the folder for films. */
export type FilmDestination =
  | { readonly to: 'path'; readonly path: string }
  | { readonly to: 'exports-folder'; readonly fileName: string };

export interface FilmFolder {
  readonly exportsFolder: string;
  /** Names that films in the queue will have. */
  readonly isPromised: (path: string) => boolean;
}

/**
 * The path of a film. A path that a person chose is taken as it is: their dialog has asked about what is there. In the
 * folder for films nothing is ever replaced, not even an earlier export of the same project, since nobody was asked and a
 * replaced film cannot be brought back: the name gets " 2", " 3" … as does one whose subtitles would meet another file.
 */
export function chooseFilmPath(
  destination: FilmDestination,
  captions: CaptionMode,
  { exportsFolder, isPromised }: FilmFolder,
): string {
  if (destination.to === 'path') return resolve(destination.path);
  const stem = sanitiseFileName(destination.fileName.replace(/\.(mp4|m4v|mov)$/i, ''));
  const endings = captions === 'sidecar' ? ['mp4', 'srt'] : ['mp4'];
  for (let number = 1; ; number++) {
    const name = number === 1 ? stem : `${stem} ${number}`;
    const paths = endings.map((ending) => join(exportsFolder, `${name}.${ending}`));
    const [film] = paths;
    if (film !== undefined && !paths.some((path) => existsSync(path) || isPromised(path))) return film;
  }
}

/** The folder for films is made when the first film goes there. */
export function makeExportsFolder(folder: string): Result<void> {
  try {
    mkdirSync(folder, { recursive: true });
    return ok(undefined);
  } catch (thrown) {
    return { ok: false, fault: folderFailure(thrown, folder) };
  }
}
