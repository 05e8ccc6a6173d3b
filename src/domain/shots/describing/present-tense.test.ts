import { expect, test } from 'vitest';
import { toPresentTense } from './present-tense.ts';

test.each([
  ['The harbour woke before the town did.', 'The harbour wakes before the town does.'],
  ['There were six boats out.', 'There are six boats out.'],
  ['The ice machines began to shake.', 'The ice machines begin to shake.'],
  ['Ines unlocked the hut and put the kettle on.', 'Ines unlocks the hut and puts the kettle on.'],
  ['One by one they answered.', 'One by one they answer.'],
  ['It passed the drowned tractor.', 'It passes the drowned tractor.'],
  ['Two hedges that had become the banks of a canal.', 'Two hedges that have become the banks of a canal.'],
  ['It turned once, as if it were looking at him.', 'It turns once, as if it were looking at him.'],
  ['She could see the plates hanging on the wall.', 'She can see the plates hanging on the wall.'],
  ['The boat lay dark against the stones.', 'The boat lies dark against the stones.'],
  ['went outside, and began to play', 'goes outside, and begins to play'],
  ['The old man carried a folded map.', 'The old man carries a folded map.'],
  ['Mara polishes the lens.', 'Mara polishes the lens.'],
])('%s', (past, present) => {
  expect(toPresentTense(past)).toBe(present);
});
