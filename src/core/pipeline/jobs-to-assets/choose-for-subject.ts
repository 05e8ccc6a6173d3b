import type { Take } from '../../../domain/assets/take.ts';
import type { GenerationRequest } from '../../../domain/jobs/generation-request.ts';
import { isPictureRequest, wordsOfRequest } from '../../../domain/jobs/request-kinds.ts';
import { type RecordChange, updateChange } from '../../../domain/kernel/patch.ts';
import type { Shot } from '../../../domain/shots/shot.ts';
import type { Store } from '../../store/store.ts';

/** What was made larger is shown in place of what it was made from, and of nothing else. */
function isWanted({ fromTakeId }: Take, { kind }: GenerationRequest, shot: Shot): boolean {
  if (kind !== 'upscaled-still' && kind !== 'upscaled-clip') return true;
  return fromTakeId === null || fromTakeId === shot.chosenStillId || fromTakeId === shot.chosenClipId;
}

/**
 * Makes a take the chosen one of what it is for: what was asked for last is what a person wants to see and hear. What it is for may
 * have been deleted meanwhile, or an effect of these words be gone from its scene; the take is kept all the same.
 */
export function chooseForSubject(
  store: Pick<Store, 'row'>,
  take: Take,
  request: GenerationRequest,
): RecordChange | null {
  const shot = take.shotId === null ? null : store.row('shot', take.shotId);
  // A part of a clip stands on the timeline, and is not what its shot shows.
  if (isPictureRequest(request) && request.part !== undefined) return null;
  if (shot !== null) {
    if (!isWanted(take, request, shot)) return null;
    switch (take.kind) {
      case 'still':
        return updateChange('shot', shot, { chosenStillId: take.id });
      case 'clip':
        return updateChange('shot', shot, { chosenClipId: take.id });
      case 'speech':
        return updateChange('shot', shot, { chosenSpeechId: take.id });
      case 'music':
      case 'effect':
        return null;
    }
  }
  const scene = take.sceneId === null ? null : store.row('scene', take.sceneId);
  if (scene === null) return null;
  if (take.kind === 'music') return updateChange('scene', scene, { chosenMusicId: take.id });
  if (take.kind !== 'effect') return null;
  const words = wordsOfRequest(request);
  const effects = scene.effects.map((effect) =>
    effect.prompt.trim() === words ? { ...effect, chosenTakeId: take.id } : effect,
  );
  return updateChange('scene', scene, { effects });
}
