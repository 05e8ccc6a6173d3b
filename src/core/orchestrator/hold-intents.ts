import { type Engine, type Lane, noteMove, writeMove } from './engine.ts';
import { jobFaults } from './job-faults.ts';

/** Rows that one transaction holds back. */
const heldAtOnce = 500;

/**
 * Whether what waits for a provider should be asked about first: the line has been out for so long that nobody sits there
 * any more who expects it to be sent, and the last question has just failed.
 */
export function isOutForLong({ limits }: Engine, { generator, breaker }: Lane, nowMs: number): boolean {
  const { confirmAfterMs } = limits;
  if (generator.free || generator.checkHealth === undefined || breaker.badSinceMs === null) return false;
  return breaker.openUntilMs > nowMs && nowMs - breaker.badSinceMs >= confirmAfterMs;
}

/** Turns what waits for its turn there into intents, which a person confirms with their price. Nothing of it was sent. */
export function holdIntents(engine: Engine, lane: Lane): void {
  const { store } = engine.options;
  const { provider } = lane.generator;
  const fault = jobFaults.waitsForConsent(provider);
  const left = store.jobs.queued({ provider }).filter(({ id }) => !engine.flights.has(id));
  while (left.length > 0) {
    const some = left.splice(0, heldAtOnce);
    const held = store.transaction(() =>
      some.flatMap(
        ({ id }) =>
          writeMove(engine, id, ['queued'], 'draft', {
            tries: 0,
            notBeforeMs: 0,
            faultCode: fault.code,
            faultMessage: fault.message,
          }) ?? [],
      ),
    );
    for (const job of held) noteMove(engine, job);
    if (held.length > 0) lane.heldIntents = true;
  }
}
