import { compareByOrder } from '../../../../domain/kernel/order.ts';
import {
  type JsonValue,
  type RecordChange,
  type RecordsPatch,
  sameValue,
} from '../../../../domain/kernel/patch.ts';
import type { Block } from '../../../../domain/text/block.ts';
import type { ProjectMirror } from '../../../state/project-mirror.ts';

/** Blocks in text order with a patch of blocks applied; rows that did not change stay the same objects. */
export function applyToBlocks(blocks: readonly Block[], patch: RecordsPatch): readonly Block[] {
  const updated = new Map<string, Record<string, unknown>>();
  const removed = new Set<string>();
  const added: Block[] = [];
  for (const change of patch.changes) {
    if (change.kind === 'add') added.push(change.row as unknown as Block);
    else if (change.kind === 'remove') removed.add(change.row.id);
    else {
      updated.set(
        change.id,
        Object.fromEntries(Object.entries(change.fields).map(([field, { to }]) => [field, to])),
      );
    }
  }
  const next = blocks
    .filter(({ id }) => !removed.has(id))
    .map((block) => {
      const fields = updated.get(block.id);
      return fields === undefined ? block : ({ ...block, ...fields } as Block);
    });
  return added.length === 0 ? next : [...next, ...added].sort(compareByOrder);
}

/** Whether the rows of the studio show what a patch does, so that running its edit once more would do it twice. */
export function isReflected(mirror: Pick<ProjectMirror, 'row'>, patch: RecordsPatch): boolean {
  const shows = (change: RecordChange): boolean => {
    switch (change.kind) {
      case 'add':
        return mirror.row('block', change.row.id) !== null;
      case 'remove':
        return mirror.row('block', change.row.id) === null;
      case 'update': {
        const row = mirror.row('block', change.id) as Readonly<Record<string, JsonValue>> | null;
        return (
          row !== null &&
          Object.entries(change.fields).every(([field, { to }]) => sameValue(row[field] ?? null, to))
        );
      }
    }
  };
  return patch.changes.every(shows);
}
