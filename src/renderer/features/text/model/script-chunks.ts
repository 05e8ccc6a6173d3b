import type { Block, BlockKind } from '../../../../domain/text/block.ts';
import type { ScriptUnit } from './script-units.ts';

/** A stretch of the script that is laid out as one, or not at all while it is far from the screen. */
export interface ScriptChunk {
  /** Of its first block: the same as long as that block begins a chunk. */
  readonly key: string;
  readonly units: readonly ScriptUnit[];
}

/** On average so many units: the browser watches chunks, not paragraphs, and lays out one at a time. */
const averageUnits = 32;

/**
 * Cuts the script where a block's id says so. What begins a chunk does not depend on what stands around it, so an edit
 * changes the chunk that it is in, and never moves the ends of those that follow.
 */
export function chunkUnits(units: readonly ScriptUnit[]): ScriptChunk[] {
  const chunks: { key: string; units: ScriptUnit[] }[] = [];
  for (const unit of units) {
    const key = firstBlockOf(unit)?.id ?? '';
    const last = chunks.at(-1);
    if (last === undefined || beginsChunk(key)) chunks.push({ key, units: [unit] });
    else last.units.push(unit);
  }
  return chunks;
}

function firstBlockOf(unit: ScriptUnit): Block | undefined {
  return unit.is === 'block' ? unit.block : unit.left[0];
}

function beginsChunk(id: string): boolean {
  // FNV-1a: ids of one making begin, and may end, alike.
  let hash = 0x811c9dc5;
  for (let i = 0; i < id.length; i++) hash = Math.imul(hash ^ id.charCodeAt(i), 0x01000193);
  return (hash >>> 0) % averageUnits === 0;
}

/** How high a chunk is, in lines and in the gaps between paragraphs, for as long as it was never laid out. */
export function heightOfChunk({ units }: ScriptChunk): { readonly lines: number; readonly gaps: number } {
  let lines = 0;
  let gaps = 0;
  const add = (block: Block): void => {
    lines += linesOf(block);
    gaps += gapsAbove(block.kind);
  };
  for (const unit of units) {
    if (unit.is === 'block') add(unit.block);
    // Sides stand beside each other: as high as one of them, about.
    else for (const block of unit.left) add(block);
  }
  return { lines, gaps };
}

function linesOf({ kind, text }: Block): number {
  const columns = kind === 'dialogue' ? 35 : kind === 'parenthetical' ? 26 : kind === 'paragraph' ? 66 : 60;
  let lines = 0;
  for (const line of text.split('\n')) lines += Math.max(1, Math.ceil(line.length / columns));
  return lines;
}

function gapsAbove(kind: BlockKind): number {
  if (kind === 'dialogue' || kind === 'parenthetical' || kind === 'lyric') return 0;
  return kind === 'heading' || kind === 'section' ? 2 : 1;
}
