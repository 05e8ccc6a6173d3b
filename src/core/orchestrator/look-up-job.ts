import { join } from 'node:path';
import type { Job, ProviderHandle } from '../../domain/jobs/job.ts';
import { type Fault, faultOf } from '../../domain/kernel/result.ts';
import type { LookUpOutcome } from '../ports/generator.ts';
import { begunAnew } from './ask-again.ts';
import { backoffMs } from './backoff.ts';
import { type Engine, type Flight, type JobFields, moveJob, pause, persist } from './engine.ts';

/** What a job has once its request was found at the provider. */
export function foundFields(handle: ProviderHandle): JobFields {
  return { ...begunAnew, handle };
}

/**
 * Asks the provider what became of a request whose answer was lost; every question is free. Found, the job goes on as
 * `submitted` and is returned. Never begun, by a list that is complete, it goes back to the queue. In every other case it
 * stays `unknown`, whatever was answered: it is asked about again, and never sent again by itself.
 */
export async function lookUpJob(engine: Engine, flight: Flight): Promise<Job | null> {
  const { limits } = engine;
  if (flight.lane.generator.lookUp === undefined) return null;
  let unclear = 0;
  let askedForMs = 0;
  for (let tries = 0; !engine.closing.aborted && flight.job.state === 'unknown'; tries++) {
    const outcome = await askWhatBecame(engine, flight.job, flight);
    if (engine.closing.aborted) return null;
    switch (outcome.kind) {
      case 'found':
        return persist(engine, flight, () => goOn(engine, flight, outcome.handle));
      case 'never-begun':
        if (hasSettled(engine, flight.job, askedForMs)) {
          await persist(engine, flight, () => sendAgain(engine, flight.job));
          return null;
        }
        break;
      case 'not-found':
        unclear += 1;
        if (unclear >= limits.lookUpTries) return null;
        break;
      case 'unreachable':
        break;
    }
    const retryAfterMs = outcome.kind === 'unreachable' ? outcome.retryAfterMs : null;
    const pacing = { backoffBaseMs: limits.backoffBaseMs * 5, backoffCapMs: limits.lookUpCapMs };
    askedForMs += await pause(engine, flight, backoffMs(tries, retryAfterMs, engine.options.random, pacing));
  }
  // Somebody found it by another way meanwhile.
  return flight.job.state === 'submitted' ? flight.job : null;
}

/** One look-up; whatever an adapter throws is no answer. */
export async function askWhatBecame(engine: Engine, job: Job, flight: Flight): Promise<LookUpOutcome> {
  const { generator } = flight.lane;
  try {
    const lost = {
      sentAtMs: job.sentAtMs ?? job.createdAtMs,
      folder: join(engine.options.incomingFolder, job.id),
      isTaken: (requestId: string) => {
        const holder = engine.options.store.jobs.holderOf(job.provider, requestId);
        return holder !== null && holder !== job.id;
      },
      signal: engine.closing,
    };
    return (await generator.lookUp?.(job.request, lost)) ?? { kind: 'not-found', fault: noLookUp };
  } catch (thrown) {
    return { kind: 'unreachable', fault: faultOf(thrown, 'provider.adapter-failed'), retryAfterMs: null };
  }
}

const noLookUp: Fault = {
  code: 'provider.no-look-up',
  message: 'The provider keeps no list of its requests.',
};

/**
 * Whether a request that was on its way when the answer was lost would be on the provider's list by now: by the clock, and by
 * the time that this run has waited, for a clock may be set forward in between.
 */
function hasSettled({ options, limits }: Engine, job: Job, askedForMs: number): boolean {
  const byClockMs = options.clock.nowMs() - (job.sentAtMs ?? job.createdAtMs);
  return Math.min(byClockMs, askedForMs) >= limits.lookUpSettleMs;
}

/** A cancel that was asked for while nobody knew is passed on now. */
function goOn(engine: Engine, flight: Flight, handle: ProviderHandle): Job | null {
  const found = moveJob(engine, flight.job.id, ['unknown'], 'submitted', foundFields(handle));
  return found !== null && flight.cancelAsked
    ? moveJob(engine, found.id, ['submitted'], 'cancelling')
    : found;
}

function sendAgain(engine: Engine, job: Job): Job | null {
  return moveJob(engine, job.id, ['unknown'], 'queued', begunAnew);
}
