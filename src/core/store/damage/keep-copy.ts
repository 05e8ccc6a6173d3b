import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileNameTime, homeLayout, sidecars } from '../home-layout.ts';

/** A copy of the database and what SQLite keeps beside it, as they are; the folder it is in. Before they are opened. */
export function keepCopy(home: string, nowMs: number): string {
  const { damaged, database } = homeLayout(home);
  const folder = freshFolder(join(damaged, fileNameTime(nowMs)));
  mkdirSync(folder, { recursive: true });
  for (const suffix of ['', ...sidecars]) {
    const path = `${database}${suffix}`;
    if (existsSync(path)) copyFileSync(path, join(folder, basename(path)));
  }
  return folder;
}

/** The folder that was asked for, or the first with a number behind it that is not there yet. */
export function freshFolder(wanted: string): string {
  for (let n = 1; ; n++) {
    const folder = n === 1 ? wanted : `${wanted}-${n}`;
    if (!existsSync(folder)) return folder;
  }
}
