import { deriveId } from '../../kernel/derive-id.ts';
import { ItemId, type ProjectId, type ShotId, type TrackId } from '../../kernel/ids.ts';
import { secondsToFlicks, snapToFrame } from '../../kernel/time.ts';
import type { PatchDraft } from '../patch-draft.ts';
import type { ClipItem, TitleItem } from '../records.ts';
import type { TimelineIndex } from '../timeline-index.ts';
import { isAllUntouched } from './assembled.ts';
import type { AssemblyInput } from './assembly-input.ts';
import type { ClipPlan } from './clip-plans.ts';
import { cardTextOf } from './title-card.ts';

const fadeSeconds = 0.5;
/** How the breakdown joins titles that share a card: "The Paper Boat / One". */
const joint = ' / ';

/**
 * Sets the words of a title shot over its clip, for as long as the clip: once, and again when the words or the length
 * change and no person has touched the title since. The film's own title comes with who wrote it. Call it after the
 * clip itself is in the draft.
 */
export function assembleTitle(
  draft: PatchDraft,
  index: TimelineIndex,
  plan: ClipPlan,
  trackId: TrackId,
  input: AssemblyInput,
): void {
  const clip = draft.get('item', plan.clipId) ?? plan.primary;
  if (clip?.kind !== 'clip' || clip.assembled === null) return;
  const text = titleText(plan, input);
  const written = text === null ? null : deriveId(text, clip.durationFlicks);
  if ((clip.assembled['title'] ?? null) === written) return;
  draft.update('item', plan.primary ?? clip, { assembled: { ...clip.assembled, title: written } });

  const id = titleIdOf(clip.projectId, plan.shot.id);
  const old = index.items.get(id);
  if (old !== undefined && (old.kind !== 'title' || !isAllUntouched(old))) return;
  if (text === null) {
    if (old !== undefined) draft.remove('item', old);
    return;
  }
  const fields = { text, durationFlicks: clip.durationFlicks };
  if (old?.kind === 'title') draft.update('item', old, { ...fields, assembled: fields });
  else draft.add('item', newTitle(id, clip, plan, trackId, input, fields));
}

/** The lines of a title shot; null for every other shot. */
function titleText({ shot }: ClipPlan, { credits }: AssemblyInput): string | null {
  if (shot.kind !== 'title') return null;
  const lines = (shot.subject ?? '').split(joint).map((line) => line.trim());
  const [first = '', ...rest] = lines;
  const isFilmTitle = first.toLowerCase() === credits.title.trim().toLowerCase();
  const text = [isFilmTitle ? (cardTextOf(credits) ?? first) : first, ...rest].join('\n').trim();
  return text === '' ? null : text;
}

function newTitle(
  id: ItemId,
  clip: ClipItem,
  plan: ClipPlan,
  trackId: TrackId,
  { rate }: AssemblyInput,
  fields: Pick<TitleItem, 'text' | 'durationFlicks'>,
): TitleItem {
  const fade = Math.min(snapToFrame(secondsToFlicks(fadeSeconds), rate), Math.floor(clip.durationFlicks / 3));
  return {
    id,
    projectId: clip.projectId,
    trackId,
    order: 'a0',
    kind: 'title',
    shotId: plan.shot.id,
    style: 'title',
    anchor: { to: 'item', itemId: clip.id, offsetFlicks: 0 },
    fadeInFlicks: fade,
    fadeOutFlicks: fade,
    ...fields,
    assembled: fields,
  };
}

/** The id of the title that assembly makes of a title shot. */
export function titleIdOf(projectId: ProjectId, shotId: ShotId): ItemId {
  return ItemId.parse(deriveId('item', projectId, 'title', shotId));
}
