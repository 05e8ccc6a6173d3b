import { compareByOrder, keysBetween } from '../../kernel/order.ts';
import { patchOf, type RecordsPatch, removeChange, updateChange } from '../../kernel/patch.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { markEdited } from '../../scenes/commands/mark-edited.ts';
import type { Scene } from '../../scenes/scene.ts';
import type { Shot } from '../shot.ts';
import { shotsInFilmOrder } from '../shot-numbers.ts';
import { type BreakdownRows, requireScene } from './breakdown-rows.ts';

/**
 * Makes one scene of two that follow each other in the film and in the text. The first keeps its heading and facts and
 * gets the blocks and shots of the second. A new breakdown keeps them together.
 *
 * Refusals: `scene.not-found`, `scene.not-neighbours`.
 */
export function mergeScenes(
  { blocks, scenes, shots }: BreakdownRows,
  firstId: string,
  secondId: string,
): Result<RecordsPatch> {
  const first = requireScene(scenes, firstId);
  if (!first.ok) return first;
  const second = requireScene(scenes, secondId);
  if (!second.ok) return second;
  const [a, b] = [first.value, second.value];
  const sorted = [...scenes].sort(compareByOrder);
  const inFilm = sorted[sorted.findIndex(({ id }) => id === firstId) + 1]?.id === secondId;
  const lastBlock = blocks.findIndex(({ id }) => id === a.blockIds.at(-1));
  if (!inFilm || blocks[lastBlock + 1]?.id !== b.blockIds[0]) {
    return fail(
      'scene.not-neighbours',
      'Only a scene and the next one, in the film and in the text, become one. Both are kept.',
    );
  }
  const film = shotsInFilmOrder(scenes, shots);
  const moved = film.filter(({ sceneId }) => sceneId === secondId);
  const last = film.findLast(({ sceneId }) => sceneId === firstId)?.order ?? null;
  const inPlace = last === null || moved.every(({ order }) => order > last);
  const keys = inPlace ? moved.map(({ order }) => order) : keysBetween(last, null, moved.length);
  return ok(
    patchOf([
      updateChange<Scene>('scene', a, {
        blockIds: [...a.blockIds, ...b.blockIds],
        editedFields: markEdited(a.editedFields, ['blockIds']),
      }),
      removeChange('scene', b),
      ...moved.map((shot, i) =>
        updateChange<Shot>('shot', shot, { sceneId: a.id, order: keys[i] ?? shot.order }),
      ),
    ]),
  );
}
