import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { JsonValue } from '../../../../domain/kernel/patch.ts';
import { heights, rateNameOf, rateNames, readSettings, usualSettings } from './new-project-settings.ts';

test('what was used last is read back; whatever else is stored is as usual', () => {
  const used = { aspect: '9:16', heightPx: 1080, fpsNum: 25, fpsDen: 1, style: 'noir' } as const;
  expect(readSettings(used, ['cinema', 'noir'])).toEqual(used);
  expect(readSettings(used, ['cinema'])).toEqual({ ...used, style: null });
  expect(readSettings(undefined, [])).toEqual(usualSettings);
  fc.assert(
    fc.property(fc.jsonValue(), (stored) => {
      const settings = readSettings(stored as JsonValue, ['cinema']);
      expect(heights).toContain(settings.heightPx);
      expect(rateNames).toContain(rateNameOf(settings));
    }),
  );
});
