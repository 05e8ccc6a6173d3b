import { type FrameRate, flicksPerSecond, frameFlicks } from '../../kernel/time.ts';
import type { DialogueLine } from '../../shots/shot.ts';
import { splitDialogue } from './split-dialogue.ts';

/** A caption in a clip, in whole frames from the clip's start. */
export interface LaidCaption {
  readonly text: string;
  readonly speaker: string;
  readonly offsetFlicks: number;
  readonly durationFlicks: number;
}

/** A comfortable reading speed; where the line leaves time, captions stand this long. */
const charactersPerSecond = 15;
const leadSeconds = 0.5;
const shortestSeconds = 1;
/** Frames left free between two captions, and before the cut, so that the eye sees the change. */
const breathFrames = 2;
/** A longer name would leave no room for the words. */
const longestLabel = 24;

/**
 * Captions for a line of dialogue in a clip of `clipFlicks`. They begin on the cut and follow the words: each gets a
 * share of the clip by its length, at least a second where there is time, and no longer than it takes to read it
 * calmly; where the line is `spoken` for all of `clipFlicks`, they last as long as its words do. A voice that is not in the picture is named in capitals before its first words. Empty for no words.
 */
export function layCaptions(
  line: DialogueLine,
  clipFlicks: number,
  rate: FrameRate,
  pace: 'read' | 'spoken' = 'read',
): LaidCaption[] {
  const name = line.speaker.trim().toUpperCase();
  const label = line.offScreen && name !== '' && name.length <= longestLabel ? `${name}: ` : '';
  const frame = frameFlicks(rate);
  const clipFrames = Math.floor(clipFlicks / frame);
  if (clipFrames < 1) return [];
  const pieces = joinForTime(splitDialogue(line.text, [...label].length), clipFrames);
  const texts = pieces.map((piece, i) => (i === 0 ? label + piece : piece));
  const wanted = texts.map((text) => readingFrames(text, rate));
  const breath = clipFrames >= pieces.length * breathFrames * 4 ? breathFrames : 0;
  const free = clipFrames - breath * texts.length;
  const room = free / wanted.reduce((sum, frames) => sum + frames, 0);
  const share = pace === 'spoken' ? room : Math.min(1, room);
  const laid: LaidCaption[] = [];
  let at = 0;
  texts.forEach((text, i) => {
    const left = texts.length - i - 1;
    const most = clipFrames - at - left * (1 + breath);
    const frames = Math.max(1, Math.min(most, Math.floor((wanted[i] ?? 1) * share)));
    laid.push({ text, speaker: line.speaker, offsetFlicks: at * frame, durationFlicks: frames * frame });
    at += frames + breath;
  });
  return laid;
}

/** In a clip with fewer frames than captions, words go before form. */
function joinForTime(pieces: readonly string[], clipFrames: number): readonly string[] {
  return pieces.length <= clipFrames ? pieces : [pieces.join(' ')];
}

function readingFrames(text: string, rate: FrameRate): number {
  const seconds = Math.max(shortestSeconds, [...text].length / charactersPerSecond + leadSeconds);
  return Math.ceil((seconds * flicksPerSecond) / frameFlicks(rate));
}
