import { expect, test } from 'vitest';
import { makeShot, takeId } from '../../../testing/builders/story-rows.ts';
import { approveStills, isStillApproved } from './approve-stills.ts';

test('an approval is of the picture that is shown, and of no other', () => {
  const shown = makeShot('a', 'a0', { chosenStillId: takeId('t1') });
  const bare = makeShot('b', 'a1');
  const patch = approveStills([shown, bare], [shown.id, bare.id], true);
  expect(patch.changes).toMatchObject([{ id: shown.id, fields: { approvedStillId: { to: 't1' } } }]);
  const approved = { ...shown, approvedStillId: takeId('t1') };
  expect(isStillApproved(approved)).toBe(true);
  expect(isStillApproved({ ...approved, chosenStillId: takeId('t2') })).toBe(false);
  expect(isStillApproved(bare)).toBe(false);
  expect(approveStills([approved], [approved.id], false).changes).toMatchObject([
    { fields: { approvedStillId: { to: null } } },
  ]);
});
