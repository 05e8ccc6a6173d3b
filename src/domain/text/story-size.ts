import type { Fault } from '../kernel/result.ts';

/** What a story may have at most, of whatever kind its file is: about 20 novels. */
export const maxStoryBytes = 20 * 1024 * 1024;

/** Why a story of this size is not taken: known before it is read, and before it is sent anywhere. */
export function storySizeFault(name: string, size: number): Fault | null {
  if (size <= maxStoryBytes) return null;
  const megabytes = (size / 1024 / 1024).toFixed(1);
  return {
    code: 'text.too-large',
    message: `"${name}" is ${megabytes} MB; a story may have up to ${maxStoryBytes / 1024 / 1024} MB. Nothing was imported, and what was stored before is unchanged. Split it into parts and import these.`,
    detail: { size },
  };
}
