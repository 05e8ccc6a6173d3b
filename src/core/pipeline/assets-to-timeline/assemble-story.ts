import type { Asset } from '../../../domain/assets/asset.ts';
import type { Take } from '../../../domain/assets/take.ts';
import type { ProjectId } from '../../../domain/kernel/ids.ts';
import type { RecordsPatch } from '../../../domain/kernel/patch.ts';
import { ok, type Result } from '../../../domain/kernel/result.ts';
import { type Project, projectRate } from '../../../domain/project/project.ts';
import type { Scene } from '../../../domain/scenes/scene.ts';
import type { Shot } from '../../../domain/shots/shot.ts';
import type { Block } from '../../../domain/text/block.ts';
import { assembleTimeline } from '../../../domain/timeline/assembly/assemble-timeline.ts';
import { requireProject } from '../../store/require-project.ts';
import type { Store } from '../../store/store.ts';

export const assembleLabel = 'Assemble timeline';

/**
 * Brings a project's timeline in step with its shots and their chosen takes, in one commit; none where nothing changed.
 * What a person edited on the timeline stays (see `assembleTimeline`). Faults: `project.not-found`, and the store's.
 */
export function assembleStory(
  store: Store,
  projectId: ProjectId,
  { undoable = true }: { readonly undoable?: boolean } = {},
): Result<RecordsPatch> {
  const found = requireProject(store, projectId);
  if (!found.ok) return found;
  const patch = assemblyOf(store, found.value);
  if (patch.changes.length === 0) return ok(patch);
  const committed = store.commit(patch, { projectId, label: assembleLabel, undoable });
  return committed.ok ? ok(patch) : committed;
}

/** Rows that are about to change with the assembly, in one commit. */
export interface ChangedRows {
  readonly shot?: Shot;
  readonly scene?: Scene;
  /** A take that is about to be added, with its file. */
  readonly added?: { readonly take: Take; readonly asset: Asset };
}

/** What assembly would write, and commits nothing. */
export function assemblyOf(
  store: Store,
  project: Project,
  { shot, scene, added }: ChangedRows = {},
): RecordsPatch {
  const projectId = project.id;
  const blocks = store.rows('block', projectId);
  return assembleTimeline({
    projectId,
    rate: projectRate(project),
    credits: {
      title: project.title,
      credit: titlePageEntry(blocks, ['credit']),
      author: titlePageEntry(blocks, ['author', 'authors']),
    },
    scenes: store.rows('scene', projectId).map((row) => (row.id === scene?.id ? scene : row)),
    shots: store.rows('shot', projectId).map((row) => (row.id === shot?.id ? shot : row)),
    takes: byId([...store.rows('take', projectId), ...(added === undefined ? [] : [added.take])]),
    assets: byId([...store.rows('asset', projectId), ...(added === undefined ? [] : [added.asset])]),
    rows: {
      tracks: store.rows('track', projectId),
      items: store.rows('item', projectId),
      transitions: store.rows('transition', projectId),
    },
  });
}

function byId<R extends { readonly id: string }>(rows: readonly R[]): Map<R['id'], R> {
  return new Map(rows.map((row) => [row.id, row]));
}

/** The words of a title-page entry, whatever the case of its key. */
function titlePageEntry(blocks: readonly Block[], keys: readonly string[]): string | null {
  const entry = blocks.find(
    (block) => block.kind === 'title-page' && block.key !== null && keys.includes(block.key.toLowerCase()),
  );
  return entry === undefined || entry.text.trim() === '' ? null : entry.text;
}
