import { flicksPerSecond } from '../kernel/time.ts';
import { captionSpan } from '../timeline/caption-span.ts';
import { joinCaptions } from '../timeline/caption-text.ts';
import { itemsOfTrack, timelineDurationFlicks, tracksInOrder } from '../timeline/queries.ts';
import type { TimelineIndex } from '../timeline/timeline-index.ts';

/** One caption at absolute times; `endFlicks` is exclusive. */
export interface Caption {
  readonly startFlicks: number;
  readonly endFlicks: number;
  readonly text: string;
  readonly speaker: string | null;
}

/** What the captions of a timeline are, in time order, within the film; those of hidden tracks are left out. */
export function captionsOf(index: TimelineIndex): Caption[] {
  const end = timelineDurationFlicks(index);
  const captions: Caption[] = [];
  for (const track of tracksInOrder(index)) {
    if (track.hidden) continue;
    for (const { item, startFlicks } of itemsOfTrack(index, track.id)) {
      if (item.kind !== 'caption') continue;
      const span = captionSpan(index, item, startFlicks);
      if (span === null) continue;
      const caption = {
        startFlicks: Math.max(0, span.startFlicks),
        endFlicks: Math.min(end, span.endFlicks),
        text: item.text,
        speaker: item.speaker,
      };
      if (caption.startFlicks < caption.endFlicks) captions.push(caption);
    }
  }
  return captions.sort((a, b) => a.startFlicks - b.startFlicks);
}

/**
 * A SubRip file: numbered blocks, `HH:MM:SS,mmm --> HH:MM:SS,mmm`, the text, an empty line. UTF-8 without a byte-order
 * mark, and CRLF line ends, which every player takes (https://en.wikipedia.org/wiki/SubRip). Where captions overlap, the
 * time is cut up and the words shown together, as on the picture, since players differ in what they do with overlaps.
 */
export function writeSrt(captions: readonly Caption[]): string {
  return toMilliseconds(withoutOverlaps(captions))
    .map(
      ({ startMs, endMs, text }, i) =>
        `${i + 1}\r\n${stamp(startMs)} --> ${stamp(endMs)}\r\n${text.replace(/\n/g, '\r\n')}\r\n`,
    )
    .join('\r\n');
}

/**
 * The same as WebVTT, which browsers show over a film (https://www.w3.org/TR/webvtt1/); empty where there are none. Times have a
 * dot, and an ampersand would begin an escape.
 */
export function writeVtt(captions: readonly Caption[]): string {
  const cues = toMilliseconds(withoutOverlaps(captions));
  if (cues.length === 0) return '';
  const time = (ms: number): string => stamp(ms).replace(',', '.');
  const blocks = cues.map(
    ({ startMs, endMs, text }) => `${time(startMs)} --> ${time(endMs)}\n${text.replaceAll('&', '&amp;')}\n`,
  );
  return ['WEBVTT\n', ...blocks].join('\n');
}

interface Cue {
  readonly startFlicks: number;
  readonly endFlicks: number;
  readonly text: string;
}

function withoutOverlaps(captions: readonly Caption[]): Cue[] {
  const sorted = captions
    .map((caption) => ({ ...caption, text: plainText(caption.text) }))
    .filter((caption) => caption.text !== '' && caption.startFlicks < caption.endFlicks)
    .sort((a, b) => a.startFlicks - b.startFlicks);
  const cues: Cue[] = [];
  let group: typeof sorted = [];
  let groupEnd = 0;
  const flush = (): void => {
    cues.push(...cutUp(group));
    group = [];
  };
  for (const caption of sorted) {
    if (group.length > 0 && caption.startFlicks >= groupEnd) flush();
    groupEnd = group.length === 0 ? caption.endFlicks : Math.max(groupEnd, caption.endFlicks);
    group.push(caption);
  }
  flush();
  return cues;
}

/** The pieces of time in a group of overlapping captions, each with what is on screen in it. */
function cutUp(group: readonly Caption[]): Cue[] {
  const edges = [...new Set(group.flatMap((caption) => [caption.startFlicks, caption.endFlicks]))].sort(
    (a, b) => a - b,
  );
  const cues: Cue[] = [];
  edges.slice(0, -1).forEach((startFlicks, i) => {
    const endFlicks = edges[i + 1] ?? startFlicks;
    const shown = group.filter(
      (caption) => caption.startFlicks < endFlicks && caption.endFlicks > startFlicks,
    );
    const text = joinCaptions(shown)?.text ?? '';
    const last = cues.at(-1);
    if (last !== undefined && last.text === text && last.endFlicks === startFlicks) {
      cues[cues.length - 1] = { ...last, endFlicks };
    } else if (text !== '') cues.push({ startFlicks, endFlicks, text });
  });
  return cues;
}

/** Whole milliseconds, none empty, none overlapping. */
function toMilliseconds(cues: readonly Cue[]): { startMs: number; endMs: number; text: string }[] {
  let free = 0;
  return cues.map(({ startFlicks, endFlicks, text }) => {
    const startMs = Math.max(free, Math.round((startFlicks * 1000) / flicksPerSecond));
    const endMs = Math.max(startMs + 1, Math.round((endFlicks * 1000) / flicksPerSecond));
    free = endMs;
    return { startMs, endMs, text };
  });
}

/** No markup that a player would obey, no empty line that would end the block, no arrow that would look like a time. */
function plainText(text: string): string {
  return text
    .replace(/\p{Cs}/gu, '\ufffd')
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
    .replace(/-->/g, '→')
    .replace(/</g, '‹')
    .replace(/>/g, '›')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
}

function stamp(totalMs: number): string {
  const two = (n: number): string => String(n).padStart(2, '0');
  const seconds = Math.floor(totalMs / 1000);
  const ms = String(totalMs % 1000).padStart(3, '0');
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)},${ms}`;
}
