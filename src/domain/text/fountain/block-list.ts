import type { BlockContent, BlockKind } from '../block.ts';
import { blockContent } from '../block-content.ts';
import { normaliseLineBreaks } from '../source-search.ts';

type Draft = { -readonly [Field in keyof BlockContent]: BlockContent[Field] };
type Side = BlockContent['dual'];

/** Kinds that gather the lines below each other into one block. */
type Gathered = Extract<BlockKind, 'action' | 'dialogue' | 'lyric' | 'centered'>;

/**
 * Collects the blocks of a screenplay in order. Knows which block is still taking lines, and which speech a dual
 * dialogue would stand beside.
 */
export class BlockList {
  readonly blocks: Draft[] = [];
  #open: { readonly block: Draft; readonly lines: string[] } | null = null;
  /** Index of the last cue while nothing but its speech and asides has followed. */
  #speechFrom: number | null = null;
  #side: Side = null;

  add(kind: BlockKind, text: string, start: number, end: number, more: Partial<BlockContent> = {}): void {
    this.close();
    if (kind !== 'note' && kind !== 'boneyard' && kind !== 'parenthetical') this.#speechFrom = null;
    const dual = kind === 'parenthetical' ? this.#side : null;
    this.blocks.push(blockContent(kind, normaliseLineBreaks(text), start, end, { dual, ...more }));
  }

  /** Adds a cue; with `dual`, the speech right before becomes the left side and this one the right. */
  addCue(text: string, start: number, end: number, forced: boolean, dual: boolean): void {
    this.close();
    const partner = this.#speechFrom;
    const paired = dual && partner !== null;
    if (paired && this.blocks[partner]?.dual === null) {
      for (const block of this.blocks.slice(partner)) {
        if (block.kind !== 'note' && block.kind !== 'boneyard') block.dual = 'left';
      }
    }
    this.#side = paired ? 'right' : null;
    this.#speechFrom = this.blocks.length;
    this.blocks.push(blockContent('character', text, start, end, { forced, dual: this.#side }));
  }

  /** Adds a line to the open block of this kind, or begins one. `spoken` lines belong to the last cue. */
  addLine(kind: Gathered, line: string, start: number, end: number, forced: boolean, spoken: boolean): void {
    if (this.#open?.block.kind !== kind) {
      this.close();
      if (!spoken) this.#speechFrom = null;
      const block: Draft = blockContent(kind, '', start, end, { forced, dual: spoken ? this.#side : null });
      this.blocks.push(block);
      this.#open = { block, lines: [] };
    }
    this.#open.lines.push(normaliseLineBreaks(line));
    this.#open.block.sourceEnd = end;
  }

  get openKind(): BlockKind | null {
    return this.#open?.block.kind ?? null;
  }

  close(): void {
    if (this.#open !== null) this.#open.block.text = this.#open.lines.join('\n');
    this.#open = null;
  }
}
