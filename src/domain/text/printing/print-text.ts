import type { SourceKind } from '../../project/project.ts';
import { printFountain } from './print-fountain.ts';
import { printMarkdown } from './print-markdown.ts';
import { printProse } from './print-prose.ts';
import type { PrintedBlock } from './printed-block.ts';

/**
 * The blocks of a text, in order, as a file of its kind holds them, so that a reader finds the same blocks in it. A
 * Final Draft script is printed as Fountain, which any screenwriting program reads and a person can edit.
 */
export function printText(kind: SourceKind, blocks: readonly PrintedBlock[]): string {
  switch (kind) {
    case 'fountain':
    case 'final-draft':
      return printFountain(blocks);
    case 'markdown':
      return printMarkdown(blocks);
    case 'plain':
      return printProse(blocks);
  }
}
