import type { Activity } from '../../contract/activities.ts';
import { fail, ok, type Result } from '../../domain/kernel/result.ts';
import type { Clock } from '../ports/clock.ts';
import type { IdSource } from '../ports/id-source.ts';

export interface NewActivity {
  readonly kind: Activity['kind'];
  readonly projectId: Activity['projectId'];
  readonly projectTitle: string;
  readonly path: string | null;
  /** What it waits for; null where it begins at once. */
  readonly waitsFor: string | null;
  /** Ends the work. Says what is kept, at once: the work itself may take a moment to stop. */
  readonly cancel: () => string;
}

export type ActivityProgress = Pick<Activity, 'done' | 'total' | 'secondsLeft'> & {
  readonly message?: string | null;
};

/** One piece of work on the board, as whoever does it sees it. After it has ended, nothing changes it. */
export interface ActivityHandle {
  readonly id: string;
  readonly ended: boolean;
  /** As it is now. */
  activity(): Activity;
  /** It waits no longer. */
  begin(): void;
  report(progress: ActivityProgress): void;
  end(state: 'done' | 'failed' | 'cancelled', message: string | null): void;
}

/** What the studio does on its own, for all windows to see. In memory: what a restart ends is taken up as new work. */
export interface ActivityBoard {
  /** Those that run or wait, and the last that ended; newest first. */
  list(): readonly Activity[];
  get(id: string): Activity | null;
  open(activity: NewActivity): ActivityHandle;
  /** Answers with the activity as cancelled; one that has ended stays as it ended. `activity.not-found`. */
  cancel(id: string): Result<Activity>;
  /** Takes ended ones off the list. */
  clear(): readonly Activity[];
  /** Called with each change of state at once, and with progress at most ten times a second. */
  onChange(listener: () => void): () => void;
  /** Cancels what runs, for the end of the studio. */
  close(): void;
}

const keptEnded = 20;
/** Between two announcements of progress. */
const quietMs = 100;

interface Entry {
  activity: Activity;
  /** The how many-th to end; 0 before. */
  endedAs: number;
  readonly cancel: () => string;
}

export function createActivityBoard({
  clock,
  ids,
}: {
  readonly clock: Clock;
  readonly ids: IdSource;
}): ActivityBoard {
  let entries: readonly Entry[] = [];
  const listeners = new Set<() => void>();
  const closing = new AbortController();
  let toldMs = Number.NEGATIVE_INFINITY;
  let telling = false;

  const tell = (): void => {
    toldMs = clock.nowMs();
    for (const listener of listeners) listener();
  };
  const tellSoon = (): void => {
    const waitMs = toldMs + quietMs - clock.nowMs();
    // Also where the wall clock was put back meanwhile.
    if (waitMs <= 0 || waitMs > quietMs) {
      tell();
      return;
    }
    if (telling) return;
    telling = true;
    void clock.wait(waitMs, closing.signal, { background: true }).then(() => {
      telling = false;
      if (!closing.signal.aborted) tell();
    });
  };
  const isOver = ({ activity }: Entry): boolean => activity.finishedAtMs !== null;
  let endedCount = 0;
  const finish = (entry: Entry, state: Activity['state'], message: string | null): void => {
    entry.activity = { ...entry.activity, state, message, secondsLeft: null, finishedAtMs: clock.nowMs() };
    entry.endedAs = ++endedCount;
    entries = entries.filter(({ endedAs }) => endedAs === 0 || endedAs > endedCount - keptEnded);
    tell();
  };

  return {
    list: () => entries.map(({ activity }) => activity),
    get: (id) => entries.find(({ activity }) => activity.id === id)?.activity ?? null,
    open({ kind, projectId, projectTitle, path, waitsFor, cancel }) {
      const entry: Entry = {
        cancel,
        endedAs: 0,
        activity: {
          id: ids.newId(),
          kind,
          projectId,
          projectTitle,
          state: waitsFor === null ? 'running' : 'waiting',
          done: 0,
          total: 0,
          secondsLeft: null,
          message: waitsFor,
          path,
          startedAtMs: clock.nowMs(),
          finishedAtMs: null,
        },
      };
      entries = [entry, ...entries];
      tell();
      return {
        id: entry.activity.id,
        get ended() {
          return isOver(entry);
        },
        activity: () => entry.activity,
        begin() {
          if (isOver(entry)) return;
          entry.activity = { ...entry.activity, state: 'running', message: null, startedAtMs: clock.nowMs() };
          tell();
        },
        report(progress) {
          if (isOver(entry)) return;
          entry.activity = { ...entry.activity, ...progress };
          tellSoon();
        },
        end(state, message) {
          if (!isOver(entry)) finish(entry, state, message);
        },
      };
    },
    cancel(id) {
      const entry = entries.find(({ activity }) => activity.id === id);
      if (entry === undefined) {
        return fail('activity.not-found', 'That work is not on the list any more. Nothing was cancelled.');
      }
      if (!isOver(entry)) finish(entry, 'cancelled', entry.cancel());
      return ok(entry.activity);
    },
    clear() {
      entries = entries.filter((entry) => !isOver(entry));
      tell();
      return entries.map(({ activity }) => activity);
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close() {
      for (const entry of entries) if (!isOver(entry)) finish(entry, 'cancelled', entry.cancel());
      closing.abort();
    },
  };
}
