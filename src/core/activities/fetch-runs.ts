import type { Activity } from '../../contract/activities.ts';
import type { Asset } from '../../domain/assets/asset.ts';
import { faultOf, type Result } from '../../domain/kernel/result.ts';
import type { Project } from '../../domain/project/project.ts';
import type { Clock } from '../ports/clock.ts';
import { createTimeLeft } from '../progress/time-left.ts';
import type { FetchedFiles } from '../sync/media/fetch-files.ts';
import type { MediaSync } from '../sync/media/media-sync.ts';
import type { ActivityBoard, ActivityHandle } from './activity-board.ts';

export interface FetchRunsParts {
  readonly board: ActivityBoard;
  readonly clock: Clock;
  readonly mediaSync: Pick<MediaSync, 'fetch'>;
}

/** Files that a person asked for, on their way here: each order is work of its own, with its progress and its end. */
export interface FetchRuns {
  /** `total` counts bytes. What came before it is cancelled, or before the studio ends, is here. */
  start(project: Project, assets: readonly Asset[]): Activity;
  close(): Promise<void>;
}

const keptWords = 'Files that have come are here; what has come of the others is kept for the next time.';

export function createFetchRuns({ board, clock, mediaSync }: FetchRunsParts): FetchRuns {
  const running = new Map<AbortController, Promise<void>>();

  const run = async (
    project: Project,
    assets: readonly Asset[],
    handle: ActivityHandle,
    { signal }: AbortController,
  ): Promise<void> => {
    const total = assets.reduce((sum, { bytes }) => sum + bytes, 0);
    const timeLeft = createTimeLeft(clock);
    let done = 0;
    const onBytes = (bytes: number): void => {
      // What came twice, because it was damaged, is no progress.
      done = Math.min(total, done + bytes);
      handle.report({ done, total, secondsLeft: timeLeft(done, total) });
    };
    handle.report({ done, total, secondsLeft: null });
    const ids = assets.map(({ id }) => id);
    const fetched = await mediaSync
      .fetch(project.id, ids, { signal, onBytes })
      .catch((thrown: unknown): Result<never> => ({ ok: false, fault: faultOf(thrown) }));
    if (!fetched.ok) handle.end('failed', fetched.fault.message);
    else if (fetched.value.missed.length === 0) {
      handle.report({ done: total, total, secondsLeft: null });
      handle.end('done', null);
    } else handle.end('failed', missedWords(fetched.value, assets));
  };

  return {
    start(project, assets) {
      const abort = new AbortController();
      const handle = board.open({
        ...{ kind: 'fetch', projectId: project.id, projectTitle: project.title, path: null, waitsFor: null },
        cancel() {
          abort.abort();
          return keptWords;
        },
      });
      const work = run(project, assets, handle, abort).finally(() => running.delete(abort));
      running.set(abort, work);
      return handle.activity();
    },
    async close() {
      for (const abort of running.keys()) abort.abort();
      await Promise.all(running.values());
    },
  };
}

/** What came, and why the first of the others did not. */
function missedWords({ fetched, missed }: FetchedFiles, assets: readonly Asset[]): string {
  const [first] = missed;
  const name = assets.find(({ id }) => id === first?.assetId)?.name ?? '';
  return `${fetched} of ${assets.length} files came. ${name}: ${first?.fault.message ?? ''}`;
}
