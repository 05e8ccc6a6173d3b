import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { badFields, missingField } from '../../../domain/check-registers.ts';
import { formatHlc } from '../../../domain/kernel/hlc.ts';
import { addChange, type JsonValue, patchOf, type Row, updateChange } from '../../../domain/kernel/patch.ts';
import { unwrap } from '../../../domain/kernel/result.ts';
import { applyPush, type KeptRow, registersAfter } from '../../../domain/sync/apply-push.ts';
import { type PulledRow, type RowRegisters, rowKey } from '../../../domain/sync/row-registers.ts';
import { makeProject, makeShot } from '../../../testing/builders/story-rows.ts';
import { testProjectId } from '../../../testing/builders/timeline-rows.ts';
import { createLightDevices, type LightDevice } from '../../../testing/sync/light-store.ts';
import { checkRow } from '../check-row.ts';
import type { Store } from '../store.ts';

const edit = { projectId: testProjectId, label: 'Edit', undoable: true };
const beganMs = Date.UTC(2026, 0, 1, 9);
const project = makeProject({});
const shot = makeShot('one', 'a0', { mood: 'calm' });
const valid = (id: string): Record<string, JsonValue> =>
  makeShot(id, 'a1') as unknown as Record<string, JsonValue>;
/** A client that checks nothing, at a time after what the devices wrote. */
const at = (n: number): string => formatHlc({ ms: beganMs + n, counter: 0, device: 'stranger' });
const fields = (n: number, v: RowRegisters['v'], id = 'one'): RowRegisters => ({
  ...{ e: 'shot', id, b: formatHlc({ ms: 0, counter: 0, device: 'x' }), v },
  s: Object.fromEntries(Object.keys(v).map((field) => [field, at(n)])),
});
const added = (n: number, id: string, v: RowRegisters['v']): RowRegisters => ({ e: 'shot', id, b: at(n), v });

let devices: readonly LightDevice[];
let anna: Store;
let ben: Store;
let head = 0;
beforeEach(() => {
  devices = createLightDevices(2, beganMs);
  [anna, ben] = devices.map(({ store }) => store) as [Store, Store];
  unwrap(anna.commit(patchOf([addChange('project', project), addChange('shot', shot)]), edit));
  anna.sync.begin(testProjectId, 'here');
  ben.sync.begin(testProjectId, 'elsewhere');
  const out = anna.sync.outgoing(testProjectId, 10) ?? expect.unreachable();
  anna.sync.sending(testProjectId, 1, out.upTo);
  unwrap(anna.sync.acknowledge(testProjectId, 1, out.upTo, []));
  head = 2;
  unwrap(ben.sync.merge(testProjectId, out.rows, head));
});
afterEach(() => {
  for (const { store } of devices) store.close();
});

const comes = (to: Store, ...rows: readonly PulledRow[]): void => {
  head += rows.length;
  unwrap(to.sync.merge(testProjectId, rows, head));
};

test('a row keeps its own value of a field that cannot be held, takes the others, and a later one that can', () => {
  comes(ben, fields(1, { lensMm: 'fifty', mood: 'tense' }));
  expect(ben.row('shot', 'one')).toEqual({ ...shot, mood: 'tense' });
  expect(ben.sync.setAside(testProjectId)).toEqual([{ entity: 'shot', id: 'one', field: 'lensMm' }]);
  expect(ben.sync.places()).toMatchObject([{ cursor: head }]);
  expect(ben.sync.outgoing(testProjectId, 10)).toBeNull();
  comes(ben, fields(2, { lensMm: 85 }));
  expect(ben.row('shot', 'one')?.lensMm).toBe(85);
  expect(ben.sync.setAside(testProjectId)).toEqual([]);
});

test('what is written here over such a value comes after it, and it is not spoken of any more', () => {
  comes(ben, fields(120_000, { lensMm: 'fifty' }));
  unwrap(ben.commit(patchOf([updateChange('shot', shot, { lensMm: 24 })]), edit));
  const [sent] = ben.sync.outgoing(testProjectId, 10)?.rows ?? [];
  expect(sent?.v).toEqual({ lensMm: 24 });
  expect((sent?.s?.['lensMm'] ?? '') > at(120_000)).toBe(true);
  expect(ben.sync.setAside(testProjectId)).toEqual([]);
});

test('a new row that cannot be read waits beside the others until what is told of it later makes it whole', () => {
  comes(ben, added(1, 'two', { ...valid('two'), lensMm: 'long' }), fields(1, { mood: 'tense' }));
  expect(ben.row('shot', 'two')).toBeNull();
  expect(ben.row('shot', 'one')?.mood).toBe('tense');
  expect(ben.sync.setAside(testProjectId)).toEqual([{ entity: 'shot', id: 'two', field: 'lensMm' }]);
  comes(ben, fields(2, { mood: 'low' }, 'two'));
  expect(ben.row('shot', 'two')).toBeNull();
  comes(ben, fields(3, { lensMm: 85 }, 'two'));
  expect(ben.row('shot', 'two')).toEqual({ ...valid('two'), lensMm: 85, mood: 'low' });
  expect(ben.sync.setAside(testProjectId)).toEqual([]);
});

