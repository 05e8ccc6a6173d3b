import type { SyncDatabase } from '../adapters/neon/sync-database.ts';
import type { Log } from './observed/log.ts';

const everyMs = 3_600_000;

/**
 * Removes for good what was taken from the service more than thirty days ago: now, and every hour. What cannot be done now is done
 * later; several services may do it at once. Returns what ends it, when nothing is under way any more.
 */
export function forgetRemovedProjects(
  database: Pick<SyncDatabase, 'forgetRemoved'>,
  log: Log,
): () => Promise<void> {
  const forget = async (): Promise<void> => {
    const gone = await database.forgetRemoved();
    if (!gone.ok) log({ event: 'not-forgotten', code: gone.fault.code });
    else if (gone.value > 0) log({ event: 'forgotten', projects: gone.value });
  };
  let running = forget();
  const hourly = setInterval(() => {
    running = running.then(forget);
  }, everyMs);
  return async () => {
    clearInterval(hourly);
    await running;
  };
}
