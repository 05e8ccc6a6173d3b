import { fail, ok, type Result } from '../../kernel/result.ts';
import type { Scene } from '../../scenes/scene.ts';
import type { StoredBlock } from '../reconcile/reconcile-shots.ts';
import type { Shot } from '../shot.ts';

/** The rows of one project that commands on scenes and shots read. Blocks in text order. */
export interface BreakdownRows {
  readonly blocks: readonly StoredBlock[];
  readonly scenes: readonly Scene[];
  readonly shots: readonly Shot[];
}

/** The shot, or `shot.not-found`. */
export function requireShot(shots: readonly Shot[], shotId: string): Result<Shot> {
  const shot = shots.find(({ id }) => id === shotId);
  return shot === undefined
    ? fail('shot.not-found', `There is no shot ${shotId}. Nothing was changed; refresh the list.`)
    : ok(shot);
}

/** The scene, or `scene.not-found`. */
export function requireScene(scenes: readonly Scene[], sceneId: string): Result<Scene> {
  const scene = scenes.find(({ id }) => id === sceneId);
  return scene === undefined
    ? fail('scene.not-found', `There is no scene ${sceneId}. Nothing was changed; refresh the list.`)
    : ok(scene);
}
