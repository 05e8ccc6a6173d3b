import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { z } from 'zod';
import { homeLayout } from './home-layout.ts';

/** Where a data folder lies, as far as it tells a copy from the folder that was copied. */
export const Seat = z.object({
  /** Number and time of making of the folder: moving keeps them, copying does not. A file system may keep only one of the two. */
  inode: z.string(),
  bornMs: z.number(),
  path: z.string(),
  /** Of the operating system; '' where it names none. */
  machine: z.string(),
});
export type Seat = Readonly<z.infer<typeof Seat>>;

export function seatOf(home: string): Seat {
  const { ino, birthtimeMs } = statSync(home, { bigint: true });
  return { inode: String(ino), bornMs: Number(birthtimeMs), path: realpathSync(home), machine: machineId() };
}

/**
 * Whether a folder that was at `known` when it was last written, and is at `now`, is a copy: then another one may go on with what
 * it holds. One that was put back from a backup is a copy, too. What cannot be told here (the image of a whole computer), sync finds
 * (docs/sync.md, "Copies").
 */
export function isCopied(
  known: Seat,
  now: Seat,
  holdsData: (path: string) => boolean = hasDatabase,
): boolean {
  const isSameFolder = known.inode === now.inode || (known.bornMs === now.bornMs && now.bornMs !== 0);
  if (isSameFolder) return false;
  if (known.path === now.path) return true;
  const isOtherMachine = known.machine !== '' && now.machine !== '' && known.machine !== now.machine;
  return isOtherMachine || holdsData(known.path);
}

function hasDatabase(path: string): boolean {
  return existsSync(homeLayout(path).database);
}

/** man 5 machine-id. Other systems say theirs to no file. */
function machineId(): string {
  for (const path of ['/etc/machine-id', '/var/lib/dbus/machine-id']) {
    try {
      return readFileSync(path, 'utf8').trim();
    } catch {
      // Not this one.
    }
  }
  return '';
}
