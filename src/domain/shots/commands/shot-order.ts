import { compareByOrder, keyBetween, type OrderKey } from '../../kernel/order.ts';
import type { Scene } from '../../scenes/scene.ts';
import type { Shot } from '../shot.ts';
import { shotsInFilmOrder } from '../shot-numbers.ts';

/**
 * The key for a shot in `sceneId` after `afterShotId` (null: first). Between its neighbours in the scene; at the ends of
 * a scene also between those of the film, as long as the keys of the film rise there.
 */
export function orderInScene(
  scenes: readonly Scene[],
  shots: readonly Shot[],
  sceneId: string,
  afterShotId: string | null,
): OrderKey {
  const film = shotsInFilmOrder(scenes, shots);
  const own = film.filter((shot) => shot.sceneId === sceneId);
  const at = afterShotId === null ? -1 : own.findIndex(({ id }) => id === afterShotId);
  const before = own[at]?.order ?? null;
  const after = own[at + 1]?.order ?? null;
  const rank = new Map<string, number>([...scenes].sort(compareByOrder).map(({ id }, i) => [id, i]));
  const place = rank.get(sceneId) ?? rank.size;
  const low = before ?? film.findLast((shot) => (rank.get(shot.sceneId) ?? rank.size) < place)?.order ?? null;
  const high = after ?? film.find((shot) => (rank.get(shot.sceneId) ?? rank.size) > place)?.order ?? null;
  if (low === null || high === null || low < high) return keyBetween(low, high);
  if (before !== null || after !== null) return keyBetween(before, after);
  return keyBetween(low, null);
}
