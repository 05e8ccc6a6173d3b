import type { Job } from '../../domain/jobs/job.ts';
import { isEnded } from '../../domain/jobs/transitions.ts';
import type { JobId } from '../../domain/kernel/ids.ts';
import { patchOf, updateChange } from '../../domain/kernel/patch.ts';
import { type Fault, faultOf, unwrap } from '../../domain/kernel/result.ts';
import type { Orchestrator } from '../orchestrator/orchestrator.ts';
import type { Clock } from '../ports/clock.ts';
import type { Generator } from '../ports/generator.ts';
import type { Store } from '../store/store.ts';

export interface SettleChargesParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly generators: readonly Generator[];
  readonly onJob: Orchestrator['onJob'];
  readonly report: (fault: Fault) => void;
}

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;
/** Providers write their bills within minutes, some within hours. */
const firstAskMs = minuteMs;
const longestPauseMs = 6 * 60 * minuteMs;
/** Longer than any provider keeps its billing events within reach. */
const giveUpAfterMs = 40 * dayMs;

/** `later`: the provider does not say yet. `not-now`: it gave no answer. `settled`: nothing is left to ask. */
type Answer = 'settled' | 'later' | 'not-now';

interface Open {
  readonly jobId: JobId;
  readonly provider: string;
  dueAtMs: number;
  pauseMs: number;
}

/**
 * Asks the providers, free of charge and one question at a time, what they really charged for jobs that ended without
 * anybody having said it, and writes the answer into the job, its take and the ledger in one transaction. What is not
 * known yet is asked again, twice as late each time. Returns the way to stop.
 */
export function settleCharges(parts: SettleChargesParts): () => Promise<void> {
  const { store, clock, report } = parts;
  const asking = new Map(
    parts.generators
      .filter((generator) => generator.readCharge)
      .map((generator) => [generator.provider, generator]),
  );
  if (asking.size === 0) return () => Promise.resolve();
  const stop = new AbortController();
  /** An adapter that does not hear the signal keeps nobody from closing. */
  const stopped = new Promise<undefined>((resolve) => {
    stop.signal.addEventListener('abort', () => resolve(undefined), { once: true });
  });
  const open = new Map<JobId, Open>();
  let wake = new AbortController();

  const take = (job: Pick<Job, 'id' | 'provider' | 'handle'>, dueAtMs: number): void => {
    if (job.handle === null || !asking.has(job.provider) || open.has(job.id)) return;
    open.set(job.id, { jobId: job.id, provider: job.provider, dueAtMs, pauseMs: firstAskMs });
    wake.abort();
  };

  const run = async (): Promise<void> => {
    while (!stop.signal.aborted) {
      wake = new AbortController();
      const nowMs = clock.nowMs();
      const [next] = [...open.values()].sort((a, b) => a.dueAtMs - b.dueAtMs);
      if (next === undefined || next.dueAtMs > nowMs) {
        const waitMs = next === undefined ? dayMs : next.dueAtMs - nowMs;
        await clock.wait(waitMs, AbortSignal.any([wake.signal, stop.signal]), { background: true });
        continue;
      }
      const answer = await askOnce(next.jobId).catch((thrown: unknown): Answer => {
        report(faultOf(thrown, 'money.charge-not-read'));
        return 'later';
      });
      if (answer === 'settled') open.delete(next.jobId);
      else putOff(next, answer === 'not-now');
    }
  };

  /** A provider that does not answer is not asked about its other jobs either for as long. */
  const putOff = (asked: Open, wholeProvider: boolean): void => {
    const untilMs = clock.nowMs() + asked.pauseMs;
    asked.pauseMs = Math.min(longestPauseMs, asked.pauseMs * 2);
    for (const other of wholeProvider ? open.values() : [asked]) {
      if (other.provider === asked.provider) other.dueAtMs = Math.max(other.dueAtMs, untilMs);
    }
  };

  const askOnce = async (jobId: JobId): Promise<Answer> => {
    const job = store.row('job', jobId);
    if (job === null || !isEnded(job) || job.handle === null) return 'settled';
    if (store.charges.of(jobId)?.basis !== 'estimate') return 'settled';
    if (clock.nowMs() - (job.sentAtMs ?? 0) > giveUpAfterMs) return 'settled';
    const asked = asking.get(job.provider)?.readCharge?.(job.handle, stop.signal);
    const said = await Promise.race([asked, stopped]);
    if (stop.signal.aborted || said === undefined || !said.ok) return 'not-now';
    if (said.value === null) return 'later';
    writeCharge(store, jobId, said.value);
    return 'settled';
  };

  for (const jobId of store.charges.unsettled(clock.nowMs() - giveUpAfterMs)) {
    const job = store.row('job', jobId);
    if (job !== null) take(job, clock.nowMs());
  }
  const stopListening = parts.onJob(({ job }) => {
    if (!isEnded(job) || job.submits === 0) return;
    if (store.charges.of(job.id)?.basis === 'estimate') take(job, clock.nowMs() + firstAskMs);
  });
  const running = run();
  return async () => {
    stopListening();
    stop.abort();
    await running;
  };
}

function writeCharge(store: Store, jobId: JobId, costUsdMicros: number): void {
  store.transaction(() => {
    const job = store.row('job', jobId);
    if (job === null || !isEnded(job)) return;
    store.jobs.transition(jobId, [job.state], { costUsdMicros });
    const take = job.takeId === null ? null : store.row('take', job.takeId);
    const change = take === null ? null : updateChange('take', take, { costUsdMicros });
    if (change !== null) {
      const options = { projectId: job.projectId, label: 'Settle charge', undoable: false };
      unwrap(store.commit(patchOf([change]), options));
    }
    store.charges.noteBasis(jobId, 'billing-event');
  });
}
