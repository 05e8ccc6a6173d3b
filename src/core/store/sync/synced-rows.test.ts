import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parseHlc } from '../../../domain/kernel/hlc.ts';
import { addChange, patchOf, removeChange, updateChange } from '../../../domain/kernel/patch.ts';
import { unwrap } from '../../../domain/kernel/result.ts';
import { isGone, type Met, type RowRegisters } from '../../../domain/sync/row-registers.ts';
import { makeAsset, makeProject, makeShot, makeTake, shotId } from '../../../testing/builders/story-rows.ts';
import { testProjectId } from '../../../testing/builders/timeline-rows.ts';
import { createTestStore, type TestStore } from '../../../testing/create-test-store.ts';
import { createLightDevices, type LightDevice } from '../../../testing/sync/light-store.ts';
import type { Store } from '../store.ts';

const edit = { projectId: testProjectId, label: 'Edit', undoable: true };
const project = makeProject({ sourcePath: '/home/somebody/pier.fountain' });
const shot = makeShot('one', 'a0', { mood: 'calm' });
const beganMs = Date.UTC(2026, 0, 1, 9);

/** Everything that waits, as sent and acknowledged. */
function sendAll({ sync }: Store, met: readonly Met[] = []): readonly RowRegisters[] {
  const sent: RowRegisters[] = [];
  for (let out = sync.outgoing(testProjectId, 100); out !== null; out = sync.outgoing(testProjectId, 100)) {
    const batch = (sync.places()[0]?.batch ?? 0) + 1;
    sync.sending(testProjectId, batch, out.upTo);
    unwrap(sync.acknowledge(testProjectId, batch, out.upTo, met));
    sent.push(...out.rows);
  }
  return sent;
}

describe('what is sent', () => {
  let bed: TestStore;
  beforeEach(() => {
    bed = createTestStore();
    const changes = [addChange('project', project), addChange('shot', shot)];
    unwrap(bed.store.commit(patchOf(changes), edit));
  });
  afterEach(() => bed.dispose());

  test('of a project that is mirrored from now on is all of it, and nothing that belongs to this computer', () => {
    expect(bed.store.sync.places()).toEqual([]);
    expect(bed.store.sync.waiting(testProjectId)).toBe(0);
    bed.store.sync.begin(testProjectId, 'here');
    const sent = sendAll(bed.store);
    expect(sent.map(({ e, id }) => `${e} ${id}`)).toEqual(['project project', 'shot one']);
    expect(sent[0]?.v).not.toHaveProperty('sourcePath');
    expect(JSON.stringify(sent)).not.toContain('/home/somebody');
    expect(bed.store.sync.waiting(testProjectId)).toBe(0);
  });

  test('afterwards is what was written, with what belongs to it, and stands in line over a restart', () => {
    bed.store.sync.begin(testProjectId, 'here');
    sendAll(bed.store);
    const wide = updateChange('project', project, { widthPx: 1920 });
    unwrap(bed.store.commit(patchOf([wide, updateChange('shot', shot, { mood: 'tense' })]), edit));
    unwrap(bed.store.commit(patchOf([updateChange('project', project, { sourcePath: null })]), edit));
    const store = bed.reopen();
    expect(store.sync.waiting(testProjectId)).toBe(2);
    expect(sendAll(store).map(({ v }) => v)).toEqual([
      { aspect: '16:9', widthPx: 1920, heightPx: 720 },
      { mood: 'tense' },
    ]);
  });

  test('of what was written again while it was under way is the later write alone', () => {
    const { sync } = bed.store;
    sync.begin(testProjectId, 'here');
    const out = sync.outgoing(testProjectId, 100);
    sync.sending(testProjectId, 1, out?.upTo ?? '');
    unwrap(bed.store.commit(patchOf([updateChange('shot', shot, { mood: 'tense' })]), edit));
    unwrap(sync.acknowledge(testProjectId, 1, out?.upTo ?? '', []));
    expect(sendAll(bed.store).map(({ v }) => v)).toEqual([{ mood: 'tense' }]);
  });

  test('a file goes with the project that names it, once', () => {
    const { store } = bed;
    store.sync.begin(testProjectId, 'here');
    sendAll(store);
    const asset = makeAsset(7, 24);
    unwrap(store.commit(patchOf([addChange('asset', asset)]), { ...edit, projectId: null }));
    expect(store.sync.waiting(testProjectId)).toBe(0);
    const takes = [makeTake('a', 'one', 7), makeTake('b', 'one', 7)].map((take) => addChange('take', take));
    unwrap(store.commit(patchOf(takes), edit));
    expect(sendAll(store).map(({ e }) => e)).toEqual(['asset', 'take', 'take']);
  });

  test('a deletion is sent, and one from before the project was mirrored again too', () => {
    const { store } = bed;
    store.sync.begin(testProjectId, 'here');
    sendAll(store);
    store.sync.end(testProjectId);
    unwrap(store.commit(patchOf([removeChange('shot', shot)]), edit));
    expect(store.sync.places()).toEqual([]);
    store.sync.begin(testProjectId, 'here');
    const sent = sendAll(store).find(({ id }) => id === 'one');
    expect(sent?.d).toBeDefined();
  });
});

