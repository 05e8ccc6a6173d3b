import { ItemId, type TrackId } from '../../kernel/ids.ts';
import type { RecordsPatch } from '../../kernel/patch.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { snapToFrame } from '../../kernel/time.ts';
import { PatchDraft } from '../patch-draft.ts';
import type { CaptionItem, Item, TitleItem, TitleStyle } from '../records.ts';
import { trackOfKind } from '../standard-tracks.ts';
import type { TimelineIndex } from '../timeline-index.ts';
import type { NewId } from './main-edits.ts';
import { findMainTrack } from './new-clip.ts';
import { anchorAt, isPlaceFree, takes } from './place-free.ts';
import { refuse } from './refusals.ts';

interface Placing {
  /** Null for the first track of the kind, which is made when there is none. */
  readonly trackId: TrackId | null;
  /** Snapped to frames of the timeline. */
  readonly atFlicks: number;
  readonly durationFlicks: number;
  readonly newId: NewId;
}

export interface AddTitle extends Placing {
  readonly text: string;
  readonly style: TitleStyle;
  readonly fadeInFlicks: number;
  readonly fadeOutFlicks: number;
}

/** Puts a title over the film; it holds on to the main-track item under its start. */
export function addTitle(index: TimelineIndex, input: AddTitle): Result<RecordsPatch> {
  const length = snapToFrame(input.durationFlicks, index.rate, true);
  const fadeInFlicks = snapToFrame(input.fadeInFlicks, index.rate);
  const fadeOutFlicks = snapToFrame(input.fadeOutFlicks, index.rate);
  if (fadeInFlicks < 0 || fadeOutFlicks < 0) return refuse('timeline.out-of-range');
  if (fadeInFlicks + fadeOutFlicks > length) return refuse('timeline.too-long', { longestFlicks: length });
  const { text, style } = input;
  return place(
    index,
    input,
    'title',
    (base): TitleItem => ({
      ...base,
      kind: 'title',
      text,
      shotId: null,
      style,
      fadeInFlicks,
      fadeOutFlicks,
      assembled: null,
    }),
  );
}

export interface AddCaption extends Placing {
  readonly text: string;
  readonly speaker: string | null;
}

/** Puts a caption over the film; it holds on to the main-track item under its start. */
export function addCaption(index: TimelineIndex, input: AddCaption): Result<RecordsPatch> {
  const { text, speaker } = input;
  return place(
    index,
    input,
    'caption',
    (base): CaptionItem => ({
      ...base,
      kind: 'caption',
      text,
      speaker,
      shotId: null,
      assembled: null,
    }),
  );
}

type Base = Pick<Item, 'id' | 'projectId' | 'trackId' | 'order' | 'durationFlicks' | 'anchor'>;

function place(
  index: TimelineIndex,
  { trackId, atFlicks, durationFlicks, newId }: Placing,
  kind: 'title' | 'caption',
  make: (base: Base) => Item,
): Result<RecordsPatch> {
  const main = findMainTrack(index);
  if (!main.ok) return main;
  if (atFlicks < 0) return refuse('timeline.out-of-range', { atFlicks });
  const draft = new PatchDraft();
  const track =
    trackId === null
      ? trackOfKind(draft, index.tracks.values(), kind, main.value.projectId)
      : index.tracks.get(trackId);
  if (track === undefined || !takes(track, kind)) return refuse('timeline.no-track', { trackId });
  const at = snapToFrame(atFlicks, index.rate);
  const length = snapToFrame(durationFlicks, index.rate, true);
  if (!isPlaceFree(index, track.id, at, at + length, null))
    return refuse('timeline.place-taken', { atFlicks: at });
  draft.add(
    'item',
    make({
      id: ItemId.parse(newId()),
      projectId: main.value.projectId,
      trackId: track.id,
      order: 'a0',
      durationFlicks: length,
      anchor: anchorAt(index, at),
    }),
  );
  return ok(draft.toPatch());
}
