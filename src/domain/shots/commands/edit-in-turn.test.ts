import { expect, test } from 'vitest';
import { makeScene, makeShot, sceneId } from '../../../testing/builders/story-rows.ts';
import { unwrap } from '../../kernel/result.ts';
import { deleteShot } from './delete-shot.ts';
import { editInTurn } from './edit-in-turn.ts';
import { editShot } from './edit-shot.ts';
import { moveShot } from './move-shot.ts';

const rows = {
  blocks: [],
  scenes: [makeScene('one', 'a0'), makeScene('two', 'a1')],
  shots: [makeShot('a', 'a0'), makeShot('b', 'a1'), makeShot('c', 'a2')],
};
const rate = { num: 24, den: 1 };

test('several moves are one patch, in the order they were asked for', () => {
  const patch = unwrap(
    editInTurn(rows, [
      (now) => moveShot(now, 'c', sceneId('two'), null),
      (now) => moveShot(now, 'a', sceneId('two'), 'c'),
    ]),
  );
  expect(patch.changes.map((change) => change.kind === 'update' && change.id)).toEqual(['c', 'a']);
  const orders = patch.changes.map((change) =>
    change.kind === 'update' ? String(change.fields['order']?.to ?? 'a0') : '',
  );
  expect((orders[0] ?? '') < (orders[1] ?? '')).toBe(true);
});

test('two edits of one shot are one change from what it was to what it is', () => {
  const patch = unwrap(
    editInTurn(rows, [
      (now) => editShot(now.shots, [], rate, 'a', { mood: 'tense' }),
      (now) => editShot(now.shots, [], rate, 'a', { mood: 'calm', size: 'wide' }),
    ]),
  );
  expect(patch.changes).toEqual([
    expect.objectContaining({
      kind: 'update',
      id: 'a',
      fields: expect.objectContaining({
        mood: { from: null, to: 'calm' },
        size: { from: 'medium', to: 'wide' },
        editedFields: { from: [], to: ['mood', 'size'] },
      }),
    }),
  ]);
});

test('an edit and then a deletion removes the row as it was', () => {
  const patch = unwrap(
    editInTurn(rows, [
      (now) => editShot(now.shots, [], rate, 'a', { mood: 'tense' }),
      (now) => deleteShot(now, 'a'),
    ]),
  );
  expect(patch.changes).toEqual([{ kind: 'remove', entity: 'shot', row: rows.shots[0] }]);
});

test('one refusal refuses all', () => {
  const refused = editInTurn(rows, [(now) => deleteShot(now, 'a'), (now) => deleteShot(now, 'nobody')]);
  expect(refused).toMatchObject({ ok: false, fault: { code: 'shot.not-found' } });
});
