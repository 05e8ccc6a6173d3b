import type { Block } from '../../../../domain/text/block.ts';

/** What stands below what on the page: a block, or the two sides of a dual dialogue. */
export type ScriptUnit =
  | { readonly is: 'block'; readonly block: Block }
  | { readonly is: 'dual'; readonly left: readonly Block[]; readonly right: readonly Block[] };

/** Gathers the sides of dual dialogues. A side without the other stands alone, as an ordinary speech. */
export function scriptUnits(blocks: readonly Block[]): ScriptUnit[] {
  const units: ScriptUnit[] = [];
  for (let at = 0; at < blocks.length; ) {
    const leftEnd = endOfSide(blocks, at, 'left');
    const rightEnd = endOfSide(blocks, leftEnd, 'right');
    if (leftEnd > at && rightEnd > leftEnd) {
      units.push({ is: 'dual', left: blocks.slice(at, leftEnd), right: blocks.slice(leftEnd, rightEnd) });
      at = rightEnd;
      continue;
    }
    const block = blocks[at];
    if (block !== undefined) units.push({ is: 'block', block });
    at++;
  }
  return units;
}

function endOfSide(blocks: readonly Block[], from: number, side: 'left' | 'right'): number {
  let end = from;
  while (blocks[end]?.dual === side) {
    // A second name on the same side is a speech of its own.
    if (end > from && side === 'left' && blocks[end]?.kind === 'character') break;
    end++;
  }
  return end;
}
