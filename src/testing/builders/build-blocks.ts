import { BlockId, ProjectId } from '../../domain/kernel/ids.ts';
import { keysBetween } from '../../domain/kernel/order.ts';
import type { Block, BlockContent, BlockKind } from '../../domain/text/block.ts';

/** A block in short: kind and words, and whatever differs from the plainest block of that kind. */
export type ShortBlock = readonly [kind: BlockKind, text: string, more?: Partial<Block>];

export const testProjectId = ProjectId.parse('project-1');

/** Rows of text blocks with ids `b0`, `b1` … unless given, as an import would have left them. */
export function buildBlocks(short: readonly ShortBlock[]): Block[] {
  const keys = keysBetween(null, null, short.length);
  return short.map(([kind, text, more], i) => ({
    id: BlockId.parse(`b${i}`),
    projectId: testProjectId,
    order: keys[i] ?? '',
    kind,
    text,
    depth: kind === 'chapter' || kind === 'section' ? 1 : 0,
    sceneNumber: null,
    key: null,
    dual: null,
    forced: false,
    notFilmed: null,
    ...more,
  }));
}

/** Rows of blocks from what a parser read. */
export function blocksFrom(contents: readonly BlockContent[]): Block[] {
  return buildBlocks(
    contents.map(({ kind, text, sourceStart: _start, sourceEnd: _end, ...more }) => [kind, text, more]),
  );
}
