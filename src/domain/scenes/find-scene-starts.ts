import { findArrival } from './find-prose-place.ts';
import { type HandCuts, noHandCuts } from './hand-cuts.ts';
import { hasWords } from './language/text-range.ts';
import { timeJump } from './lexicon/place-words.ts';
import { closesMontage, opensMontage } from './montage.ts';
import { notFilmedReason, type SourceBlock } from './not-filmed.ts';

export type StartReason =
  | 'heading'
  | 'montage'
  | 'after-montage'
  | 'chapter'
  | 'break'
  | 'place'
  | 'hand'
  | 'opening';

/** A scene begins at the block with this index; its id derives from that block. */
export interface SceneStart {
  readonly index: number;
  readonly reason: StartReason;
}

/**
 * The blocks that scenes begin with, in order. Empty when nothing in the text is filmed. Montages, breaks and places are
 * followed through scenes that were cut or joined by hand as well, so that such a scene changes nothing after its end.
 */
export function findSceneStarts(blocks: readonly SourceBlock[], hand: HandCuts = noHandCuts): SceneStart[] {
  const hasHeadings = blocks.some(({ kind, text }) => kind === 'heading' && hasWords(text));
  const starts: SceneStart[] = [];
  let inMontage = false;
  let place: string | null = null;
  let pending: StartReason | null = 'opening';
  // A person's scene began with blocks that are not filmed: the first that is filmed belongs to it.
  let begunByHand = false;
  blocks.forEach((block, index) => {
    const startsByHand = hand.starts.has(block.id);
    const settled = startsByHand || hand.joined.has(block.id);
    const filmed = notFilmedReason(block) === null && block.kind !== 'title-page';
    const chapter = block.kind === 'chapter' || (block.kind === 'section' && !hasHeadings);
    const begin = (reason: StartReason): void => {
      if (!settled && !(begunByHand && reason === pending)) starts.push({ index, reason });
      pending = null;
      inMontage = reason === 'montage';
      if (reason !== 'place') place = null;
    };
    if (startsByHand) {
      starts.push({ index, reason: 'hand' });
      begunByHand = true;
    }
    if (block.kind === 'break') pending ??= 'break';
    // Chapter headings in a row ("The Paper Boat", "One") open one scene together.
    else if (chapter && hasWords(block.text)) {
      if (pending !== 'chapter') begin('chapter');
      pending = 'chapter';
    } else if (inMontage && closesMontage(block.text)) pending = 'after-montage';
    else if (filmed) {
      if (opensMontage(block.text) && (block.kind === 'action' || block.kind === 'heading')) begin('montage');
      else if (block.kind === 'heading') begin('heading');
      else if (pending === 'chapter') pending = null;
      else if (pending !== null) begin(pending);
      else if (block.kind === 'paragraph' && movesOn(block.text, place)) begin('place');
      if (block.kind === 'paragraph') place = findArrival(block.text)?.place ?? place;
    }
    if (filmed) begunByHand = false;
  });
  return starts;
}

/** Prose that arrives at another place, or jumps in time. */
function movesOn(text: string, place: string | null): boolean {
  const arrival = findArrival(text);
  return (arrival !== null && arrival.place !== place) || timeJump.test(text);
}
