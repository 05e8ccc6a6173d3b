import type { AssetId, ItemId } from '../../kernel/ids.ts';
import type { RecordsPatch } from '../../kernel/patch.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { snapToFrame } from '../../kernel/time.ts';
import { PatchDraft } from '../patch-draft.ts';
import type { ClipItem } from '../records.ts';
import { runTogether, type Step } from '../run-together.ts';
import type { TimelineIndex } from '../timeline-index.ts';
import { findPlaced } from './find-item.ts';
import { insertClip } from './insert-clip.ts';
import type { NewId } from './main-edits.ts';
import { overwriteClip } from './overwrite-clip.ts';
import { refuse } from './refusals.ts';

/** A piece of a medium that was made for a place of the film. */
export interface NewPart {
  readonly assetId: AssetId;
  readonly sourceInFlicks: number;
  readonly sourceLengthFlicks: number;
  readonly durationFlicks: number;
  /** That of the new clip. */
  readonly id: ItemId;
  /** Of clips that are cut in two for it. */
  readonly newId: NewId;
}

/** Right behind a clip of the main track, which it looks and sounds like; what follows begins later. A fade-out moves to the new end. */
export function putRightBehind(index: TimelineIndex, itemId: ItemId, part: NewPart): Result<RecordsPatch> {
  const found = findPlaced(index, itemId);
  if (!found.ok) return found;
  const { item, endFlicks, onMain } = found.value;
  if (!onMain || item.kind !== 'clip') return refuse('timeline.not-on-main', { itemId });
  const clip = clipOf(part, item);
  return runTogether(index, [
    (now) => insertClip(now, { clip, atFlicks: endFlicks, newId: idsFor(part) }),
    likeIt(part, item, { fadeOutFlicks: Math.min(item.fadeOutFlicks, part.durationFlicks) }),
    (now) => {
      const source = now.items.get(itemId);
      const draft = new PatchDraft();
      if (source?.kind === 'clip') draft.update('item', source, { fadeOutFlicks: 0 });
      return ok(draft.toPatch());
    },
  ]);
}

/** Over a span of a clip's medium, as far as the clip shows it. Where the part is longer than the span, the film becomes longer. */
export function putOver(
  index: TimelineIndex,
  itemId: ItemId,
  { fromFlicks, toFlicks }: { readonly fromFlicks: number; readonly toFlicks: number },
  part: NewPart,
): Result<RecordsPatch> {
  const found = findPlaced(index, itemId);
  if (!found.ok) return found;
  const { item, startFlicks, endFlicks, onMain } = found.value;
  if (!onMain || item.kind !== 'clip') return refuse('timeline.not-on-main', { itemId });
  const from = Math.max(startFlicks, startFlicks + fromFlicks - item.sourceInFlicks);
  const to = Math.min(endFlicks, startFlicks + toFlicks - item.sourceInFlicks);
  if (to <= from) return refuse('timeline.no-place', { itemId });
  return putInSpan(index, item, from, to - from, part);
}

/** Into a gap of the main track. Where the part is longer than the gap, the film becomes longer. */
export function putIntoGap(index: TimelineIndex, itemId: ItemId, part: NewPart): Result<RecordsPatch> {
  const found = findPlaced(index, itemId);
  if (!found.ok) return found;
  const { item, startFlicks, onMain } = found.value;
  if (!onMain || item.kind !== 'gap') return refuse('timeline.wrong-kind', { itemId, kind: item.kind });
  const before = index.main.before(item);
  const like = before?.kind === 'clip' ? before : null;
  return putInSpan(index, like, startFlicks, item.durationFlicks, part);
}

function putInSpan(
  index: TimelineIndex,
  like: ClipItem | null,
  atFlicks: number,
  spanFlicks: number,
  part: NewPart,
): Result<RecordsPatch> {
  const wholeFlicks = snapToFrame(part.durationFlicks, index.rate, true);
  const clip = clipOf({ ...part, durationFlicks: Math.min(wholeFlicks, spanFlicks) }, like);
  return runTogether(index, [
    (now) => overwriteClip(now, { clip, atFlicks, newId: idsFor(part) }),
    // On the main track what follows a longer clip begins later.
    likeIt(part, like, wholeFlicks > spanFlicks ? { durationFlicks: wholeFlicks } : {}),
  ]);
}

/** A new clip is given its id before anything else is. */
function idsFor({ id, newId }: NewPart): NewId {
  let isFirst = true;
  return () => {
    if (!isFirst) return newId();
    isFirst = false;
    return id;
  };
}

function clipOf(part: NewPart, like: ClipItem | null) {
  const { assetId, sourceInFlicks, sourceLengthFlicks, durationFlicks } = part;
  return {
    ...{ assetId, shotId: null, sourceInFlicks, sourceLengthFlicks, durationFlicks },
    fit: like?.fit ?? 'fit',
  } as const;
}

/** Gives the new clip the picture and loudness of the clip beside it. */
function likeIt(part: NewPart, like: ClipItem | null, fields: Partial<ClipItem>): Step {
  return (index) => {
    const draft = new PatchDraft();
    const made = index.items.get(part.id);
    if (made?.kind === 'clip') {
      const { opacity, gainDb, muted } = like ?? made;
      draft.update('item', made, { opacity, gainDb, muted, ...fields });
    }
    return ok(draft.toPatch());
  };
}
