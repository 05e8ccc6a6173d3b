import { join } from 'node:path';
import { z } from 'zod';
import { fail, ok, type Result } from '../../domain/kernel/result.ts';
import { createJsonFile } from './json-file.ts';

const Values = z.record(z.string(), z.json());
export type PreferenceValues = z.infer<typeof Values>;

/** Choices of this person on this device, by name. What a name means is for whoever reads it to know. */
export interface Preferences {
  all(): PreferenceValues;
  /** null removes the choice. */
  set(name: string, value: PreferenceValues[string]): Result<PreferenceValues>;
}

/** No choice needs more room: a mistake in a window must not fill the disk. */
const mostChars = 200_000;

export function createPreferences(home: string, readOnly: boolean): Preferences {
  const file = createJsonFile<PreferenceValues>({
    path: join(home, 'preferences.json'),
    schema: Values,
    empty: {},
    readOnly,
  });
  const all = (): PreferenceValues => ({ ...file.value });
  return {
    all,
    set(name, value) {
      const { [name]: _before, ...others } = file.value;
      const next = value === null ? others : { ...others, [name]: value };
      if (JSON.stringify(next).length > mostChars) {
        return fail(
          'preferences.too-large',
          `The preference "${name}" is too long to be kept. The preferences are as they were before.`,
        );
      }
      const written = file.write(next);
      return written.ok ? ok(all()) : written;
    },
  };
}
