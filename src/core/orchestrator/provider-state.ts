import type { BreakerState } from './circuit-breaker.ts';
import { type Engine, type Lane, mostAtOnce } from './engine.ts';
import type { HealthFigures } from './provider-health.ts';

/** One provider as the engine sees it now. */
export interface ProviderState extends HealthFigures {
  readonly provider: string;
  readonly free: boolean;
  /** `unasked`: nothing was asked in the last hour. */
  readonly reach: 'up' | 'slow' | 'down' | 'unasked';
  readonly breaker: BreakerState;
  /** Nothing is sent before this time: it asked for a pause, is out of reach, or its rate is used up; null when it may be. */
  readonly pausedUntilMs: number | null;
  /** What that pause is for. */
  readonly waitsFor: 'reach' | 'pause' | 'rate' | null;
  /** Whether it can be asked free of charge whether it answers. */
  readonly checkable: boolean;
  readonly atProvider: number;
  readonly queued: number;
  readonly maxConcurrent: number;
  readonly mostPerMinute: number | null;
}

/** Half of the answers slower than this, and somebody waits for them. */
const slowAnswerMs = 3_000;
const muchTrouble = 0.2;

export function stateOfLane(engine: Engine, lane: Lane): ProviderState {
  const { generator, breaker, health } = lane;
  const nowMs = engine.options.clock.nowMs();
  const figures = health.figures(nowMs);
  const pauses = [
    { waitsFor: 'reach', untilMs: breaker.openUntilMs },
    { waitsFor: 'pause', untilMs: lane.pausedUntilMs },
    { waitsFor: 'rate', untilMs: lane.pace.nextMs(nowMs) },
  ] as const;
  const longest = pauses.reduce((a, b) => (b.untilMs > a.untilMs ? b : a));
  const { untilMs } = longest;
  return {
    ...figures,
    provider: generator.provider,
    free: generator.free,
    reach: reachOf(breaker.state, figures),
    breaker: breaker.state,
    pausedUntilMs: untilMs > nowMs ? untilMs : null,
    waitsFor: untilMs > nowMs ? longest.waitsFor : null,
    checkable: generator.checkHealth !== undefined,
    atProvider: lane.inFlight,
    queued: engine.queue.count(generator.provider),
    maxConcurrent: mostAtOnce(engine, lane),
    mostPerMinute: generator.mostPerMinute ?? null,
  };
}

function reachOf(breaker: BreakerState, figures: HealthFigures): ProviderState['reach'] {
  if (breaker !== 'closed') return 'down';
  if (figures.asked === 0) return 'unasked';
  const isSlow = (figures.answers.p50Ms ?? 0) > slowAnswerMs;
  return isSlow || (figures.errorRate ?? 0) > muchTrouble ? 'slow' : 'up';
}
