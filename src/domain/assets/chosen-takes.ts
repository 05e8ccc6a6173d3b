import type { TakeId } from '../kernel/ids.ts';
import type { Scene } from '../scenes/scene.ts';
import type { Shot } from '../shots/shot.ts';
import type { chosenTakeFields } from '../shots/untaken.ts';

/** What is needed of a shot to know which takes it shows and speaks. */
export type ChoosingShot = Pick<Shot, (typeof chosenTakeFields)[number]>;
export type ChoosingScene = Pick<Scene, 'chosenMusicId' | 'effects'>;

/** Every take that the film shows or sounds: an approval alone chooses nothing. */
export function chosenTakeIds(
  shots: readonly ChoosingShot[],
  scenes: readonly ChoosingScene[],
): ReadonlySet<TakeId> {
  const ids = new Set<TakeId | null>();
  for (const { chosenStillId, chosenClipId, chosenSpeechId } of shots) {
    ids.add(chosenStillId).add(chosenClipId).add(chosenSpeechId);
  }
  for (const { chosenMusicId, effects } of scenes) {
    ids.add(chosenMusicId);
    for (const { chosenTakeId } of effects) ids.add(chosenTakeId);
  }
  ids.delete(null);
  return ids as ReadonlySet<TakeId>;
}
