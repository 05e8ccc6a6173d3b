import type { Clock } from '../../ports/clock.ts';

/** Slower than this a line would look as if it were silent. */
export const slowestBytesPerS = 32 * 1024;

/** Spreads bytes over time, so that all transfers together keep to the limit that stands when each piece is asked for; null: none. */
export function createPace(
  clock: Clock,
  bytesPerS: () => number | null,
  signal: AbortSignal,
): (bytes: number) => Promise<void> {
  let freeAtMs = 0;
  return async (bytes) => {
    const limit = bytesPerS();
    if (limit === null) return;
    const nowMs = clock.nowMs();
    const turnMs = Math.max(nowMs, freeAtMs);
    freeAtMs = turnMs + (bytes / Math.max(limit, slowestBytesPerS)) * 1_000;
    if (turnMs > nowMs) await clock.wait(turnMs - nowMs, signal, { background: true });
  };
}
