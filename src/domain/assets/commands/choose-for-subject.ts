import type { GenerationRequest } from '../../jobs/generation-request.ts';
import { isPictureRequest, wordsOfRequest } from '../../jobs/request-kinds.ts';
import { type RecordChange, updateChange } from '../../kernel/patch.ts';
import type { Scene } from '../../scenes/scene.ts';
import type { Shot } from '../../shots/shot.ts';
import type { Take } from '../take.ts';

/** The rows that a take may be the chosen one of; null for what it is not for, and for what was deleted meanwhile. */
export interface TakeSubject {
  readonly shot: Shot | null;
  readonly scene: Scene | null;
}

/**
 * Makes a take the chosen one of what it is for: what was asked for last is what a person wants to see and hear. What it is for may
 * have been deleted meanwhile, or an effect of these words be gone from its scene; the take is kept all the same, and the answer is null.
 */
export function chooseForSubject(
  take: Take,
  request: GenerationRequest,
  { shot, scene }: TakeSubject,
): RecordChange | null {
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
  if (scene === null) return null;
  if (take.kind === 'music') return updateChange('scene', scene, { chosenMusicId: take.id });
  if (take.kind !== 'effect') return null;
  const words = wordsOfRequest(request);
  const effects = scene.effects.map((effect) =>
    effect.prompt.trim() === words ? { ...effect, chosenTakeId: take.id } : effect,
  );
  return updateChange('scene', scene, { effects });
}

/** What was made larger is shown in place of what it was made from, and of nothing else. */
function isWanted({ fromTakeId }: Take, { kind }: GenerationRequest, shot: Shot): boolean {
  if (kind !== 'upscaled-still' && kind !== 'upscaled-clip') return true;
  return fromTakeId === null || fromTakeId === shot.chosenStillId || fromTakeId === shot.chosenClipId;
}
