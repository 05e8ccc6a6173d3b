import { compareByOrder } from '../../kernel/order.ts';
import { readableText } from '../../scenes/language/readable-text.ts';
import { splitSentences } from '../../scenes/language/split-sentences.ts';
import type { SourceBlock } from '../../scenes/not-filmed.ts';
import type { Scene } from '../../scenes/scene.ts';
import type { Coverage, Shot } from '../shot.ts';
import { shotsByScene } from './shots-by-scene.ts';

/** The smallest thing that a shot can film: a sentence, a heading, a speech. */
export interface ReadingPiece {
  readonly covers: readonly Coverage[];
  /** As the model reads it, on one line. */
  readonly text: string;
  /** The shot that the rules film it with. */
  readonly shot: Shot;
  /** Somebody speaks: one shot has one such piece at most. */
  readonly speaks: boolean;
  /** A title is lettering: it stays as the rules have it. */
  readonly fixed: boolean;
}

/** A scene, or a part of a long one, that is read in one go and stands or falls by itself. */
export interface ReadingStretch {
  readonly scene: Scene;
  readonly pieces: readonly ReadingPiece[];
}

/** Most that one stretch may hold; a longer scene is read in several. */
export const longestStretch = { pieces: 80, characters: 12_000 } as const;

/**
 * The scenes of a breakdown by rules in pieces, in the order of the text. Together they hold exactly the ranges that the rules'
 * shots cover. A stretch ends where a shot of the rules ends, so that the rules can take over any of them.
 */
export function readingStretches(
  blocks: readonly SourceBlock[],
  scenes: readonly Scene[],
  shots: readonly Shot[],
): ReadingStretch[] {
  const byId = new Map<string, SourceBlock>(blocks.map((block) => [block.id, block]));
  const byScene = shotsByScene(shots);
  return scenes.flatMap((scene) => {
    const own = [...(byScene.get(scene.id) ?? [])].sort(compareByOrder);
    const stretches: ReadingPiece[][] = [];
    let current: ReadingPiece[] = [];
    let characters = 0;
    for (const shot of own) {
      const pieces = piecesOf(shot, byId);
      const added = pieces.reduce((sum, { text }) => sum + text.length, 0);
      const full =
        current.length + pieces.length > longestStretch.pieces ||
        characters + added > longestStretch.characters;
      if (full && current.length > 0) {
        stretches.push(current);
        current = [];
        characters = 0;
      }
      current.push(...pieces);
      characters += added;
    }
    if (current.length > 0) stretches.push(current);
    return stretches.map((pieces) => ({ scene, pieces }));
  });
}

function piecesOf(shot: Shot, blocks: ReadonlyMap<string, SourceBlock>): ReadingPiece[] {
  if (shot.kind === 'title' && shot.dialogue === null) {
    return [{ covers: shot.covers, text: wordsOf(shot.covers, blocks), shot, speaks: false, fixed: true }];
  }
  const pieces: ReadingPiece[] = [];
  const speech: Coverage[] = [];
  for (const range of shot.covers) {
    const block = blocks.get(range.blockId);
    if (block === undefined) continue;
    if (shot.dialogue !== null && block.kind !== 'heading') {
      speech.push(range);
      continue;
    }
    const sentences = splitSentences(block.text.slice(range.start, range.end));
    for (const { start, end } of sentences) {
      const own = { blockId: range.blockId, start: range.start + start, end: range.start + end };
      pieces.push({ covers: [own], text: wordsOf([own], blocks), shot, speaks: false, fixed: false });
    }
  }
  if (shot.dialogue !== null && speech.length > 0) {
    const { speaker, parenthetical } = shot.dialogue;
    const how = parenthetical === null ? '' : ` (${parenthetical})`;
    const said = shot.dialogue.text.replace(/\s+/g, ' ');
    const around = speech.filter(({ blockId }) => isProse(blocks.get(blockId)));
    // In prose the words around a quote say what is seen while it is spoken.
    const seen = around.length > 0 ? wordsOf(around, blocks) : `"${said}"`;
    pieces.push({ covers: speech, text: `${speaker}${how}: ${seen}`, shot, speaks: true, fixed: false });
  }
  return pieces;
}

function isProse(block: SourceBlock | undefined): boolean {
  return block?.kind === 'paragraph' || block?.kind === 'quote';
}

function wordsOf(covers: readonly Coverage[], blocks: ReadonlyMap<string, SourceBlock>): string {
  const words = covers.map(({ blockId, start, end }) =>
    readableText(blocks.get(blockId)?.text.slice(start, end) ?? ''),
  );
  return words.filter((text) => text !== '').join(' / ');
}
