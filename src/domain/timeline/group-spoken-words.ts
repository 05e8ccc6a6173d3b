import { type FrameRate, flicksPerSecond, frameFlicks } from '../kernel/time.ts';
import { splitDialogue } from './assembly/split-dialogue.ts';

/** A word with its time in a recording. */
export interface SpokenWord {
  readonly text: string;
  readonly startSeconds: number;
  readonly endSeconds: number;
}

/** Words that are read together, with their time in the recording. */
export interface SpokenCaption {
  readonly text: string;
  readonly startFlicks: number;
  readonly endFlicks: number;
}

/** A silence as long as this ends a caption. */
const pauseSeconds = 0.8;
const shortestSeconds = 1;
/** Frames left free between two captions, so that the eye sees the change. */
const breathFrames = 2;

/**
 * Groups words into captions of at most two lines, rather at the end of a sentence than inside one, never over a silence. Each
 * stands while its words are heard, and for a second at least where the next one leaves time. On frames; none overlap.
 */
export function groupSpokenWords(words: readonly SpokenWord[], rate: FrameRate): SpokenCaption[] {
  const frame = frameFlicks(rate);
  const frameAt = (seconds: number): number => Math.round((seconds * flicksPerSecond) / frame);
  const pieces = runsOf(words).flatMap(piecesOf);
  const shortest = frameAt(shortestSeconds);
  let free = 0;
  return pieces.map(({ text, startSeconds, endSeconds }, i) => {
    const next = pieces[i + 1];
    const start = Math.max(free, frameAt(startSeconds));
    const most = next === undefined ? Number.POSITIVE_INFINITY : frameAt(next.startSeconds) - breathFrames;
    const end = Math.max(frameAt(endSeconds), Math.min(start + shortest, most));
    const stop = Math.max(start + 1, Math.min(end, most));
    free = stop;
    return { text, startFlicks: start * frame, endFlicks: stop * frame };
  });
}

/** Words without a silence between them. */
function runsOf(words: readonly SpokenWord[]): SpokenWord[][] {
  const runs: SpokenWord[][] = [];
  let last: SpokenWord | null = null;
  for (const word of [...words].sort((a, b) => a.startSeconds - b.startSeconds)) {
    if (word.text.trim() === '') continue;
    const run = runs.at(-1);
    if (run === undefined || last === null || word.startSeconds - last.endSeconds >= pauseSeconds)
      runs.push([word]);
    else run.push(word);
    last = word;
  }
  return runs;
}

/** The captions of a run, each with the time from its first to its last word. */
function piecesOf(run: readonly SpokenWord[]): SpokenWord[] {
  const letters = (text: string): number => text.replace(/\s+/gu, '').length;
  let at = 0;
  let taken = 0;
  return splitDialogue(run.map(({ text }) => text).join(' ')).map((text) => {
    const first = run[at] ?? run.at(-1);
    const wanted = taken + letters(text);
    let last = first;
    // A word that is longer than a line is in two captions: both have its time.
    while (taken < wanted && at < run.length) {
      last = run[at];
      const size = letters(last?.text ?? '');
      if (taken + size > wanted) break;
      taken += size;
      at++;
    }
    return { text, startSeconds: first?.startSeconds ?? 0, endSeconds: last?.endSeconds ?? 0 };
  });
}
