import { compareByOrder, keyBetween, type OrderKey } from '../../kernel/order.ts';
import { orderKeysFor } from '../../kernel/order-room.ts';
import { type RecordChange, updateChange } from '../../kernel/patch.ts';
import type { Scene } from '../../scenes/scene.ts';
import type { Shot } from '../shot.ts';
import { shotsInFilmOrder } from '../shot-numbers.ts';

/** Where a shot goes, and what has to make room for it. */
export interface PlaceInScene {
  readonly order: OrderKey;
  /** Empty, but where two devices gave neighbours the same key: those behind then get new ones. */
  readonly moved: readonly (RecordChange | null)[];
}

/**
 * The place for a shot in `sceneId` after `afterShotId` (null: first). Between its neighbours in the scene; at the ends of
 * a scene also between those of the film, as long as the keys of the film rise there.
 */
export function placeInScene(
  scenes: readonly Scene[],
  shots: readonly Shot[],
  sceneId: string,
  afterShotId: string | null,
): PlaceInScene {
  const film = shotsInFilmOrder(scenes, shots);
  const own = film.filter((shot) => shot.sceneId === sceneId);
  const at = afterShotId === null ? -1 : own.findIndex(({ id }) => id === afterShotId);
  const before = own[at]?.order ?? null;
  const after = own[at + 1]?.order ?? null;
  if (before !== null && before === after) {
    const behind = own.slice(at + 1);
    const keys = orderKeysFor([{ order: before }, { order: null }, ...behind]).slice(1);
    const moved = behind.map((shot, i) =>
      updateChange<Shot>('shot', shot, { order: keys[i + 1] ?? shot.order }),
    );
    return { order: keys[0] ?? before, moved };
  }
  const rank = new Map<string, number>([...scenes].sort(compareByOrder).map(({ id }, i) => [id, i]));
  const place = rank.get(sceneId) ?? rank.size;
  const low = before ?? film.findLast((shot) => (rank.get(shot.sceneId) ?? rank.size) < place)?.order ?? null;
  const high = after ?? film.find((shot) => (rank.get(shot.sceneId) ?? rank.size) > place)?.order ?? null;
  const rises = low === null || high === null || low < high;
  if (rises) return { order: keyBetween(low, high), moved: [] };
  const isAlone = before === null && after === null;
  return { order: isAlone ? keyBetween(low, null) : keyBetween(before, after), moved: [] };
}
