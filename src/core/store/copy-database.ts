import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import type Database from 'better-sqlite3';
import { findDamage } from './damage/find-damage.ts';
import { openForReading } from './open-database.ts';

/**
 * A consistent copy of an open database as one file: everything committed, nothing of a transaction under way. Written
 * under another name, checked, forced to the disk and only then given its own; an earlier file of that name survives
 * any failure.
 */
export function copyDatabase(db: Database.Database, path: string): void {
  mkdirSync(dirname(path), { recursive: true });
  const partial = `${path}.partial`;
  rmSync(partial, { force: true });
  try {
    db.prepare('VACUUM INTO ?').run(partial);
    const copy = openForReading(partial);
    try {
      const damage = findDamage(copy, { fullCheckBytes: Number.POSITIVE_INFINITY });
      if (damage !== null) throw new Error(`the copy cannot be read back: ${damage}`);
    } finally {
      copy.close();
    }
    forceToDisk(partial);
    renameSync(partial, path);
    forceFolderToDisk(dirname(path));
  } catch (thrown) {
    rmSync(partial, { force: true });
    throw thrown;
  }
}

export function forceToDisk(path: string): void {
  const file = openSync(path, 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Makes a rename in `folder` durable. Windows has no such call for folders; NTFS journals its names. */
export function forceFolderToDisk(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
