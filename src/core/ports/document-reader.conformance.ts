import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unwrap } from '../../domain/kernel/result.ts';
import { BlockContent } from '../../domain/text/block.ts';
import type { DocumentReader } from './document-reader.ts';

export interface DocumentReaderHarness {
  readonly reader: DocumentReader;
  /** A well-formed document with words, line breaks as LF. */
  readonly sample: string;
  /** Pieces that mean something in the format, for text that is nearly well-formed. */
  readonly pieces: readonly string[];
}

/** The contract of the document-reader port, run against every adapter. */
export function describeDocumentReader(
  name: string,
  { reader, sample, pieces }: DocumentReaderHarness,
): void {
  describe(`document reader: ${name}`, () => {
    const nearly = fc
      .array(fc.oneof(fc.constantFrom(...pieces, '\n', '\n\n', ' '), fc.string({ maxLength: 10 })))
      .map((parts) => parts.join(''));
    const anyText = fc.oneof(
      nearly,
      fc.string({ unit: 'binary' }),
      fc.nat(sample.length).map((end) => sample.slice(0, end)),
    );

    it('answers any text with blocks that are valid, or with a fault', () => {
      fc.assert(
        fc.property(anyText, (source) => {
          const read = reader.read(source);
          if (!read.ok) expect(read.fault.code).toMatch(/^text\.[a-z-]+$/);
          else
            for (const block of read.value.blocks) expect(BlockContent.safeParse(block).success).toBe(true);
        }),
        { numRuns: 500 },
      );
    });

    it('gives ranges inside the source that do not overlap', () => {
      fc.assert(
        fc.property(anyText, (source) => {
          const read = reader.read(source);
          if (!read.ok) return;
          const blocks = [...read.value.blocks].sort((a, b) => a.sourceStart - b.sourceStart);
          let last = 0;
          for (const { sourceStart, sourceEnd } of blocks) {
            expect(sourceStart).toBeGreaterThanOrEqual(last);
            expect(sourceEnd).toBeGreaterThanOrEqual(sourceStart);
            last = sourceEnd;
          }
          expect(last).toBeLessThanOrEqual(source.length);
        }),
        { numRuns: 500 },
      );
    });

    it('reads the same from any line break and byte order mark', () => {
      const words = (source: string) =>
        unwrap(reader.read(source)).blocks.map(({ kind, text }) => [kind, text]);
      expect(words(sample).length).toBeGreaterThan(2);
      expect(words(sample.replaceAll('\n', '\r\n'))).toEqual(words(sample));
      expect(words(sample.replaceAll('\n', '\r'))).toEqual(words(sample));
      expect(words(`\uFEFF${sample}`)).toEqual(words(sample));
    });

    it('reads the same twice', () => {
      expect(reader.read(sample)).toEqual(reader.read(sample));
    });
  });
}
