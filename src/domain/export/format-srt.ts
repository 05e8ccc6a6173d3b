import { flicksPerSecond } from '../kernel/time.ts';
import { joinCaptions } from '../timeline/caption-text.ts';
import { itemsOfTrack, tracksInOrder } from '../timeline/queries.ts';
import type { CaptionItem } from '../timeline/records.ts';
import type { TimelineIndex } from '../timeline/timeline-index.ts';

interface Cue {
  readonly fromFlicks: number;
  readonly toFlicks: number;
  readonly text: string;
}

/**
 * The captions of a film as SubRip (`.srt`): numbered cues in time order that never overlap, since players show
 * overlapping cues in no order; where captions run together, each stretch is a cue with all its voices. CRLF line
 * ends, as the format began with. Empty for a film without captions.
 */
export function formatSrt(index: TimelineIndex): string {
  return captionCues(index)
    .map(
      (cue, i) => `${i + 1}\r\n${stamp(cue.fromFlicks)} --> ${stamp(cue.toFlicks)}\r\n${body(cue.text)}\r\n`,
    )
    .join('\r\n');
}

function captionCues(index: TimelineIndex): Cue[] {
  const captions: { from: number; to: number; item: CaptionItem }[] = [];
  for (const track of tracksInOrder(index)) {
    if (track.hidden || track.kind !== 'caption') continue;
    for (const { item, startFlicks } of itemsOfTrack(index, track.id)) {
      const to = startFlicks + item.durationFlicks;
      if (item.kind === 'caption' && to > 0) captions.push({ from: Math.max(0, startFlicks), to, item });
    }
  }
  captions.sort((a, b) => a.from - b.from);
  const cues: Cue[] = [];
  let open: typeof captions = [];
  let at = 0;
  const emit = (until: number): void => {
    const joined = joinCaptions(open.map(({ item }) => item));
    if (joined === null || until <= at) return;
    const last = cues.at(-1);
    if (last !== undefined && last.text === joined.text && last.toFlicks === at)
      cues[cues.length - 1] = { ...last, toFlicks: until };
    else cues.push({ fromFlicks: at, toFlicks: until, text: joined.text });
  };
  const closeUntil = (time: number): void => {
    for (;;) {
      const ends = Math.min(...open.map(({ to }) => to));
      if (open.length === 0 || ends > time) return;
      emit(ends);
      at = ends;
      open = open.filter(({ to }) => to > ends);
    }
  };
  for (const caption of captions) {
    closeUntil(caption.from);
    emit(caption.from);
    at = caption.from;
    open.push(caption);
  }
  closeUntil(Number.POSITIVE_INFINITY);
  return cues;
}

/** A blank line would end the cue early. */
function body(text: string): string {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\r\n');
}

/** `HH:MM:SS,mmm`, milliseconds rounded to nearest. */
function stamp(flicks: number): string {
  const ms = Math.round((flicks * 1000) / flicksPerSecond);
  const pad = (n: number, width: number): string => String(n).padStart(width, '0');
  const seconds = Math.floor(ms / 1000);
  return `${pad(Math.floor(seconds / 3600), 2)}:${pad(Math.floor(seconds / 60) % 60, 2)}:${pad(seconds % 60, 2)},${pad(ms % 1000, 3)}`;
}
