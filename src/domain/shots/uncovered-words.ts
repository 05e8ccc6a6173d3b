import type { TextRange } from '../scenes/language/text-range.ts';
import type { SourceBlock } from '../scenes/not-filmed.ts';
import type { Shot } from './shot.ts';

/** The ranges of a block that hold words and that no shot covers: runs of words, without the white space around them. */
export function uncoveredWords(
  block: Pick<SourceBlock, 'id' | 'text'>,
  shots: readonly Pick<Shot, 'covers'>[],
): TextRange[] {
  const covered = shots
    .flatMap(({ covers }) => covers)
    .filter(({ blockId }) => blockId === block.id)
    .sort((a, b) => a.start - b.start);
  const missing: TextRange[] = [];
  let at = 0;
  let next = 0;
  for (const match of block.text.matchAll(/\S+/g)) {
    const start = match.index;
    const end = start + match[0].length;
    while (next < covered.length && (covered[next]?.start ?? 0) <= start) {
      at = Math.max(at, covered[next]?.end ?? 0);
      next++;
    }
    let reached = at;
    for (let i = next; reached < end && (covered[i]?.start ?? Number.POSITIVE_INFINITY) <= reached; i++) {
      reached = Math.max(reached, covered[i]?.end ?? 0);
    }
    if (at > start && reached >= end) continue;
    const last = missing.at(-1);
    if (last !== undefined && !/\S/.test(block.text.slice(last.end, start)))
      missing[missing.length - 1] = { start: last.start, end };
    else missing.push({ start, end });
  }
  return missing;
}
