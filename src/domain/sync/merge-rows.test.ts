import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatHlc } from '../kernel/hlc.ts';
import { mergeRows, newestStamp, registersOf } from './merge-rows.ts';
import { isGone, type RowRegisters, stampOf } from './row-registers.ts';

const stamp = fc
  .tuple(fc.integer({ min: 1, max: 9 }), fc.constantFrom('aaaa', 'bbbb', 'cccc'))
  .map(([ms, device]) => formatHlc({ ms, counter: 0, device }));
const value = fc.constantFrom(1, 2, 'x', null, [1], { a: 1 });
const fields = ['lensMm', 'mood', 'size'] as const;

/** A state of one row, of all or some of its fields. */
const state = fc
  .record({
    b: stamp,
    d: fc.option(stamp, { nil: undefined }),
    fields: fc.uniqueArray(fc.tuple(fc.constantFrom(...fields), value, stamp), {
      selector: ([name]) => name,
    }),
  })
  .map(({ b, d, fields }) =>
    registersOf({
      e: 'shot',
      id: 'shot-1',
      b,
      d,
      v: Object.fromEntries(fields.map(([name, value]) => [name, value])),
      stamps: Object.fromEntries(fields.map(([name, , stamp]) => [name, stamp])),
    }),
  );

describe('two states of a row merge', () => {
  test('in any order, any grouping, any number of times, to the same', () => {
    fc.assert(
      fc.property(state, state, state, (a, b, c) => {
        expect(mergeRows(a, b)).toEqual(mergeRows(b, a));
        expect(mergeRows(mergeRows(a, b), c)).toEqual(mergeRows(a, mergeRows(b, c)));
        expect(mergeRows(a, a)).toEqual(a);
        expect(mergeRows(mergeRows(a, b), b)).toEqual(mergeRows(a, b));
      }),
      { numRuns: 1_000 },
    );
  });

  test('to the newest of each register', () => {
    fc.assert(
      fc.property(state, state, (a, b) => {
        const merged = mergeRows(a, b);
        for (const field of fields) {
          const stamps = [a, b].filter(({ v }) => field in v).map((row) => stampOf(row, field));
          if (stamps.length === 0) expect(merged.v).not.toHaveProperty(field);
          else expect(stampOf(merged, field)).toBe(stamps.sort().at(-1));
        }
        expect(newestStamp(merged)).toBe([newestStamp(a), newestStamp(b)].sort().at(-1));
      }),
    );
  });

  test('a deletion wins over edits of fields, which keep their values; an add afterwards brings the row back', () => {
    const at = (ms: number, device: string): string => formatHlc({ ms, counter: 0, device });
    const row: RowRegisters = { e: 'shot', id: 's', b: at(1, 'aaaa'), v: { mood: 'calm', lensMm: 35 } };
    const edited: RowRegisters = { ...row, v: { mood: 'tense' }, s: { mood: at(9, 'bbbb') } };
    const deleted = mergeRows({ ...row, d: at(5, 'aaaa') }, edited);
    expect(isGone(deleted)).toBe(true);
    expect(deleted.v).toEqual({ mood: 'tense', lensMm: 35 });
    const again = mergeRows(deleted, { ...row, b: at(7, 'cccc'), v: { mood: 'dark', lensMm: 50 } });
    expect(isGone(again)).toBe(false);
    expect(again.v).toEqual({ mood: 'tense', lensMm: 50 });
  });
});
