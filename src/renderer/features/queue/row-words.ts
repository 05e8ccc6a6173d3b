import type { QueueLane, QueueRow } from '../../../contract/queue.ts';
import type { DotState } from '../../ui/state-dot.tsx';
import type { Catalogue } from '../../words/catalogue.ts';
import type { Formats } from '../../words/formats.ts';

export interface RowWordsParts {
  readonly words: Catalogue['queue'];
  readonly states: Catalogue['queueStates'];
  readonly formats: Formats;
  readonly interpret: (sentence: string) => string;
  readonly nameOf: (provider: string) => string;
}

export interface RowWords {
  readonly what: string;
  readonly dot: DotState;
  readonly state: string;
  /** Why it waits, how far it is, or why it failed; empty where there is nothing to say. */
  readonly why: string;
  readonly time: string;
  readonly price: string;
}

const dots = {
  draft: 'unknown',
  queued: 'waiting',
  sending: 'running',
  submitted: 'running',
  running: 'running',
  fetching: 'running',
  done: 'done',
  failed: 'failed',
  cancelling: 'waiting',
  cancelled: 'none',
  unknown: 'unknown',
  expired: 'failed',
} as const satisfies Record<QueueRow['state'], DotState>;

/** One job in words: what it is, where it stands and why, how long and for how much. */
export function rowWords(
  row: QueueRow,
  lane: QueueLane | null,
  pausedSinceMs: number | null,
  nowMs: number,
  parts: RowWordsParts,
): RowWords {
  const { words, states } = parts;
  const kind = words.kinds[row.kind];
  return {
    what: row.shotNumber === null ? kind : words.what(words.shot(row.shotNumber), kind),
    dot: dots[row.state],
    state: states.names[row.state],
    why: whyOf(row, lane, pausedSinceMs, nowMs, parts),
    time: timeOf(row, lane, nowMs, parts),
    price: priceOf(row, parts),
  };
}

function whyOf(
  row: QueueRow,
  lane: QueueLane | null,
  pausedSinceMs: number | null,
  nowMs: number,
  { words, formats, interpret, nameOf }: RowWordsParts,
): string {
  const provider = nameOf(row.provider);
  if (row.elsewhere && (row.group === 'waiting' || row.group === 'running')) return words.onAnotherDevice;
  switch (row.group) {
    case 'waiting': {
      const fault = row.faultMessage === null ? null : interpret(row.faultMessage);
      if (pausedSinceMs !== null) return words.pausedWhy;
      if (row.notBeforeMs > nowMs && fault !== null) {
        return words.triedAgain(formats.time(row.notBeforeMs), fault);
      }
      const until = lane?.pausedUntilMs ?? null;
      if (lane !== null && until !== null && until > nowMs) {
        const time = formats.time(until);
        if (lane.waitsFor === 'rate') return words.waitsRate(provider, lane.mostPerMinute ?? 0, time);
        return lane.waitsFor === 'reach'
          ? words.waitsReach(provider, time)
          : words.waitsPause(provider, time);
      }
      return lane === null ? '' : words.turn(lane.atProvider, lane.maxConcurrent, provider);
    }
    case 'running':
      if (row.progress !== null) return words.percent(formats.percent(row.progress));
      return row.position === null ? '' : words.place(row.position, provider);
    case 'attention':
    case 'failed':
      return row.faultMessage === null ? '' : interpret(row.faultMessage);
    case 'done':
      return '';
  }
}

function timeOf(
  row: QueueRow,
  lane: QueueLane | null,
  nowMs: number,
  { words, formats }: RowWordsParts,
): string {
  const span = (ms: number): string => formats.timeLeft(Math.max(0, ms) / 1_000);
  switch (row.group) {
    case 'waiting':
      return words.waitingSince(formats.ago(row.createdAtMs, nowMs));
    case 'running': {
      if (row.sentAtMs === null) return '';
      const usualMs = lane?.usualMs ?? null;
      const leftMs = usualMs === null ? null : row.sentAtMs + usualMs - nowMs;
      return leftMs !== null && leftMs > 0
        ? words.leftOf(span(leftMs))
        : words.elapsed(span(nowMs - row.sentAtMs));
    }
    default: {
      if (row.finishedAtMs === null) return formats.ago(row.createdAtMs, nowMs);
      return row.state === 'done' && row.sentAtMs !== null
        ? words.tookTime(span(row.finishedAtMs - row.sentAtMs))
        : formats.ago(row.finishedAtMs, nowMs);
    }
  }
}

function priceOf(row: QueueRow, { words, formats }: RowWordsParts): string {
  const { estimateUsdMicros, costUsdMicros, group } = row;
  if (estimateUsdMicros === 0 && (costUsdMicros ?? 0) === 0) return words.free;
  if (costUsdMicros !== null) {
    return costUsdMicros === 0 ? words.notCharged : words.charged(formats.exactMoney(costUsdMicros));
  }
  const estimate = formats.exactMoney(estimateUsdMicros);
  if (group === 'waiting' || row.state === 'draft') return words.atPrice(estimate);
  if (group === 'running') return words.reservedPrice(estimate);
  return row.sentAtMs === null ? words.notCharged : words.maybeCharged(estimate);
}
