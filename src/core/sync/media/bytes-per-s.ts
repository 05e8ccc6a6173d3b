import type { JsonValue } from '../../../domain/kernel/patch.ts';

/** Name of the preference: most bytes a second that files may take of the line, both ways together. */
const bytesPerSName = 'sync.bytesPerSecond';

/** The limit that a person set; null where there is none. */
export function bytesPerSPreference(preferences: Readonly<Record<string, JsonValue>>): number | null {
  const limit = preferences[bytesPerSName];
  return typeof limit === 'number' && limit > 0 ? limit : null;
}
