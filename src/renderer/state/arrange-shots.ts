import type { SceneId, ShotId } from '../../domain/kernel/ids.ts';
import type { Scene } from '../../domain/scenes/scene.ts';
import type { Shot } from '../../domain/shots/shot.ts';
import { numberScenes, shotLetters, shotsInFilmOrder } from '../../domain/shots/shot-numbers.ts';

/** A scene with the shots that it is filmed in. */
export interface SceneShots {
  readonly scene: Scene;
  readonly number: string;
  readonly shotIds: readonly ShotId[];
}

/** Where a shot stands in the film: "12B" of scene "12". */
export interface ShotPlace {
  readonly number: string;
  readonly sceneNumber: string;
  readonly index: number;
}

/** The film in its order. */
export interface ArrangedShots {
  readonly scenes: readonly SceneShots[];
  readonly shotIds: readonly ShotId[];
  readonly places: ReadonlyMap<string, ShotPlace>;
}

/** Scenes in film order with their shots, and the number of each. Scenes as the mirror holds them: in order. */
export function arrangeShots(scenes: readonly Scene[], shots: readonly Shot[]): ArrangedShots {
  const numbers = numberScenes(scenes);
  const inOrder = shotsInFilmOrder(scenes, shots);
  const members = new Map<SceneId, ShotId[]>(scenes.map(({ id }) => [id, []]));
  const places = new Map<string, ShotPlace>();
  inOrder.forEach((shot, index) => {
    const own = members.get(shot.sceneId);
    const sceneNumber = numbers.get(shot.sceneId) ?? '0';
    places.set(shot.id, { number: `${sceneNumber}${shotLetters(own?.length ?? 0)}`, sceneNumber, index });
    own?.push(shot.id);
  });
  return {
    scenes: scenes.map((scene) => ({
      scene,
      number: numbers.get(scene.id) ?? '0',
      shotIds: members.get(scene.id) ?? [],
    })),
    shotIds: inOrder.map(({ id }) => id),
    places,
  };
}
