import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import Database from 'better-sqlite3';
import { z } from 'zod';
import { fail, type Result } from '../../domain/kernel/result.ts';
import { type HomeLayout, homeLayout, sidecars } from './home-layout.ts';
import { sayTime } from './say-time.ts';
import { storeFaultOf } from './store-faults.ts';

/** Who has a data folder open for writing. */
const Holder = z.object({
  what: z.string(),
  pid: z.int(),
  host: z.string(),
  sinceMs: z.int(),
  /** `open` while there may be edits in the log that are not in the database file yet. */
  state: z.enum(['opening', 'open', 'closing']),
});
export type Holder = z.infer<typeof Holder>;

export interface WriterLock {
  /** Who held it before and did not let go in order (a crash, a power cut); null after a clean exit. */
  readonly crashed: Holder | null;
  /** Says how far the holder is, for whoever comes after a crash. */
  mark(state: Holder['state']): void;
  release(): void;
}

/**
 * Makes this process the one writer of a data folder. The lock is one of SQLite's own on a file beside the database:
 * the operating system drops it with the process, however that ends, so that neither a kill nor a reused process id
 * leaves a folder locked. A JSON file tells others who holds it.
 */
export function acquireWriterLock(
  home: string,
  who: { readonly what: string; readonly pid: number; readonly sinceMs: number },
): Result<WriterLock> {
  const layout = homeLayout(home);
  try {
    const lock = lockFile(layout.lock);
    if (lock === null) return inUse(home, runningHolder(layout));
    const crashed = readHolder(layout);
    const mark = (state: Holder['state']): void => {
      writeHolder(layout, { ...who, host: hostname(), state });
    };
    try {
      mark('opening');
    } catch (thrown) {
      lock.close();
      throw thrown;
    }
    return {
      ok: true,
      value: {
        crashed,
        mark,
        release() {
          rmSync(layout.holder, { force: true });
          lock.close();
        },
      },
    };
  } catch (thrown) {
    return { ok: false, fault: storeFaultOf(thrown, home) };
  }
}

/** The open, locked database, or null when another one has it. */
function lockFile(path: string): Database.Database | null {
  for (let attempt = 1; ; attempt++) {
    const db = new Database(path, { timeout: 0 });
    try {
      db.exec('BEGIN EXCLUSIVE');
      return db;
    } catch (thrown) {
      db.close();
      const code = thrown instanceof Database.SqliteError ? thrown.code : '';
      if (code.startsWith('SQLITE_BUSY')) return null;
      // A live holder would have made it busy, so nobody holds what is no lock file: it may be made anew.
      if (attempt > 1 || !(code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT'))) throw thrown;
      for (const suffix of ['', ...sidecars]) rmSync(`${path}${suffix}`, { force: true });
    }
  }
}

/** The holder's own words; a holder that has only just locked may not have written them yet. */
function runningHolder(layout: HomeLayout): Holder | null {
  for (let attempt = 0; attempt < 20; attempt++) {
    const holder = readHolder(layout);
    if (holder !== null && (holder.host !== hostname() || isAlive(holder.pid))) return holder;
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);
  }
  return null;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (thrown) {
    // Not permitted to signal it: it is there, and somebody else's.
    return thrown instanceof Error && 'code' in thrown && thrown.code === 'EPERM';
  }
}

function readHolder(layout: HomeLayout): Holder | null {
  try {
    const parsed = Holder.safeParse(JSON.parse(readFileSync(layout.holder, 'utf8')));
    return parsed.success ? parsed.data : null;
  } catch (thrown) {
    if (thrown instanceof SyntaxError) return null;
    if (thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOENT') return null;
    throw thrown;
  }
}

function writeHolder(layout: HomeLayout, holder: Holder): void {
  const partial = `${layout.holder}.partial`;
  try {
    writeFileSync(partial, `${JSON.stringify(holder)}\n`);
    renameSync(partial, layout.holder);
  } catch (thrown) {
    rmSync(partial, { force: true });
    throw thrown;
  }
}

function inUse(home: string, holder: Holder | null): Result<never> {
  const who =
    holder === null
      ? 'another Reelwright'
      : `${holder.what} (process ${holder.pid} on ${holder.host}, since ${sayTime(holder.sinceMs)})`;
  return fail(
    'store.in-use',
    `${home} is in use by ${who}. Nothing was changed. Wait until it is done or close it, or use another data folder with --home.`,
    { holder },
  );
}
