import { deriveId } from '../../kernel/derive-id.ts';
import { ItemId, type ProjectId, type ShotId, type TrackId } from '../../kernel/ids.ts';
import { canonicalJson } from '../../kernel/patch.ts';
import type { FrameRate } from '../../kernel/time.ts';
import type { DialogueLine } from '../../shots/shot.ts';
import type { PatchDraft } from '../patch-draft.ts';
import type { Anchor, CaptionItem, ClipItem } from '../records.ts';
import type { TimelineIndex } from '../timeline-index.ts';
import { isAllUntouched } from './assembled.ts';
import type { ClipPlan } from './clip-plans.ts';
import { type LaidCaption, layCaptions } from './lay-captions.ts';
import type { SpeechPlan } from './sound/plan-speech.ts';

/**
 * Writes a shot's dialogue as captions on its clip: once, and again when the words, the shot's length or when
 * it is spoken change and no person has touched the captions since. Call it after the clip itself is in the draft.
 */
export function assembleCaptions(
  draft: PatchDraft,
  index: TimelineIndex,
  plan: ClipPlan,
  trackId: TrackId,
  rate: FrameRate,
): void {
  const clip = draft.get('item', plan.clipId) ?? plan.primary;
  if (clip?.kind !== 'clip' || clip.assembled === null) return;
  const dialogue = plan.shot.dialogue;
  const { heard } = plan.speech;
  const spoken = heard === null ? [] : [heard.offsetFlicks, heard.durationFlicks];
  const written =
    dialogue === null ? null : deriveId(canonicalJson(dialogue), plan.durationFlicks, ...spoken);
  if ((clip.assembled['dialogue'] ?? null) === written) return;
  draft.update('item', plan.primary ?? clip, { assembled: { ...clip.assembled, dialogue: written } });

  const existing = linkedCaptions(index, plan);
  if (!existing.every(isAllUntouched)) return;
  const laid = dialogue === null ? [] : captionsOf(dialogue, clip.durationFlicks, heard, rate);
  const kept = new Set<ItemId>();
  laid.forEach(({ offsetFlicks, ...caption }, n) => {
    const id = captionIdOf(clip.projectId, plan.shot.id, n);
    const anchor: Anchor = { to: 'item', itemId: clip.id, offsetFlicks };
    const fields = { ...caption, anchor };
    const old = index.items.get(id);
    kept.add(id);
    if (old === undefined) draft.add('item', newCaption(id, clip, plan, trackId, fields));
    else if (old.kind === 'caption' && old.shotId === plan.shot.id) {
      draft.update('item', old, { ...fields, assembled: fields });
    }
  });
  for (const caption of existing) if (!kept.has(caption.id)) draft.remove('item', caption);
}

/** Where the line is spoken, captions stand while it is heard; else they share the clip. */
function captionsOf(
  line: DialogueLine,
  clipFlicks: number,
  heard: SpeechPlan['heard'],
  rate: FrameRate,
): LaidCaption[] {
  if (heard === null) return layCaptions(line, clipFlicks, rate);
  return layCaptions(line, heard.durationFlicks, rate, 'spoken').map((caption) => ({
    ...caption,
    offsetFlicks: caption.offsetFlicks + heard.offsetFlicks,
  }));
}

/** The id of a caption that assembly makes: `n` counts those of the shot. */
export function captionIdOf(projectId: ProjectId, shotId: ShotId, n: number): ItemId {
  return ItemId.parse(deriveId('item', projectId, 'caption', shotId, n));
}

function newCaption(
  id: ItemId,
  clip: ClipItem,
  plan: ClipPlan,
  trackId: TrackId,
  fields: Pick<CaptionItem, 'text' | 'speaker' | 'durationFlicks'> & { readonly anchor: Anchor },
): CaptionItem {
  return {
    id,
    projectId: clip.projectId,
    trackId,
    order: 'a0',
    kind: 'caption',
    shotId: plan.shot.id,
    ...fields,
    assembled: fields,
  };
}

function linkedCaptions(index: TimelineIndex, plan: ClipPlan): CaptionItem[] {
  const captions: CaptionItem[] = [];
  for (const id of index.byShot.get(plan.shot.id) ?? []) {
    const item = index.items.get(id);
    if (item?.kind === 'caption') captions.push(item);
  }
  return captions;
}