test('a row without its fields, of another project, or of a kind of a later version stops nothing', () => {
  const later: PulledRow = { e: 'hologram', id: 'h', b: at(1), v: { glow: 1 } };
  const foreign = added(1, 'four', { ...valid('four'), projectId: 'another' });
  comes(ben, added(1, 'three', { lensMm: 35 }), foreign, later, fields(1, { mood: 'tense' }));
  expect(ben.row('shot', 'one')?.mood).toBe('tense');
  expect(ben.rows('shot', testProjectId)).toHaveLength(1);
  const told = ben.sync.setAside(testProjectId).map(({ entity, id, field }) => `${entity} ${id} ${field}`);
  expect(told).toEqual(['hologram h kind', 'shot four projectId', 'shot three projectId']);
});

test('of a row that is deleted elsewhere nothing is spoken of', () => {
  comes(ben, added(1, 'two', { ...valid('two'), lensMm: 'long' }), fields(1, { lensMm: null }));
  comes(ben, { ...added(1, 'two', {}), d: at(2) }, { ...fields(1, {}), d: at(2) });
  expect(ben.rows('shot', testProjectId)).toEqual([]);
  expect(ben.sync.setAside(testProjectId)).toEqual([]);
});

test('a project that is read anew, or let go of, begins without what was set aside', () => {
  comes(ben, fields(1, { lensMm: 'fifty' }));
  ben.sync.forget(testProjectId);
  ben.sync.begin(testProjectId, 'elsewhere');
  expect(ben.sync.setAside(testProjectId)).toEqual([]);
});

test('whatever strangers write, two devices have all that can be held, and all of it once it is mended', () => {
  const junk = fc.oneof(
    fc.constant(null),
    fc.constant('fifty'),
    fc.integer(),
    fc.constant([1]),
    fc.constant({}),
  );
  const names = fc.constantFrom(
    'lensMm',
    'size',
    'description',
    'covers',
    'durationFlicks',
    'projectId',
    'id',
  );
  const write = fc.record({
    id: fc.constantFrom('one', 'two', 'three'),
    isNew: fc.boolean(),
    bad: fc.dictionary(names, junk, { maxKeys: 2 }),
    good: fc.record({ mood: fc.string(), lensMm: fc.integer({ min: 1, max: 300 }) }, { requiredKeys: [] }),
    pulls: fc.constantFrom<readonly number[]>([], [0], [1], [0, 1]),
  });
  let run = 0;
  fc.assert(
    fc.property(fc.array(write, { minLength: 1, maxLength: 14 }), (writes) => {
      run += 1;
      // Light devices are dear: each run has shots of its own in the one film.
      const nameOf = (id: string): string => `${id}-${run}`;
      const kept = new Map<string, KeptRow>();
      let number = 0;
      const cursors = [0, 0];
      const push = (row: RowRegisters): void => {
        const done = applyPush(kept, { device: 'stranger', cursor: number, rows: [row] }, number);
        for (const one of done.changed) kept.set(rowKey(one.registers), one);
        number = done.head;
      };
      const pull = (who: number): void => {
        const after = cursors[who] ?? 0;
        const page = [...kept.values()]
          .sort((a, b) => a.seq - b.seq)
          .map((row) => registersAfter(row, after))
          .filter((row) => row !== null);
        unwrap([anna, ben][who]?.sync.merge(testProjectId, page, number) ?? expect.unreachable());
        cursors[who] = number;
      };
      const mine = (store: Store): Row[] =>
        (store.storedRows('shot', testProjectId) as unknown as Row[]).filter(({ id }) =>
          id.endsWith(`-${run}`),
        );
      writes.forEach(({ id: name, isNew, bad, good, pulls }, n) => {
        const id = nameOf(name);
        const v = { ...(isNew ? valid(id) : {}), ...good, ...bad } as RowRegisters['v'];
        push(isNew ? { ...added(n + 1, id, v) } : { ...fields(n + 1, v, id) });
        for (const who of pulls) pull(who);
      });
      pull(0);
      pull(1);
      for (const { registers } of kept.values()) {
        const isWhole =
          badFields(testProjectId, registers, null).length === 0 &&
          missingField('shot', registers.v) === null;
        if (!isWhole) continue;
        for (const store of [anna, ben]) expect(store.row('shot', registers.id)).toEqual(registers.v);
      }
      for (const store of [anna, ben]) {
        for (const row of mine(store)) expect(checkRow('shot', row)).toBeNull();
        expect(store.sync.outgoing(testProjectId, 100)).toBeNull();
      }
      for (const { registers } of [...kept.values()]) push(fields(100, valid(registers.id), registers.id));
      pull(0);
      pull(1);
      expect(mine(ben)).toEqual(mine(anna));
      expect(mine(ben)).toHaveLength(kept.size);
      expect(ben.sync.setAside(testProjectId)).toEqual([]);
    }),
    { numRuns: 60 },
  );
});
