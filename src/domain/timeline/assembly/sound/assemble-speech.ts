import type { PatchDraft } from '../../patch-draft.ts';
import { plainSound } from '../../plain-sound.ts';
import type { Anchor, ClipItem, Track } from '../../records.ts';
import { followStory, isUntouched } from '../assembled.ts';
import type { ClipPlan } from '../clip-plans.ts';
import { speechIdOf } from './plan-speech.ts';
import { noSound } from './sound-medium.ts';

/**
 * Puts the chosen speech of a shot under its clip: once. A place, length or level that a person gave it stays; one that a person deleted stays away until none was chosen. Call it
 * after the clip itself is in the draft.
 */
export function assembleSpeech(draft: PatchDraft, plan: ClipPlan, trackOf: () => Track): void {
  const { speech } = plan;
  const clip = draft.get('item', plan.clipId) ?? plan.primary;
  if (clip?.kind !== 'clip' || clip.assembled === null) return;
  const written = speech.medium === null ? null : true;
  if ((clip.assembled['speech'] ?? null) !== written) {
    draft.update('item', plan.primary ?? clip, { assembled: { ...clip.assembled, speech: written } });
  }
  if (speech.medium === null) {
    if (speech.item !== null && isInItsPlace(speech.item)) draft.remove('item', speech.item);
    return;
  }
  const anchor: Anchor = { to: 'item', itemId: clip.id, offsetFlicks: speech.offsetFlicks };
  const fields = { anchor, durationFlicks: speech.durationFlicks, gainDb: speech.gainDb };
  if (speech.item !== null)
    draft.update('item', speech.item, followStory<ClipItem>(withGain(speech.item), fields));
  else if (!speech.isDeleted) draft.add('item', newSpeech(plan, clip, trackOf(), fields));
}

function isInItsPlace(item: ClipItem): boolean {
  return isUntouched(item, 'anchor') && isUntouched(item, 'durationFlicks');
}

/** Lines that were laid before levels were measured were laid at 0 dB. */
function withGain(item: ClipItem): ClipItem {
  return item.assembled === null ? item : { ...item, assembled: { gainDb: 0, ...item.assembled } };
}

function newSpeech(
  { speech, shot }: ClipPlan,
  { projectId }: ClipItem,
  track: Track,
  fields: { readonly anchor: Anchor; readonly durationFlicks: number; readonly gainDb: number },
): ClipItem {
  return {
    id: speechIdOf(projectId, shot.id),
    projectId,
    trackId: track.id,
    order: 'a0',
    kind: 'clip',
    ...plainSound,
    ...(speech.medium ?? noSound),
    shotId: null,
    soundOf: { what: 'speech', shotId: shot.id },
    sourceInFlicks: 0,
    fit: 'fill',
    opacity: 1,
    fadeInFlicks: 0,
    fadeOutFlicks: 0,
    muted: false,
    ...fields,
    assembled: fields,
  };
}
