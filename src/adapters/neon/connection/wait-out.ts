import { fail, type Result } from '../../../domain/kernel/result.ts';
import { errorOf, isTimeout, isWeather } from './weather.ts';

const firstPauseMs = 50;
const longestPauseMs = 1_000;
const comeAgainMs = 2_000;

/**
 * Does `work` again on a new connection while the database's weather breaks it off, for `patienceMs` at most; so `work` must be
 * one that can be repeated. Faults: `sync.database-asleep`, `sync.busy`, with `retryAfterMs`. What is a mistake of ours is thrown.
 */
export async function waitOut<T>(patienceMs: number, work: () => Promise<Result<T>>): Promise<Result<T>> {
  const until = performance.now() + patienceMs;
  for (let pauseMs = firstPauseMs; ; pauseMs = Math.min(pauseMs * 2, longestPauseMs)) {
    try {
      return await work();
    } catch (thrown) {
      const error = errorOf(thrown);
      if (isTimeout(error)) {
        return fail('sync.busy', 'The service is busy. Nothing was changed. Try again in a moment.', {
          retryAfterMs: comeAgainMs,
        });
      }
      if (!isWeather(error)) throw error;
      if (performance.now() + pauseMs > until) {
        return fail(
          'sync.database-asleep',
          'The database does not answer at the moment. What was sent may have been kept; send it again.',
          { retryAfterMs: comeAgainMs, reason: error.message },
        );
      }
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
  }
}
