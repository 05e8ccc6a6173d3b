import type { Asset } from '../../assets/asset.ts';
import type { TakeId } from '../../kernel/ids.ts';
import type { RecordsPatch } from '../../kernel/patch.ts';
import type { Scene } from '../../scenes/scene.ts';
import type { Shot } from '../../shots/shot.ts';
import { followSound } from '../assembly/sound/follow-sound.ts';
import { noSound } from '../assembly/sound/sound-medium.ts';
import { PatchDraft } from '../patch-draft.ts';
import type { SoundOf } from '../records.ts';
import type { TimelineIndex } from '../timeline-index.ts';

/** Swaps the files of the clips that are linked to the line of a shot, or to the music and effects of a scene. Places and lengths stay. */
export function followChosenSounds(
  index: TimelineIndex,
  { shot, scene }: { readonly shot?: Shot; readonly scene?: Scene },
  fileOf: (takeId: TakeId) => Asset | null,
): RecordsPatch {
  const draft = new PatchDraft();
  const follow = (sound: SoundOf, takeId: TakeId | null): void => {
    const file = takeId === null ? null : fileOf(takeId);
    const sourceLengthFlicks = file?.facts?.durationFlicks ?? 0;
    const medium = file === null ? noSound : { assetId: file.id, sourceLengthFlicks };
    followSound(draft, index, sound, medium);
  };
  if (shot !== undefined) follow({ what: 'speech', shotId: shot.id }, shot.chosenSpeechId);
  if (scene !== undefined) {
    follow({ what: 'music', sceneId: scene.id }, scene.chosenMusicId);
    for (const { id: effectId, chosenTakeId } of scene.effects) {
      follow({ what: 'effect', sceneId: scene.id, effectId }, chosenTakeId);
    }
  }
  return draft.toPatch();
}
