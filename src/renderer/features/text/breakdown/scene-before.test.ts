import { expect, test } from 'vitest';
import type { SceneId } from '../../../../domain/kernel/ids.ts';
import { sceneBefore } from './scene-before.ts';

const order = ['a', 'b', 'c', 'd'] as SceneId[];

test.each([
  ['d', 'a', 'before', null],
  ['d', 'a', 'after', 'a'],
  ['a', 'd', 'after', 'd'],
  ['a', 'd', 'before', 'c'],
  ['b', 'd', 'before', 'c'],
] as const)('%s dropped on %s, %s it, stands after %s', (moved, target, side, after) => {
  expect(sceneBefore(order, moved as SceneId, target as SceneId, side)).toEqual({ afterSceneId: after });
});

test.each([
  ['b', 'b', 'before'],
  ['b', 'a', 'after'],
  ['b', 'c', 'before'],
  ['a', 'b', 'before'],
  ['a', 'gone', 'before'],
] as const)('%s dropped on %s, %s it, stays', (moved, target, side) => {
  expect(sceneBefore(order, moved as SceneId, target as SceneId, side)).toBeNull();
});
