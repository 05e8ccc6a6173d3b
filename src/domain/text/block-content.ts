import type { BlockContent, BlockKind } from './block.ts';

/** A block content with every field that a parser leaves out at its resting value. */
export function blockContent(
  kind: BlockKind,
  text: string,
  sourceStart: number,
  sourceEnd: number,
  more: Partial<BlockContent> = {},
): BlockContent {
  return {
    kind,
    text,
    sourceStart,
    sourceEnd,
    depth: 0,
    sceneNumber: null,
    key: null,
    dual: null,
    forced: false,
    ...more,
  };
}

/** What every reader of a document yields. `title` is what the text itself says, null when it does not. */
export interface ReadDocument {
  readonly title: string | null;
  readonly blocks: readonly BlockContent[];
}