describe('what comes from others', () => {
  let devices: readonly [LightDevice, LightDevice];
  let anna: Store;
  let ben: Store;
  beforeEach(() => {
    const [first, second] = createLightDevices(2, beganMs);
    if (first === undefined || second === undefined) throw new Error('there are two');
    devices = [first, second];
    anna = first.store;
    ben = second.store;
    const changes = [addChange('project', project), addChange('shot', shot)];
    unwrap(anna.commit(patchOf(changes), edit));
    anna.sync.begin(testProjectId, 'here');
    ben.sync.begin(testProjectId, 'elsewhere');
    unwrap(ben.sync.merge(testProjectId, sendAll(anna), 2));
  });
  afterEach(() => {
    for (const { store } of devices) store.close();
  });

  const write = (store: Store, next: Partial<typeof shot>): void => {
    const now = store.row('shot', 'one');
    if (now === null) throw new Error('the shot is there');
    unwrap(store.commit(patchOf([updateChange('shot', now, next)]), edit));
  };

  test('is written as it is there, with what this computer says itself; told, and in no history', () => {
    expect(ben.row('project', testProjectId)).toEqual({ ...project, sourcePath: null });
    expect(ben.row('shot', 'one')).toEqual(shot);
    expect(ben.undoLabels(testProjectId)).toEqual({ undo: null, redo: null });
    expect(ben.sync.places()).toMatchObject([{ cursor: 2 }]);
    expect(ben.sync.waiting(testProjectId)).toBe(0);
    const told: unknown[] = [];
    ben.onCommit((patch) => told.push(patch));
    write(anna, { mood: 'tense' });
    unwrap(ben.sync.merge(testProjectId, sendAll(anna), 3));
    expect(told).toMatchObject([
      { changes: [{ kind: 'update', id: 'one', fields: { mood: { from: 'calm', to: 'tense' } } }] },
    ]);
    expect(unwrap(ben.sync.merge(testProjectId, [], 4)).changes).toEqual([]);
  });

  test('an undo leaves alone what another device wrote since', () => {
    write(ben, { mood: 'mine', lensMm: 85 });
    devices[0].nowMs += 1_000;
    write(anna, { mood: 'tense' });
    unwrap(ben.sync.merge(testProjectId, sendAll(anna), 3));
    expect(ben.row('shot', 'one')).toMatchObject({ mood: 'tense', lensMm: 85 });
    expect(unwrap(ben.undo(testProjectId)).skipped).toEqual([{ entity: 'shot', id: 'one', field: 'mood' }]);
    expect(ben.row('shot', 'one')).toMatchObject({ mood: 'tense', lensMm: 50 });
  });

  test('a value that was not sent and loses is a conflict, the same on both devices', () => {
    write(ben, { mood: 'mine' });
    devices[0].nowMs += 1_000;
    write(anna, { mood: 'tense' });
    unwrap(ben.sync.merge(testProjectId, sendAll(anna), 3));
    const [conflict] = ben.rows('conflict', testProjectId);
    expect(conflict).toMatchObject({
      entity: 'shot',
      rowId: 'one',
      field: 'mood',
      value: 'mine',
      winnerValue: 'tense',
    });
    unwrap(anna.sync.merge(testProjectId, sendAll(ben), 4));
    expect(anna.rows('conflict', testProjectId)).toEqual([conflict]);
  });

  test('fields that were edited by hand on two devices are all of them', () => {
    write(ben, { mood: 'mine', editedFields: ['mood'] });
    write(anna, { lensMm: 85, editedFields: ['lensMm'] });
    unwrap(ben.sync.merge(testProjectId, sendAll(anna), 3));
    unwrap(anna.sync.merge(testProjectId, sendAll(ben), 4));
    for (const { store } of devices) {
      expect(store.row('shot', 'one')).toMatchObject({
        mood: 'mine',
        lensMm: 85,
        editedFields: ['lensMm', 'mood'],
      });
      expect(store.rows('conflict', testProjectId)).toEqual([]);
    }
  });

  test('a shot that was deleted elsewhere goes, and what was written into it here is kept with the whole shot', () => {
    write(ben, { mood: 'mine' });
    unwrap(anna.commit(patchOf([removeChange('shot', shot)]), edit));
    unwrap(ben.sync.merge(testProjectId, sendAll(anna), 3));
    expect(ben.row('shot', 'one')).toBeNull();
    const [conflict] = ben.rows('conflict', testProjectId);
    expect(conflict).toMatchObject({ field: null, winnerValue: null, value: { ...shot, mood: 'mine' } });
    unwrap(anna.undo(testProjectId));
    unwrap(ben.sync.merge(testProjectId, sendAll(anna), 4));
    expect(ben.row('shot', 'one')).toEqual(shot);
  });

  test('a clock that is a day ahead is followed: what waits gets stamps of now, in their order', () => {
    devices[1].nowMs = beganMs + 86_400_000;
    write(ben, { mood: 'one' });
    write(ben, { lensMm: 85 });
    ben.sync.followClock(-86_400_000);
    const [row] = sendAll(ben);
    const [mood, lens] = [row?.s?.['mood'] ?? '', row?.s?.['lensMm'] ?? ''];
    expect([parseHlc(mood).ms, parseHlc(lens).ms]).toEqual([beganMs, beganMs]);
    expect(mood < lens).toBe(true);
    write(ben, { mood: 'two' });
    expect(parseHlc(sendAll(ben)[0]?.s?.['mood'] ?? '').ms).toBe(beganMs);
  });

  test('a clock that is a day behind does not lose against what was written before', () => {
    devices[0].nowMs += 30_000;
    write(anna, { mood: 'tense' });
    devices[1].nowMs = beganMs + 60_000 - 86_400_000;
    write(ben, { mood: 'later' });
    ben.sync.followClock(86_400_000);
    unwrap(ben.sync.merge(testProjectId, sendAll(anna), 3));
    expect(ben.row('shot', 'one')?.mood).toBe('later');
  });

  test('a row that was deleted elsewhere before its answer came stays deleted when the clock is followed', () => {
    devices[1].nowMs = beganMs + 1_000 - 86_400_000;
    unwrap(ben.commit(patchOf([addChange('shot', { ...shot, id: shotId('two') })]), edit));
    const out = ben.sync.outgoing(testProjectId, 10);
    unwrap(anna.sync.merge(testProjectId, out?.rows ?? [], 3));
    const added = anna.row('shot', 'two') ?? expect.unreachable();
    unwrap(anna.commit(patchOf([removeChange('shot', added)]), edit));
    unwrap(ben.sync.merge(testProjectId, sendAll(anna), 4));
    ben.sync.followClock(86_400_000);
    expect(ben.row('shot', 'two')).toBeNull();
    for (const row of sendAll(ben)) if (row.id === 'two') expect(isGone(row)).toBe(true);
  });
});
