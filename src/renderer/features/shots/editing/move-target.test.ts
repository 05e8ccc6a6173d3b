import { describe, expect, test } from 'vitest';
import type { ShotId } from '../../../../domain/kernel/ids.ts';
import { makeScene } from '../../../../testing/builders/story-rows.ts';
import type { SceneShots } from '../../../state/shot-index.ts';
import { moveTarget } from './move-target.ts';

const scenes: SceneShots[] = [
  { scene: makeScene('one', 'a0'), number: '1', shotIds: ['a', 'b', 'c'] as ShotId[] },
  { scene: makeScene('two', 'a1'), number: '2', shotIds: [] },
  { scene: makeScene('three', 'a2'), number: '3', shotIds: ['d', 'e'] as ShotId[] },
];
const select = (...ids: string[]) => new Set(ids as ShotId[]);

describe('one step', () => {
  test('goes past one neighbour', () => {
    expect(moveTarget(scenes, select('b'), 'later')).toEqual({ sceneId: 'one', afterShotId: 'c' });
    expect(moveTarget(scenes, select('b'), 'earlier')).toEqual({ sceneId: 'one', afterShotId: null });
    expect(moveTarget(scenes, select('c'), 'earlier')).toEqual({ sceneId: 'one', afterShotId: 'a' });
  });

  test('takes several together', () => {
    expect(moveTarget(scenes, select('a', 'b'), 'later')).toEqual({ sceneId: 'one', afterShotId: 'c' });
    expect(moveTarget(scenes, select('a', 'd'), 'later')).toEqual({ sceneId: 'three', afterShotId: 'e' });
  });

  test('leads into the neighbouring scene at an end', () => {
    expect(moveTarget(scenes, select('c'), 'later')).toEqual({ sceneId: 'two', afterShotId: null });
    expect(moveTarget(scenes, select('d'), 'previous-scene')).toEqual({ sceneId: 'two', afterShotId: null });
    expect(moveTarget(scenes, select('a'), 'next-scene')).toEqual({ sceneId: 'two', afterShotId: null });
  });

  test('ends at the ends of the film', () => {
    expect(moveTarget(scenes, select('a'), 'earlier')).toBeNull();
    expect(moveTarget(scenes, select('e'), 'later')).toBeNull();
    expect(moveTarget(scenes, select(), 'later')).toBeNull();
  });
});
