import { expect, test } from 'vitest';
import { makeScene, makeShot, sceneId } from '../../../testing/builders/story-rows.ts';
import { repairShots } from './repair-shots.ts';

const scenes = [makeScene('two', 'a1'), makeScene('one', 'a0')];

test('a shot of a scene that is gone is in the last scene, on every device', () => {
  const shots = [makeShot('a', 'a0'), makeShot('b', 'a1', { sceneId: sceneId('gone') })];
  const repaired = repairShots(scenes, shots);
  expect(repaired.map(({ sceneId }) => sceneId)).toEqual(['one', 'two']);
  expect(repairShots([...scenes].reverse(), shots)).toEqual(repaired);
  expect(repairShots(scenes, repaired)).toBe(repaired);
});

test('shots that have their scenes, or a film without any, are as they were given', () => {
  const shots = [makeShot('a', 'a0')];
  expect(repairShots(scenes, shots)).toBe(shots);
  expect(repairShots([], shots)).toBe(shots);
});
