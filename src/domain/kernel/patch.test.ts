import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addChange, canonicalJson, type JsonValue, patchOf, reversePatch, updateChange } from './patch.ts';

describe('patches', () => {
  test('reversing twice gives the patch back', () => {
    const row = { id: 's1', title: 'One', list: [1, 2] };
    const patch = patchOf([addChange('shot', { id: 's0' }), updateChange('shot', row, { title: 'Two' })]);
    expect(reversePatch(reversePatch(patch))).toEqual(patch);
  });

  test('an update that changes nothing is no change', () => {
    const row = { id: 's1', covers: [{ a: 1, b: 2 }] };
    expect(updateChange('shot', row, { covers: [{ b: 2, a: 1 }] as never })).toBeNull();
  });

  test('canonical JSON does not depend on key order and reads back equal', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonicalJson(value as JsonValue);
        expect(canonicalJson(JSON.parse(text))).toBe(text);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });
});
