import type { ScriptSurface } from './script-surface.ts';

/** Words of a block that are painted, without any element around them. */
export interface PaintedWords {
  readonly blockId: string;
  readonly start: number;
  readonly end: number;
}

export type HighlightName = 'script-shot' | 'script-found' | 'script-found-now';

/** More than can be told apart on a page; beyond it the rest of a search is counted and not painted. */
const mostPainted = 2_000;

/** Paints words through the browser's highlights, where it has them; the script's elements stay as they are. */
export function paintWords(
  surface: ScriptSurface,
  name: HighlightName,
  words: readonly PaintedWords[],
): void {
  if (!('highlights' in CSS)) return;
  const ranges = words
    .slice(0, mostPainted)
    .flatMap(({ blockId, start, end }) => surface.range(blockId, start, end) ?? []);
  if (ranges.length === 0) CSS.highlights.delete(name);
  else CSS.highlights.set(name, new Highlight(...ranges));
}

export function clearPaint(): void {
  if (!('highlights' in CSS)) return;
  for (const name of ['script-shot', 'script-found', 'script-found-now']) CSS.highlights.delete(name);
}
