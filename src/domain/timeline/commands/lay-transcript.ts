import { deriveId } from '../../kernel/derive-id.ts';
import { ItemId } from '../../kernel/ids.ts';
import type { RecordsPatch } from '../../kernel/patch.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { snapToFrame } from '../../kernel/time.ts';
import { groupSpokenWords, type SpokenWord } from '../group-spoken-words.ts';
import { PatchDraft } from '../patch-draft.ts';
import { isOnMain, startOf } from '../queries.ts';
import type { Anchor, CaptionItem } from '../records.ts';
import { trackOfKind } from '../standard-tracks.ts';
import type { TimelineIndex } from '../timeline-index.ts';
import { findMainTrack } from './new-clip.ts';
import { anchorAt, isPlaceFree } from './place-free.ts';
import { refuse } from './refusals.ts';

export interface LayTranscript {
  /** The clip whose medium was heard. */
  readonly itemId: ItemId;
  readonly words: readonly SpokenWord[];
}

/**
 * Lays what is said in a clip as captions over it, as far as the clip shows its medium. A time that has a caption keeps it: nothing
 * is laid twice, and nothing that a person or the story laid is touched. The same words on the same clip are the same captions.
 *
 * Refusals: `timeline.no-item`, `timeline.wrong-kind`, `timeline.no-place`.
 */
export function layTranscript(index: TimelineIndex, { itemId, words }: LayTranscript): Result<RecordsPatch> {
  const main = findMainTrack(index);
  if (!main.ok) return main;
  const clip = index.items.get(itemId);
  if (clip === undefined) return refuse('timeline.no-item', { itemId });
  if (clip.kind !== 'clip') return refuse('timeline.wrong-kind', { itemId, kind: clip.kind });
  const clipStart = startOf(index, itemId);
  if (clipStart === null) return refuse('timeline.no-place', { itemId });
  const draft = new PatchDraft();
  const track = trackOfKind(draft, index.tracks.values(), 'caption', clip.projectId);
  const shownTo = clip.sourceInFlicks + clip.durationFlicks;
  let laid = 0;
  groupSpokenWords(words, index.rate).forEach(({ text, startFlicks, endFlicks }, n) => {
    const from = Math.max(startFlicks, clip.sourceInFlicks);
    const to = Math.min(endFlicks, shownTo);
    const id = ItemId.parse(deriveId('item', itemId, 'transcript', clip.assetId ?? '', n));
    if (to <= from || index.items.has(id)) return;
    const offsetFlicks = snapToFrame(from - clip.sourceInFlicks, index.rate);
    const durationFlicks = snapToFrame(to - from, index.rate, true);
    const at = clipStart + offsetFlicks;
    if (!isPlaceFree(index, track.id, at, at + durationFlicks, null)) return;
    const anchor: Anchor = isOnMain(index, clip)
      ? { to: 'item', itemId, offsetFlicks }
      : anchorAt(index, Math.max(0, at));
    const caption: CaptionItem = {
      ...{ id, projectId: clip.projectId, trackId: track.id, order: 'a0', kind: 'caption' },
      ...{ durationFlicks, anchor, text, speaker: null, shotId: null, assembled: null },
    };
    draft.add('item', caption);
    laid++;
  });
  // A track for nothing is none that anybody asked for.
  return ok(laid === 0 ? { changes: [] } : draft.toPatch());
}
