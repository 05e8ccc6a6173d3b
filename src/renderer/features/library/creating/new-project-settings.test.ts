import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { JsonValue } from '../../../../domain/kernel/patch.ts';
import {
  heightFor,
  rateNameOf,
  rateNames,
  readSettings,
  shortSideOf,
  shortSides,
  sizeOf,
  usualSettings,
} from './new-project-settings.ts';

test('what was used last is read back; whatever else is stored is as usual', () => {
  const used = { aspect: '9:16', heightPx: 1920, fpsNum: 25, fpsDen: 1, style: 'noir' } as const;
  expect(readSettings(used, ['cinema', 'noir'])).toEqual(used);
  expect(readSettings(used, ['cinema'])).toEqual({ ...used, style: null });
  expect(readSettings(undefined, [])).toEqual(usualSettings);
  fc.assert(
    fc.property(fc.jsonValue(), (stored) => {
      const settings = readSettings(stored as JsonValue, ['cinema']);
      expect(heightFor(settings.aspect, shortSideOf(settings))).toBe(settings.heightPx);
      expect(rateNames).toContain(rateNameOf(settings));
    }),
  );
});

test('a size is that of the shorter side, whichever way the frame stands', () => {
  expect(sizeOf('16:9', 1080)).toBe('1920 × 1080');
  expect(sizeOf('9:16', 1080)).toBe('1080 × 1920');
  expect(sizeOf('4:5', 1080)).toBe('1080 × 1350');
  expect(shortSides.map((side) => sizeOf('1:1', side))).toContain('1080 × 1080');
});
