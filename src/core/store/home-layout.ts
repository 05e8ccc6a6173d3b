import { join } from 'node:path';

/** Names inside a data folder that belong to the store. The media library has its own. */
export function homeLayout(home: string) {
  return {
    database: join(home, 'reelwright.db'),
    /** Locked by the one writer for as long as it lives; holds no data. */
    lock: join(home, 'writer.lock'),
    /** Who the writer is, for the sentence that a second one gets. */
    holder: join(home, 'writer.json'),
    /** Left by a session that read damage which opening had not found: the next one looks at every row. */
    suspect: join(home, 'store.suspect'),
    snapshots: join(home, 'snapshots'),
    backups: join(home, 'backups'),
    damaged: join(home, 'damaged'),
  } as const;
}

export type HomeLayout = ReturnType<typeof homeLayout>;

/** The files that SQLite keeps beside a database. */
export const sidecars = ['-wal', '-shm', '-journal'] as const;

/** A time as part of a file name: sorts by time, legal on every platform, and {@link timeOfFileName} reads it back. */
export function fileNameTime(ms: number): string {
  return new Date(ms).toISOString().replaceAll(':', '-');
}

export function timeOfFileName(name: string): number | null {
  const match = /^(\d{4}-\d{2}-\d{2}T)(\d{2})-(\d{2})-(\d{2}\.\d{3}Z)/.exec(name);
  if (match === null) return null;
  const ms = Date.parse(`${match[1]}${match[2]}:${match[3]}:${match[4]}`);
  return Number.isNaN(ms) ? null : ms;
}
