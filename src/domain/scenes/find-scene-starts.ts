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

/** The blocks that scenes begin with, in order. Empty when nothing in the text is filmed. */
export function findSceneStarts(blocks: readonly SourceBlock[], hand: HandCuts = noHandCuts): SceneStart[] {
  const hasHeadings = blocks.some(({ kind, text }) => kind === 'heading' && hasWords(text));
  const starts: SceneStart[] = [];
  let inMontage = false;
  let place: string | null = null;
  let pending: StartReason | null = 'opening';
  blocks.forEach((block, index) => {
    const begin = (reason: StartReason): void => {
      starts.push({ index, reason });
      pending = null;
      inMontage = reason === 'montage';
      if (reason !== 'place') place = null;
    };
    const chapter = block.kind === 'chapter' || (block.kind === 'section' && !hasHeadings);
    if (hand.joined.has(block.id)) return;
    if (hand.starts.has(block.id)) {
      begin('hand');
      return;
    }
    if (block.kind === 'break') pending ??= 'break';
    // Chapter headings in a row ("The Paper Boat", "One") open one scene together.
    else if (chapter && hasWords(block.text)) {
      if (pending === 'chapter') return;
      begin('chapter');
      pending = 'chapter';
    } else if (inMontage && closesMontage(block.text)) pending = 'after-montage';
    else if (notFilmedReason(block) !== null || block.kind === 'title-page') return;
    else if (opensMontage(block.text) && (block.kind === 'action' || block.kind === 'heading'))
      begin('montage');
    else if (block.kind === 'heading') begin('heading');
    else if (pending === 'chapter') pending = null;
    else if (pending !== null) begin(pending);
    else if (block.kind === 'paragraph') {
      const arrival = findArrival(block.text);
      const moved = arrival !== null && arrival.place !== place;
      if (moved || timeJump.test(block.text)) begin('place');
      if (arrival !== null) place = arrival.place;
      return;
    }
    if (block.kind === 'paragraph') place = findArrival(block.text)?.place ?? place;
  });
  return starts;
}
