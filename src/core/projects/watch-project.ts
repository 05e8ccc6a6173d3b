import type { ProjectEvent } from '../../contract/projects/project-event.ts';
import type { ProjectId } from '../../domain/kernel/ids.ts';
import { type EntityName, entityNames, type RecordsPatch } from '../../domain/kernel/patch.ts';
import { unwrap } from '../../domain/kernel/result.ts';
import { requireProject } from '../store/require-project.ts';
import type { Store } from '../store/store.ts';
import { createProjectFilter, type ProjectFilter } from './project-filter.ts';

export interface WatchLimits {
  /** Rows in one event. */
  readonly rowsInPiece: number;
  /**
   * Changes that may wait for a reader. One who is further behind gets all rows anew, which is what the patches would
   * have led to: a reader that is slow costs this much memory and no more.
   */
  readonly waitingChanges: number;
}

const usualLimits: WatchLimits = { rowsInPiece: 1_000, waitingChanges: 50_000 };

type Patched = Extract<ProjectEvent, { kind: 'patch' }>;

/**
 * All rows of a project, `ready`, then its patches in the order of the commits, until it is deleted or `signal` ends
 * the call. Rows are read in one go between two commits, with the listener set before, so that a patch is either in the
 * rows or told after them. Throws FaultError where there is no such project.
 */
export async function* watchProject(
  store: Store,
  projectId: ProjectId,
  signal: AbortSignal | undefined,
  limits: WatchLimits = usualLimits,
): AsyncGenerator<ProjectEvent, void> {
  unwrap(requireProject(store, projectId));
  let waiting: Patched[] = [];
  let waitingChanges = 0;
  let behind = true;
  let wake: (() => void) | null = null;
  const stir = (): void => {
    wake?.();
    wake = null;
  };
  let filter: ProjectFilter = createProjectFilter(store, projectId);

  const stopListening = store.onCommit((patch, options) => {
    if (behind) return;
    const own = filter.ownPart(patch, options.projectId);
    if (own.changes.length === 0) return;
    waiting.push({ kind: 'patch', patch: own, label: options.label, undoable: options.undoable });
    waitingChanges += own.changes.length;
    if (waitingChanges > limits.waitingChanges) {
      waiting = [];
      behind = true;
    }
    stir();
  });
  signal?.addEventListener('abort', stir);

  try {
    while (!signal?.aborted) {
      if (behind) {
        const rows = readRows(store, projectId);
        filter = createProjectFilter(store, projectId, rows.get('asset'));
        waiting = [];
        waitingChanges = 0;
        behind = false;
        if (rows.get('project')?.length !== 1) return yield { kind: 'gone' };
        for (const event of piecesOf(rows, limits.rowsInPiece)) {
          if (signal?.aborted) return;
          yield event;
        }
        yield { kind: 'ready' };
        continue;
      }
      const next = waiting.shift();
      if (next === undefined) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
        continue;
      }
      waitingChanges -= next.patch.changes.length;
      yield next;
      if (removesProject(next.patch, projectId)) return yield { kind: 'gone' };
    }
  } finally {
    stopListening();
    signal?.removeEventListener('abort', stir);
  }
}

type AnyRows = readonly { readonly id: string }[];

function readRows(store: Store, projectId: ProjectId): Map<EntityName, AnyRows> {
  return new Map(
    entityNames.map((entity): [EntityName, AnyRows] => [entity, store.storedRows(entity, projectId)]),
  );
}

function* piecesOf(rows: ReadonlyMap<EntityName, AnyRows>, rowsInPiece: number): Generator<ProjectEvent> {
  for (const [entity, all] of rows) {
    for (let from = 0; from < all.length; from += rowsInPiece) {
      // The store gives the rows of each kind in that kind's shape; a loop over the kinds cannot say so.
      yield { kind: 'rows', entity, rows: all.slice(from, from + rowsInPiece) } as unknown as ProjectEvent;
    }
  }
}

function removesProject({ changes }: RecordsPatch, projectId: ProjectId): boolean {
  return changes.some(
    (change) => change.kind === 'remove' && change.entity === 'project' && change.row.id === projectId,
  );
}
