import type { Coverage } from '../../../../domain/shots/shot.ts';

/** A word that a shot films, and where a second shot would begin with it. */
export interface SplitWord {
  readonly text: string;
  readonly blockId: Coverage['blockId'];
  readonly offset: number;
  /** The first word of all begins the shot that is there already. */
  readonly canSplit: boolean;
}

/** The words of a shot in the order of its text. */
export function splitWords(
  covers: readonly Coverage[],
  textOf: (blockId: Coverage['blockId']) => string | null,
): SplitWord[] {
  const words: SplitWord[] = [];
  for (const { blockId, start, end } of covers) {
    const text = textOf(blockId);
    if (text === null) continue;
    for (const match of text.slice(start, end).matchAll(/\S+/g)) {
      words.push({ text: match[0], blockId, offset: start + match.index, canSplit: words.length > 0 });
    }
  }
  return words;
}
