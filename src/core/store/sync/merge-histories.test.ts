import { expect, test } from 'vitest';
import type { ProjectId } from '../../../domain/kernel/ids.ts';
import { entityNames, type Row, sameValue } from '../../../domain/kernel/patch.ts';
import { isGone } from '../../../domain/sync/row-registers.ts';
import { fieldWay, travels } from '../../../domain/sync/synced-fields.ts';
import { faultCount } from '../../../testing/fault-counts.ts';
import { noteFigure } from '../../../testing/note-figure.ts';
import { createLightDevices, type LightDevice } from '../../../testing/sync/light-store.ts';
import { playHistory, type RandomHistory } from '../../../testing/sync/random-history.ts';
import type { Store } from '../store.ts';

/** A new database is dear; a history is a project of its own. */
const historiesOfDevices = 25;

/** Every row of the project that travels, by kind and id, without the fields that stay. */
function stateOf(store: Store, projectId: ProjectId): Record<string, Row> {
  const kinds = entityNames.filter(travels);
  return Object.fromEntries(
    kinds.flatMap((entity) =>
      (store.rows(entity, projectId) as unknown as Row[]).map((row) => [
        `${entity} ${row.id}`,
        Object.fromEntries(
          Object.entries(row).filter(([field]) => fieldWay(entity, field) !== 'stays'),
        ) as Row,
      ]),
    ),
  );
}

/** Values that nobody can get back: overwritten unseen, and in no conflict. */
function lostValues({ projectId, wrote, deleted, stores }: RandomHistory): unknown[] {
  const store = stores[0];
  if (store === undefined) throw new Error('a history has devices');
  const conflicts = store.rows('conflict', projectId);
  return wrote.filter(({ entity, id, field, value }) => {
    if (fieldWay(entity, field) !== 'edited') return false;
    const row = store.row(entity, id) as Row | null;
    if (row !== null && sameValue(row[field] ?? null, value)) return false;
    const own = (entry: { readonly entity: string; readonly id: string }): boolean =>
      entry.entity === entity && entry.id === id;
    if (wrote.some((next) => own(next) && next.field === field && sameValue(next.from ?? null, value)))
      return false;
    if (
      deleted.some(
        (gone) => gone.entity === entity && gone.row.id === id && sameValue(gone.row[field] ?? null, value),
      )
    )
      return false;
    return !conflicts.some((conflict) => {
      if (conflict.entity !== entity || conflict.rowId !== id) return false;
      if (conflict.field === field) return sameValue(conflict.value, value);
      return conflict.field === null && sameValue((conflict.value as Row)[field] ?? null, value);
    });
  });
}

test('devices that wrote, sent and fetched in any order end equal, and every value that was overwritten unseen can be had back', () => {
  const histories = faultCount(10_000, 200);
  const sums = { edits: 0, pushes: 0, pulls: 0, lost: 0, restamped: 0 };
  let conflicts = 0;
  let devices: readonly LightDevice[] = [];
  for (let n = 0; n < histories; n++) {
    if (n % historiesOfDevices === 0) {
      for (const { store } of devices) store.close();
      devices = createLightDevices(5);
    }
    const { projectId, ...history } = playHistory(n, devices);
    const [first, ...others] = history.stores.map((store) => stateOf(store, projectId));
    for (const state of others) expect(state, `history ${n}`).toEqual(first);
    const there = [...history.kept.values()]
      .filter(({ registers }) => !isGone(registers))
      .map(({ registers: { e, id, v } }) => [`${e} ${id}`, v] as const);
    expect(Object.fromEntries(there), `history ${n}`).toEqual(first);
    expect(lostValues({ projectId, ...history }), `history ${n}`).toEqual([]);
    conflicts += history.stores[0]?.rows('conflict', projectId).length ?? 0;
    for (const [name, count] of Object.entries(history.counts)) sums[name as keyof typeof sums] += count;
  }
  for (const { store } of devices) store.close();
  noteFigure('Random histories of 2 to 5 devices', {
    histories,
    ...sums,
    conflicts,
    unequal: 0,
    'values lost': 0,
  });
}, 900_000);
