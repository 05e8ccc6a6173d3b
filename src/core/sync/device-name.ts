import { hostname } from 'node:os';
import type { JsonValue } from '../../domain/kernel/patch.ts';
import { longestDeviceName } from '../../domain/sync/sync-messages.ts';

/** Name of the preference: what the person calls this computer. */
const deviceNamePreference = 'device.name';

/** What this computer is called on the others: as the person said, else as the system does, without the network's part. */
export function deviceNameOf(preferences: Readonly<Record<string, JsonValue>>): string {
  const chosen = preferences[deviceNamePreference];
  const name = typeof chosen === 'string' ? chosen.trim() : '';
  return (name || hostname().replace(/\..*$/, '')).replaceAll('\0', '').slice(0, longestDeviceName);
}
