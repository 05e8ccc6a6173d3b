import type { Fault } from '../../domain/kernel/result.ts';
import { isRecord } from '../../net/read-answer.ts';
import { askFal, type FalClient } from './fal-client.ts';
import { jsonOf, refusalFault, retryAfterMs, troubleFault, unreadableFault } from './fal-faults.ts';
import { tooMany } from './upload-file.ts';

/** An answer of Fal's platform. Every question to it is free. */
export type PlatformAnswer<T> =
  | { readonly kind: 'answer'; readonly value: T }
  /** It does not answer this, or not for this key. */
  | { readonly kind: 'refused'; readonly fault: Fault }
  | { readonly kind: 'later'; readonly fault: Fault; readonly retryAfterMs: number | null };

type Row = Readonly<Record<string, unknown>>;

/** Lists with forms are long: some models' are a hundred kilobytes. */
const mostBytes = 48 * 1024 * 1024;
/** More pages than this of a hundred are not one account's day. */
const mostPages = 40;

export async function askPlatform(
  client: FalClient,
  path: string,
  query: Readonly<Record<string, string>>,
  signal?: AbortSignal,
): Promise<PlatformAnswer<Row>> {
  const address = `https://api.fal.ai/v1/${path}?${new URLSearchParams(query)}`;
  const asked = await askFal(client, {
    method: 'GET',
    address,
    mostBytes,
    ...(signal === undefined ? {} : { signal }),
  });
  if (!asked.ok) return { kind: 'refused', fault: asked.fault };
  const answer = asked.value;
  const later = (fault: Fault, afterMs: number | null = null): PlatformAnswer<Row> => ({
    kind: 'later',
    fault,
    retryAfterMs: afterMs,
  });
  if (answer.kind !== 'answer') return later(troubleFault(answer.cause.message));
  const afterMs = retryAfterMs(answer.headers, client.clock.nowMs());
  if (answer.status === 429) return later(tooMany(), afterMs);
  if (answer.status >= 500) return later(troubleFault(`HTTP ${answer.status}`), afterMs);
  if (answer.status >= 400) return { kind: 'refused', fault: refusalFault(answer, 'the question') };
  const value = answer.status === 200 ? jsonOf(answer) : null;
  return value === null ? later(unreadableFault('the question')) : { kind: 'answer', value };
}

/** All rows of a list, page by page. `isWhole` is false where there are more pages than are read. */
export async function askPages(
  client: FalClient,
  path: string,
  query: Readonly<Record<string, string>>,
  rowsField: string,
  signal?: AbortSignal,
): Promise<PlatformAnswer<{ readonly rows: readonly Row[]; readonly isWhole: boolean }>> {
  const rows: Row[] = [];
  let cursor: string | null = null;
  for (let page = 0; page < mostPages; page++) {
    const asked: PlatformAnswer<Row> = await askPlatform(
      client,
      path,
      { ...query, limit: '100', ...(cursor === null ? {} : { cursor }) },
      signal,
    );
    if (asked.kind !== 'answer') return asked;
    const found = asked.value[rowsField];
    if (!Array.isArray(found)) {
      return { kind: 'later', fault: unreadableFault('the question'), retryAfterMs: null };
    }
    rows.push(...found.filter(isRecord));
    const next = asked.value['next_cursor'];
    const goesOn = asked.value['has_more'] === true && typeof next === 'string' && next !== cursor;
    if (!goesOn) return { kind: 'answer', value: { rows, isWhole: true } };
    cursor = next;
  }
  return { kind: 'answer', value: { rows, isWhole: false } };
}
