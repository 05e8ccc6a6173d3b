import type { Scene } from '../scene.ts';
import { type ReconciledRows, reconcileRows } from './reconcile-rows.ts';

/** Brings stored scenes up to a fresh breakdown. A scene whose blocks are gone goes too. */
export function reconcileScenes(stored: readonly Scene[], fresh: readonly Scene[]): ReconciledRows<Scene> {
  const blocksOf = new Map(fresh.map(({ id, blockIds }) => [id, blockIds]));
  return reconcileRows('scene', stored, fresh, {
    staysAlone: () => false,
    // Which blocks are in it is always the text's to say; a cut by hand is respected when the text is cut.
    keeps: () => ['musicPrompt', 'chosenMusicId', 'effects'],
    finish: (scenes) =>
      scenes.map((scene) => ({ ...scene, blockIds: blocksOf.get(scene.id) ?? scene.blockIds })),
  });
}
