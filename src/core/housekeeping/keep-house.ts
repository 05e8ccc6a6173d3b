import { statfsSync } from 'node:fs';
import type { Log } from '../logs/log.ts';
import type { NoticeBoard } from '../machine-state/notice-board.ts';
import type { Clock } from '../ports/clock.ts';
import type { Store } from '../store/store.ts';

/** Less is said to be little; it counts as enough again only above the second, so that it is not said over and over. */
const lowBytes = 1024 ** 3;
const enoughBytes = 1.5 * 1024 ** 3;
const everyMs = 60_000;

export interface HousekeepingParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly notices: Pick<NoticeBoard, 'add'>;
  readonly log: Log;
  /** Bytes that are free where a folder is; the file system's own word without it. */
  readonly freeBytesOf?: (folder: string) => number | null;
}

export interface Housekeeping {
  /** Looks now, as before work that will need room. */
  look(): void;
  stop(): void;
}

/** Now and then: whether the disk runs low (said once for each time that it does), and what the store has to say. */
export function keepHouse({
  store,
  clock,
  notices,
  log,
  freeBytesOf = freeNow,
}: HousekeepingParts): Housekeeping {
  const stopped = new AbortController();
  let low = false;
  let said = 0;
  const look = (): void => {
    for (const { code, message } of store.notices.slice(said)) {
      // A newer version has nothing to warn of where it went well.
      const level = code === 'store.migrated' ? 'info' : 'warning';
      notices.add({ level, code, message });
      log.write(level, 'store', code);
    }
    said = store.notices.length;
    const free = freeBytesOf(store.home);
    if (free === null) return;
    if (free < lowBytes && !low) {
      low = true;
      log.write('warning', 'disk', 'disk.low', { freeBytes: free });
      notices.add({ level: 'warning', code: 'disk.low', message: lowWords(free, store.home) });
    } else if (free > enoughBytes) low = false;
  };
  const goOn = async (): Promise<void> => {
    while (!stopped.signal.aborted) {
      look();
      await clock.wait(everyMs, stopped.signal, { background: true });
    }
  };
  void goOn();
  return { look, stop: () => stopped.abort() };
}

function lowWords(free: number, home: string): string {
  const megabytes = Math.max(0, Math.round(free / 1024 ** 2));
  return `Only ${megabytes} MiB are free on the disk that holds ${home}. Everything is saved so far; new takes and films may not fit. Free some space there, or clear caches and unused takes in Settings.`;
}

function freeNow(folder: string): number | null {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize;
  } catch {
    // A disk that cannot be asked says so with the next write.
    return null;
  }
}
