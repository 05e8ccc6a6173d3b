import type { ProjectId } from '../../domain/kernel/ids.ts';
import { addChange, type EntityName, type JsonValue, patchOf, type Row } from '../../domain/kernel/patch.ts';
import { ok, type Result } from '../../domain/kernel/result.ts';
import type { Project } from '../../domain/project/project.ts';
import type { Clock } from '../ports/clock.ts';
import type { IdSource } from '../ports/id-source.ts';
import { requireProject } from '../store/require-project.ts';
import type { Store } from '../store/store.ts';
import { type CopiedRows, copiedIds } from './copied-ids.ts';

const copiedKinds = [
  'block',
  'scene',
  'shot',
  'cast',
  'take',
  'track',
  'item',
  'transition',
] as const satisfies readonly EntityName[];

/** Fields that hold ids of other rows, or values with such ids in them. Every other field is a person's words or a fact. */
const referring = new Set([
  'id',
  'projectId',
  'sceneId',
  'shotId',
  'blockIds',
  'covers',
  'chosenStillId',
  'chosenClipId',
  'chosenSpeechId',
  'approvedStillId',
  'chosenMusicId',
  'effects',
  'castId',
  'placeId',
  'fromTakeId',
  'trackId',
  'anchor',
  'soundOf',
  'leftItemId',
  'assembled',
]);

export interface DuplicateProjectParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: IdSource;
}

/**
 * A copy of a project with its own text, scenes, shots, cast, takes and timeline. Files are shared; jobs, their costs and
 * finished films are not copied, and the copy has no budget of its own. One commit. Faults: `project.not-found`, the store's.
 */
export function duplicateProject(
  { store, clock, ids }: DuplicateProjectParts,
  projectId: ProjectId,
): Result<Project> {
  const found = requireProject(store, projectId);
  if (!found.ok) return found;
  const id = ids.newId() as ProjectId;
  const rows: CopiedRows = {
    block: store.rows('block', projectId),
    scene: store.rows('scene', projectId),
    shot: store.rows('shot', projectId),
    cast: store.rows('cast', projectId),
    place: store.rows('place', projectId),
    take: store.rows('take', projectId),
    track: store.rows('track', projectId),
    item: store.rows('item', projectId),
    transition: store.rows('transition', projectId),
  };
  const newIds = copiedIds(rows, projectId, id, () => ids.newId());
  const project: Project = {
    ...found.value,
    id,
    title: freeTitle(found.value.title, store.projects()),
    // The file on disk stays that of the original, which opening it finds again.
    sourcePath: null,
    createdAtMs: clock.nowMs(),
    trashedAtMs: null,
    budgetUsdMicros: null,
  };
  const copies = copiedKinds.flatMap((entity) =>
    rows[entity].map((row) => addChange(entity, copyOf(entity, row as unknown as Row, newIds))),
  );
  const patch = patchOf([addChange('project', project), ...copies]);
  const committed = store.commit(patch, { projectId: id, label: 'Duplicate project', undoable: false });
  return committed.ok ? ok(project) : committed;
}

function copyOf(entity: EntityName, row: Row, newIds: ReadonlyMap<string, string>): Row {
  const copy = Object.fromEntries(
    Object.entries(row).map(([field, value]) => [
      field,
      referring.has(field) ? withNewIds(value, newIds) : value,
    ]),
  ) as Row;
  // It was paid for once, by the original.
  return entity === 'take' ? { ...copy, costUsdMicros: 0 } : copy;
}

/** Ids anywhere in a value, replaced. */
function withNewIds(value: JsonValue, newIds: ReadonlyMap<string, string>): JsonValue {
  if (typeof value === 'string') return newIds.get(value) ?? value;
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map((part: JsonValue) => withNewIds(part, newIds));
  return Object.fromEntries(
    Object.entries(value as { readonly [key: string]: JsonValue }).map(([key, part]) => [
      key,
      withNewIds(part, newIds),
    ]),
  );
}

/** "Rain" → "Rain (2)"; "Rain (2)" → "Rain (3)": the first number that no project has. */
function freeTitle(title: string, projects: readonly Pick<Project, 'title'>[]): string {
  const stem = title.replace(/ \(\d{1,6}\)$/, '');
  const taken = new Set(projects.map((project) => project.title));
  for (let n = 2; ; n++) {
    const wanted = `${stem} (${n})`;
    if (!taken.has(wanted)) return wanted;
  }
}
