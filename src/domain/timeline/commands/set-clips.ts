import type { ItemId } from '../../kernel/ids.ts';
import type { RecordsPatch } from '../../kernel/patch.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { PatchDraft } from '../patch-draft.ts';
import type { ClipItem } from '../records.ts';
import type { TimelineIndex } from '../timeline-index.ts';
import { findClip, frameOf } from './find-item.ts';
import { refuse } from './refusals.ts';

/** What can be set of several clips at once; those left out stay. */
export interface ClipSettings {
  /** 0…1 */
  readonly opacity?: number | undefined;
  readonly fit?: ClipItem['fit'] | undefined;
  /** −60 (silent) … +12. */
  readonly gainDb?: number | undefined;
  readonly muted?: boolean | undefined;
  /** Goes down under dialogue where its track does. */
  readonly ducks?: boolean | undefined;
  /** Of clips on tracks of sound: the medium begins again. */
  readonly loops?: boolean | undefined;
}

export interface SetClips extends ClipSettings {
  readonly itemIds: readonly ItemId[];
}

/** Sets how clips look and sound; only sound loops (`timeline.wrong-kind`). One row for each. */
export function setClips(index: TimelineIndex, { itemIds, ...settings }: SetClips): Result<RecordsPatch> {
  const { opacity, fit, gainDb, muted, ducks, loops } = settings;
  if (opacity !== undefined && !(opacity >= 0 && opacity <= 1)) {
    return refuse('timeline.out-of-range', { opacity, min: 0, max: 1 });
  }
  if (gainDb !== undefined && !(gainDb >= -60 && gainDb <= 12)) {
    return refuse('timeline.out-of-range', { gainDb, min: -60, max: 12 });
  }
  const draft = new PatchDraft();
  for (const itemId of new Set(itemIds)) {
    const clip = findClip(index, itemId);
    if (!clip.ok) return clip;
    if (loops === true && index.tracks.get(clip.value.trackId)?.kind !== 'audio') {
      return refuse('timeline.wrong-kind', { itemId, kind: 'picture' });
    }
    draft.update('item', clip.value, {
      ...(opacity === undefined ? {} : { opacity }),
      ...(fit === undefined ? {} : { fit }),
      ...(gainDb === undefined ? {} : { gainDb }),
      ...(muted === undefined ? {} : { muted }),
      ...(ducks === undefined ? {} : { ducks }),
      ...(loops === undefined ? {} : looping(index, clip.value, loops)),
    });
  }
  return ok(draft.toPatch());
}

/** A clip that loops no more ends with its medium, and with a fade that fits into what is left. */
function looping(index: TimelineIndex, clip: ClipItem, loops: boolean): Partial<ClipItem> {
  const left = clip.sourceLengthFlicks - clip.sourceInFlicks;
  if (loops || clip.sourceLengthFlicks === 0 || left >= clip.durationFlicks) return { loops };
  const durationFlicks = Math.max(frameOf(index), Math.floor(left / frameOf(index)) * frameOf(index));
  const fadeInFlicks = Math.min(clip.fadeInFlicks, durationFlicks);
  const fadeOutFlicks = Math.min(clip.fadeOutFlicks, durationFlicks - fadeInFlicks);
  return { loops, durationFlicks, fadeInFlicks, fadeOutFlicks };
}
