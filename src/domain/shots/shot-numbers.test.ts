import { expect, test } from 'vitest';
import { makeScene, makeShot, sceneId } from '../../testing/builders/story-rows.ts';
import { numberScenes, numberShots, shotLetters, shotsInFilmOrder } from './shot-numbers.ts';

test('letters skip I and O and go on with two', () => {
  expect([0, 7, 8, 12, 13, 23, 24, 25].map(shotLetters)).toEqual(['A', 'H', 'J', 'N', 'P', 'Z', 'AA', 'AB']);
});

test('shots are numbered in film order, in their scene', () => {
  const scenes = [makeScene('two', 'a1'), makeScene('one', 'a0', { number: '7A' })];
  const shots = [
    makeShot('x', 'a0', { sceneId: sceneId('two') }),
    makeShot('y', 'a1', { sceneId: sceneId('one') }),
    makeShot('z', 'a2', { sceneId: sceneId('two') }),
  ];
  expect(shotsInFilmOrder(scenes, shots).map(({ id }) => id)).toEqual(['y', 'x', 'z']);
  const numbers = numberShots(scenes, shots);
  expect(['y', 'x', 'z'].map((id) => numbers.get(id)?.shotNumber)).toEqual(['7AA', '2A', '2B']);
});

test('a number of the script is never given twice', () => {
  const scenes = [
    makeScene('a', 'a0'),
    makeScene('b', 'a1', { number: '1' }),
    makeScene('c', 'a2', { number: '1' }),
  ];
  expect(new Set(numberScenes(scenes).values()).size).toBe(3);
});
