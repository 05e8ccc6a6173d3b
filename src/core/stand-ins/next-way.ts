import type { Otherwise } from '../../domain/project/chosen-maker.ts';
import type { Trouble } from './provider-troubles.ts';

/** What the order says now: to wait until a time, or whom to try, the nearest first; nobody where it says no more. */
export type NextWay =
  | { readonly is: 'wait'; readonly untilMs: number }
  | { readonly is: 'try'; readonly ways: readonly TriedWay[] };

export type TriedWay = Exclude<Otherwise[number], { readonly kind: 'wait' }>;

const usualWaitMs = 5 * 60_000;

/**
 * How far along an order is. Waiting helps against a line that is down or a rate that is used up, and is passed over where a key, an
 * account or a model was refused. A job that was made for another one already goes on after that one's place.
 */
export function nextWay(
  otherwise: Otherwise,
  provider: string,
  { kind, sinceMs }: Trouble,
  nowMs: number,
): NextWay {
  const place = otherwise.findIndex((way) => way.kind === 'provider' && way.provider === provider);
  let untilMs = sinceMs;
  const ways: TriedWay[] = [];
  for (const way of otherwise.slice(place + 1)) {
    if (way.kind !== 'wait') {
      ways.push(way);
      continue;
    }
    if (kind === 'refusal') continue;
    untilMs += way.minutes === undefined ? usualWaitMs : way.minutes * 60_000;
    // What comes after a wait is not reached yet; what came before was, and could not be had.
    if (nowMs < untilMs) return ways.length > 0 ? { is: 'try', ways } : { is: 'wait', untilMs };
  }
  return nowMs < sinceMs ? { is: 'wait', untilMs: sinceMs } : { is: 'try', ways };
}
