import { type Engine, type Lane, noteMove, writeMove } from './engine.ts';

/** Farther back than a clock that is kept in step ever goes. */
const smallestStepMs = 2_000;
/** No pause that an earlier run wrote down is kept for longer than this: the clock may have been wrong when it was written. */
const longestRestMs = 3_600_000;

/** Notices at each look whether the computer's clock was set back, and by how much. */
export function createClockWatch(): (nowMs: number) => number {
  let newestMs = Number.NEGATIVE_INFINITY;
  return (nowMs) => {
    const backMs = newestMs - nowMs;
    newestMs = nowMs;
    return backMs > smallestStepMs ? backMs : 0;
  };
}

/** Everything that waits for a time of the old clock waits for the same moment by the new one. */
export function turnBack(engine: Engine, lanes: Iterable<Lane>, byMs: number): void {
  for (const lane of lanes) {
    lane.pausedUntilMs -= byMs;
    lane.breaker.turnBack(byMs);
    lane.pace.turnBack(byMs);
  }
  const nowMs = engine.options.clock.nowMs();
  putForward(engine, (notBeforeMs) => (notBeforeMs > nowMs ? Math.max(0, notBeforeMs - byMs) : null));
}

/** At a start: what an earlier run put off for longer than anybody asks for is taken up after an hour at most. */
export function shortenRests(engine: Engine): void {
  const latestMs = engine.options.clock.nowMs() + longestRestMs;
  putForward(engine, (notBeforeMs) => (notBeforeMs > latestMs ? latestMs : null));
}

/** Gives queued jobs another time, null for those that keep theirs. */
function putForward(engine: Engine, timeFor: (notBeforeMs: number) => number | null): void {
  const { store } = engine.options;
  const late = store.jobs.queued().flatMap(({ id, notBeforeMs }) => {
    const nextMs = timeFor(notBeforeMs);
    return nextMs === null ? [] : [{ id, nextMs }];
  });
  if (late.length === 0) return;
  const moved = store.transaction(() =>
    late.flatMap(
      ({ id, nextMs }) => writeMove(engine, id, ['queued'], 'queued', { notBeforeMs: nextMs }) ?? [],
    ),
  );
  for (const job of moved) noteMove(engine, job);
}
