/** Small readings of what providers answer, alike for all of them. */

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A body as JSON object; null for anything else (HTML, cut-off text, a bare string). */
export function jsonOf(body: Buffer): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(body.toString('utf8'));
    return isRecord(value) ? value : null;
  } catch {
    // Not JSON is an expected answer here: the caller decides what it means.
    return null;
  }
}

export function textOf(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

/** A provider's words in one line, to stand inside a sentence of ours: not too long, without a full stop. */
export function inOneLine(words: string): string {
  const line = words.replace(/\s+/g, ' ').trim();
  return (line.length > 300 ? `${line.slice(0, 300)}…` : line).replace(/\.+$/, '');
}

/** `Retry-After` in milliseconds: seconds or a date; null when absent or not readable. */
export function retryAfterMs(value: string | null | undefined, nowMs: number): number | null {
  if (value === null || value === undefined || value === '') return null;
  const seconds = Number(value);
  if (Number.isFinite(seconds)) return Math.max(0, Math.round(seconds * 1000));
  const date = Date.parse(value);
  return Number.isNaN(date) ? null : Math.max(0, date - nowMs);
}

/**
 * What the status of an answer to a chargeable request says. Only `too-many` surely did not begin; `refused` surely ended;
 * `unclear` may follow acceptance: a server in trouble, a redirect, and the 4xx that say nothing about the work (a time-out
 * 408, "too early" 425, "client closed" 499).
 */
export function meaningOfStatus(status: number): 'taken' | 'too-many' | 'refused' | 'unclear' {
  if (status >= 200 && status < 300) return 'taken';
  if (status === 429) return 'too-many';
  if (status >= 400 && status < 500 && ![408, 425, 499].includes(status)) return 'refused';
  return 'unclear';
}
