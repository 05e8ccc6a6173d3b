import type { SourceBlock } from '../not-filmed.ts';
import { isAsRead, readingMarkOf, readSceneFields, withoutReadingMark } from '../reading-mark.ts';
import type { Scene } from '../scene.ts';
import { type ReconciledRows, reconcileRows } from './reconcile-rows.ts';

/**
 * Brings stored scenes up to a fresh breakdown. A scene whose blocks are gone goes too. What a language model said of a scene
 * stays while the scene's words do; `read` are the scenes whose fresh rows are a model's.
 */
export function reconcileScenes(
  stored: readonly Scene[],
  fresh: readonly Scene[],
  blocks: readonly SourceBlock[],
  read: ReadonlySet<string> = new Set(),
): ReconciledRows<Scene> {
  const byId = new Map<string, SourceBlock>(blocks.map((block) => [block.id, block]));
  const blocksOf = new Map(fresh.map(({ id, blockIds }) => [id, blockIds]));
  return reconcileRows('scene', stored, fresh, {
    staysAlone: () => false,
    // Which blocks are in it is always the text's to say; a cut by hand is respected when the text is cut.
    keeps: ({ editedFields }, { id, blockIds }) => [
      'musicPrompt',
      'chosenMusicId',
      'effects',
      ...(!read.has(id) && isAsRead({ editedFields, blockIds }, byId) ? readSceneFields : []),
    ],
    finish: (scenes) =>
      scenes.map((scene) => {
        const blockIds = blocksOf.get(scene.id) ?? scene.blockIds;
        if (!read.has(scene.id)) return { ...scene, blockIds };
        const editedFields = [...withoutReadingMark(scene.editedFields), readingMarkOf(blockIds, byId)];
        return { ...scene, blockIds, editedFields };
      }),
  });
}
