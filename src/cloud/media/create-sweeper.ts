import type { MediaKeeper } from '../../adapters/neon/media-database.ts';
import type { ClearingTimes } from '../../adapters/neon/media-removal.ts';
import { ok, type Result } from '../../domain/kernel/result.ts';
import type { Log } from '../observed/log.ts';
import type { MediaStorage } from '../ports/media-storage.ts';

export interface SweeperParts {
  readonly keeper: MediaKeeper;
  readonly storage: MediaStorage;
  readonly now: () => number;
  readonly log: Log;
  /** Told what the storage lost, and how many files it is still to lose. */
  readonly onSwept?: (removed: number, waiting: number) => void;
}

export interface Swept {
  /** Files that no project had any more, found now. */
  readonly unused: number;
  /** Files that were given up now. */
  readonly forgotten: number;
  /** What the storage lost. */
  readonly removed: number;
  /** What it is still to lose: not due yet, or it did not answer. */
  readonly waiting: number;
  /** Uploads in parts of nobody that were ended. */
  readonly ended: number;
}

/** Clears from the storage what nobody has any more. Any number of them may work on one database and storage. */
export interface Sweeper {
  /** Looks through everything. Fault: of the database, where it does not answer; what was done stays done. */
  sweep(): Promise<Result<Swept>>;
  /** Removes what is due. */
  remove(): Promise<Result<{ readonly removed: number; readonly waiting: number }>>;
  /** Something may have become due: it is looked after soon, without being waited for. */
  wake(): void;
  /** Begins to work by itself. */
  start(): void;
  /** Ends after the file that it is at. */
  stop(): Promise<void>;
}

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

export const clearingTimes: ClearingTimes = { unusedMs: 7 * dayMs, unfinishedMs: 7 * dayMs };

/** A removal is given to another after so long: far more than a batch takes. */
const leaseMs = 15 * 60_000;
/** Seldom, so that a database that sleeps while nobody works is woken four times a day. */
const everyMs = 6 * hourMs;
const firstMs = 60_000;
const soonMs = 1_000;

export function createSweeper(parts: SweeperParts): Sweeper {
  const { keeper, storage, now, log, onSwept = () => undefined } = parts;
  let stopped = false;
  let timer: NodeJS.Timeout | null = null;
  let nextAtMs = Number.POSITIVE_INFINITY;
  let nextSweepAtMs = 0;
  let working: Promise<void> = Promise.resolve();

  const remove: Sweeper['remove'] = async () => {
    let removed = 0;
    let failed = false;
    for (let asleep = false; !stopped && !asleep; ) {
      const due = await keeper.take(leaseMs);
      if (!due.ok) return due;
      if (due.value.length === 0) break;
      const gone: string[] = [];
      for (const { objectKey, uploadId } of due.value) {
        if (stopped) break;
        const ended = uploadId === null ? ok(undefined) : await storage.abort(objectKey, uploadId);
        const lost = ended.ok ? await storage.remove(objectKey) : ended;
        if (lost.ok) gone.push(objectKey);
        else {
          failed = true;
          log({
            event: 'not-removed',
            code: lost.fault.code,
            reason: String(lost.fault.detail?.['reason'] ?? ''),
          });
          // Where it sleeps the others would fare alike; they are due again when the lease is over.
          asleep = lost.fault.code === 'sync.storage-asleep';
          if (asleep) break;
        }
      }
      const noted = await keeper.end(gone);
      if (!noted.ok) return noted;
      removed += gone.length;
    }
    const waiting = await keeper.waiting(null);
    if (!waiting.ok) return waiting;
    const { files, nextDueAtMs } = waiting.value;
    if (nextDueAtMs !== null) workAt(failed ? now() + hourMs : nextDueAtMs);
    onSwept(removed, files);
    return ok({ removed, waiting: files });
  };

  const endStrays = async (): Promise<Result<number>> => {
    const open = await storage.openUploads();
    if (!open.ok) return open;
    const old = open.value.filter(({ begunAtMs }) => begunAtMs < now() - clearingTimes.unfinishedMs);
    const known = await keeper.knownUploads(old.map(({ uploadId }) => uploadId));
    if (!known.ok) return known;
    let ended = 0;
    for (const { key, uploadId } of old) {
      if (stopped || known.value.has(uploadId)) continue;
      const done = await storage.abort(key, uploadId);
      if (!done.ok) return done;
      ended += 1;
    }
    return ok(ended);
  };

  const sweep: Sweeper['sweep'] = async () => {
    const startedMs = performance.now();
    const owners = await keeper.owners();
    if (!owners.ok) return owners;
    let [unused, forgotten] = [0, 0];
    for (const owner of owners.value) {
      for (let more = true; more && !stopped; ) {
        const cleared = await keeper.clear(owner, clearingTimes);
        if (!cleared.ok) return cleared;
        unused += cleared.value.unused;
        forgotten += cleared.value.forgotten;
        more = cleared.value.forgotten > 0;
      }
    }
    const removed = await remove();
    if (!removed.ok) return removed;
    // Weather of the storage: the next sweep ends them.
    const strays = await endStrays();
    const swept = { unused, forgotten, ...removed.value, ended: strays.ok ? strays.value : 0 };
    log({ event: 'swept', ...swept, tookMs: Math.round(performance.now() - startedMs) });
    return ok(swept);
  };

  const work = async (): Promise<void> => {
    const isSweep = now() >= nextSweepAtMs;
    if (isSweep) nextSweepAtMs = now() + everyMs;
    const done = await (isSweep ? sweep() : remove());
    if (!done.ok) log({ event: 'not-swept', code: done.fault.code, reason: done.fault.message });
    workAt(nextSweepAtMs);
  };

  function workAt(atMs: number): void {
    const dueMs = Math.max(atMs, now() + soonMs);
    if (stopped || dueMs >= nextAtMs) return;
    if (timer !== null) clearTimeout(timer);
    nextAtMs = dueMs;
    timer = setTimeout(() => {
      nextAtMs = Number.POSITIVE_INFINITY;
      working = working.then(work).catch((thrown: unknown) => {
        log({ event: 'not-swept', code: 'cloud.failed', reason: String(thrown) });
        workAt(now() + everyMs);
      });
    }, dueMs - now());
    timer.unref();
  }

  return {
    sweep,
    remove,
    wake: () => workAt(now()),
    start() {
      nextSweepAtMs = now() + firstMs;
      workAt(nextSweepAtMs);
    },
    async stop() {
      stopped = true;
      if (timer !== null) clearTimeout(timer);
      await working;
    },
  };
}
