import type { SceneId, ShotId } from '../../../../domain/kernel/ids.ts';
import type { SceneShots } from '../../../state/shot-index.ts';

export interface MoveTarget {
  readonly sceneId: SceneId;
  readonly afterShotId: ShotId | null;
}

export type MoveStep = 'earlier' | 'later' | 'previous-scene' | 'next-scene';

/**
 * Where one step takes the selected shots, kept together: past one neighbour, at a scene's end into the next scene, or to
 * the end of the scene before and the start of the one after. null where there is nothing further.
 */
export function moveTarget(
  scenes: readonly SceneShots[],
  selected: ReadonlySet<ShotId>,
  step: MoveStep,
): MoveTarget | null {
  const holding = scenes.flatMap(({ shotIds }, i) => (shotIds.some((id) => selected.has(id)) ? [i] : []));
  const forward = step === 'later' || step === 'next-scene';
  const at = forward ? holding.at(-1) : holding[0];
  const home = at === undefined ? undefined : scenes[at];
  if (at === undefined || home === undefined) return null;
  if (step === 'earlier' || step === 'later') {
    const inside = stepInside(home, selected, forward);
    if (inside !== null) return inside;
  }
  const next = scenes[at + (forward ? 1 : -1)];
  if (next === undefined) return null;
  const others = next.shotIds.filter((id) => !selected.has(id));
  return { sceneId: next.scene.id, afterShotId: forward ? null : (others.at(-1) ?? null) };
}

function stepInside(
  { scene, shotIds }: SceneShots,
  selected: ReadonlySet<ShotId>,
  forward: boolean,
): MoveTarget | null {
  if (forward) {
    const last = shotIds.findLastIndex((id) => selected.has(id));
    const neighbour = shotIds[last + 1];
    return neighbour === undefined ? null : { sceneId: scene.id, afterShotId: neighbour };
  }
  const first = shotIds.findIndex((id) => selected.has(id));
  return first <= 0 ? null : { sceneId: scene.id, afterShotId: shotIds[first - 2] ?? null };
}
