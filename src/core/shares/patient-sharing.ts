import type { Result } from '../../domain/kernel/result.ts';
import type { Clock } from '../ports/clock.ts';
import type { FilmSharing } from '../ports/film-sharing.ts';
import { pauseMs, retryAfterOf } from '../sync/after-fault.ts';

/** What passes by itself. */
const weather = [
  'sync.unreachable',
  'sync.busy',
  'sync.database-asleep',
  'sync.storage-asleep',
  'sync.identity-asleep',
];

export interface PatienceParts {
  readonly clock: Clock;
  readonly random: () => number;
  /** Called with true when it begins to wait for the line, with false when it is back. */
  readonly onWait: (waits: boolean) => void;
}

/**
 * The same way to the service, for work that nobody sits before: what a line or a service passes through is waited out, for as long as
 * the caller's signal lets it. Every call that it repeats may be repeated; what arrived is not sent again.
 */
export function patientSharing(sharing: FilmSharing, parts: PatienceParts): FilmSharing {
  const patiently = async <T>(signal: AbortSignal, call: () => Promise<Result<T>>): Promise<Result<T>> => {
    for (let misses = 0; ; misses++) {
      const answer = await call();
      if (answer.ok || !weather.includes(answer.fault.code) || signal.aborted) {
        if (misses > 0) parts.onWait(false);
        return answer;
      }
      parts.onWait(true);
      const ms = Math.max(500, pauseMs(misses, retryAfterOf(answer.fault), parts.random));
      await parts.clock.wait(ms, signal, { background: true });
    }
  };
  return {
    ...sharing,
    announceCut: (id, cut, signal) => patiently(signal, () => sharing.announceCut(id, cut, signal)),
    sendFilm: (id, film, flow) => patiently(flow.signal, () => sharing.sendFilm(id, film, flow)),
  };
}
