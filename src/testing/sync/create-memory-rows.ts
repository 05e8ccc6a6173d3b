import type { SyncedRows, SyncPlace } from '../../core/store/synced-rows.ts';
import { formatHlc } from '../../domain/kernel/hlc.ts';
import type { ProjectId } from '../../domain/kernel/ids.ts';
import type { JsonValue } from '../../domain/kernel/patch.ts';
import { emptyPatch } from '../../domain/kernel/patch.ts';
import { ok } from '../../domain/kernel/result.ts';
import { mergeRows, newestStamp } from '../../domain/sync/merge-rows.ts';
import { isOfKnownKind, type RowRegisters, rowKey } from '../../domain/sync/row-registers.ts';

export interface MemoryRows extends SyncedRows {
  /** Writes a field of a shot, as an edit would. */
  write(projectId: ProjectId, id: string, field: string, value: JsonValue): void;
  /** The values of a shot. */
  values(id: string): Readonly<Record<string, JsonValue>>;
  /** What the service's clock was said to be ahead, in order. */
  readonly followed: readonly number[];
  readonly merges: number;
}

type Place = { -readonly [K in keyof SyncPlace]: SyncPlace[K] };

/** The engine's view of a store, in memory: one shot a row, whole rows sent each time. For tests of the engine alone. */
export function createMemoryRows(device: string, nowMs: () => number): MemoryRows {
  const rows = new Map<string, RowRegisters>();
  const unsent = new Map<string, RowRegisters>();
  const places = new Map<ProjectId, Place>();
  const batches = new Map<ProjectId, Pick<Place, 'batch' | 'ids'>>();
  const followed: number[] = [];
  let aheadMs = 0;
  let counter = 0;
  let merges = 0;

  const stamp = (): string => {
    counter += 1;
    return formatHlc({ ms: nowMs() + aheadMs, counter, device });
  };
  const put = (into: Map<string, RowRegisters>, row: RowRegisters): void => {
    const known = into.get(rowKey(row));
    into.set(rowKey(row), known === undefined ? row : mergeRows(known, row));
  };
  const waiting = (): RowRegisters[] =>
    [...unsent.values()].sort((a, b) => (newestStamp(a) < newestStamp(b) ? -1 : 1));

  const end = (projectId: ProjectId): void => {
    const { batch = 0, ids = [] } = places.get(projectId) ?? {};
    batches.set(projectId, { batch, ids });
    places.delete(projectId);
  };

  return {
    followed,
    get merges() {
      return merges;
    },
    write(_projectId, id, field, value) {
      const known = rows.get(`shot ${id}`);
      const now = stamp();
      const row: RowRegisters =
        known === undefined
          ? { e: 'shot', id, b: now, v: { id, [field]: value } }
          : { e: 'shot', id, b: known.b, v: { [field]: value }, s: { [field]: now } };
      put(rows, row);
      put(unsent, row);
    },
    values: (id) => rows.get(`shot ${id}`)?.v ?? {},
    places: () => [...places.values()],
    begin(projectId, from, applied) {
      const counted =
        applied === undefined
          ? (batches.get(projectId) ?? { batch: 0, ids: [] })
          : { batch: applied, ids: [] };
      places.set(projectId, { projectId, cursor: 0, pageFrom: null, inFlight: null, ...counted });
      if (from === 'here') for (const row of rows.values()) put(unsent, row);
    },
    end,
    forget: end,
    outgoing(_projectId, limit) {
      const some = waiting().slice(0, limit);
      const last = some.at(-1);
      if (last === undefined) return null;
      return { rows: some, upTo: newestStamp(last), more: unsent.size > some.length };
    },
    waiting: () => unsent.size,
    sending(projectId, batch, upTo, ids = []) {
      const place = places.get(projectId);
      if (place !== undefined) Object.assign(place, { inFlight: { batch, upTo }, ids });
    },
    becomeNewDevice() {
      throw new Error('rows in memory are no data folder that could be copied');
    },
    acknowledge(projectId, batch, upTo, _met, cursor) {
      const place = places.get(projectId);
      if (place !== undefined) {
        Object.assign(place, { batch, inFlight: null, ...(cursor === undefined ? {} : { cursor }) });
      }
      for (const [key, row] of unsent) if (newestStamp(row) <= upTo) unsent.delete(key);
      return ok(emptyPatch);
    },
    merge(projectId, page, cursor, pageFrom) {
      merges += 1;
      for (const row of page) if (isOfKnownKind(row)) put(rows, row);
      const place = places.get(projectId);
      if (place !== undefined) Object.assign(place, { cursor, pageFrom: pageFrom ?? null });
      return ok(emptyPatch);
    },
    // Values are none of its concern.
    setAside: () => [],
    followClock(ms) {
      followed.push(ms);
      aheadMs = ms;
      for (const [key, row] of [...unsent].sort((a, b) => (newestStamp(a[1]) < newestStamp(b[1]) ? -1 : 1))) {
        if (Number.parseInt(newestStamp(row).slice(0, 12), 16) <= nowMs() + ms) continue;
        const now = stamp();
        const again: RowRegisters = { e: row.e, id: row.id, b: now, v: row.v };
        unsent.set(key, again);
        rows.set(key, again);
      }
    },
  };
}
