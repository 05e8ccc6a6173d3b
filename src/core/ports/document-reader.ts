import type { Result } from '../../domain/kernel/result.ts';
import type { SourceKind } from '../../domain/project/project.ts';
import type { BlockContent } from '../../domain/text/block.ts';

/**
 * Turns the decoded text of one kind of document into blocks. Parsers for our own field (Fountain, plain prose) are
 * in domain/text; those that stand on a library (Final Draft's XML, Markdown) are adapters behind this port.
 * Never throws; time is linear in the input.
 */
export interface DocumentReader {
  readonly kind: SourceKind;
  read(source: string): Result<{ readonly title: string | null; readonly blocks: readonly BlockContent[] }>;
}
