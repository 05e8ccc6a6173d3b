import type { BlockKind } from '../block.ts';

/** A line of a page, or a paragraph of a document without pages, as it stands on the paper. */
export interface LaidOutLine {
  readonly text: string;
  /** Distance of its first letter from the page's or the text's edge, in points. */
  readonly indentPt: number;
  /** White space above it, more than between the lines of a paragraph. */
  readonly gapBefore: boolean;
  /** What the document itself says it is, by a style's name; null where it says nothing. */
  readonly role: BlockKind | null;
}
