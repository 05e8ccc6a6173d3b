import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unwrap } from '../../domain/kernel/result.ts';
import type { PackedDocumentReader } from './packed-document.ts';

export interface PackedDocumentHarness {
  readonly reader: PackedDocumentReader;
  /** A well-formed document. */
  readonly sample: Uint8Array;
  /** Words that it says, in order. */
  readonly words: readonly string[];
  /** Bytes of other formats. */
  readonly others: readonly Uint8Array[];
}

/** The contract of the packed-document port, run against every adapter. */
export function describePackedDocument(
  name: string,
  { reader, sample, words, others }: PackedDocumentHarness,
): void {
  describe(`packed document: ${name}`, () => {
    const answer = async (bytes: Uint8Array): Promise<void> => {
      const read = await reader.unpack(bytes);
      if (read.ok) expect(read.value.text.length).toBeLessThan(20_000_000);
      else {
        expect(read.fault.code).toMatch(/^text\.[a-z-]+$/);
        // The rest of a sentence that begins with the file's name, and what to do.
        expect(read.fault.message).toMatch(/^[a-z].*\. [A-Z].*\.$/);
      }
    };

    it('knows its own format by what is in it', () => {
      expect(reader.recognises(sample)).toBe(true);
      for (const other of [...others, new Uint8Array(), new Uint8Array([0x50, 0x4b])]) {
        expect(reader.recognises(other)).toBe(false);
      }
    });

    it('says all the words, in order, and leaves the bytes as they were', async () => {
      const before = Uint8Array.from(sample);
      const { text } = unwrap(await reader.unpack(sample));
      let from = 0;
      for (const word of words) {
        const at = text.indexOf(word, from);
        expect([word, at >= from]).toEqual([word, true]);
        from = at + word.length;
      }
      expect(sample).toEqual(before);
      expect(unwrap(await reader.unpack(sample)).text).toBe(text);
    });

    it('answers a file that is cut off or damaged anywhere', async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.nat(sample.length - 1),
          fc.uint8Array({ minLength: 1, maxLength: 12 }),
          async (at, damage) => {
            await answer(sample.slice(0, at));
            const damaged = Uint8Array.from(sample);
            damaged.set(damage.slice(0, sample.length - at), at);
            await answer(damaged);
          },
        ),
        { numRuns: 150 },
      );
    }, 60_000);

    it('answers any bytes behind the right beginning', async () => {
      await fc.assert(
        fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (rest) => {
          await answer(Uint8Array.from([...sample.slice(0, 16), ...rest]));
        }),
        { numRuns: 100 },
      );
    }, 60_000);
  });
}
