import { join } from 'node:path';
import type { Job } from '../../domain/jobs/job.ts';
import { type Fault, FaultError, faultOf, type Result } from '../../domain/kernel/result.ts';
import type { Estimate, SubmitOutcome } from '../ports/generator.ts';
import {
  backoff,
  type Engine,
  type Flight,
  type JobFields,
  moveJob,
  noteMove,
  persist,
  writeMove,
} from './engine.ts';
import { holdBackBatch } from './hold-back-batch.ts';
import { jobFaults } from './job-faults.ts';
import { askWhatBecame } from './look-up-job.ts';
import { overCap } from './note-charge.ts';

/**
 * One attempt to start a queued job. Returns the job when it was accepted and should be watched, or when its answer was
 * lost and should be looked up; null when it ended or went back to the queue.
 */
export async function submitJob(engine: Engine, flight: Flight): Promise<Job | null> {
  try {
    return await tryToSubmit(engine, flight);
  } finally {
    flight.giveRoomBack();
  }
}

async function tryToSubmit(engine: Engine, flight: Flight): Promise<Job | null> {
  const { job } = flight;
  const { generator } = flight.lane;
  const checked = generator.free
    ? { ok: true as const, value: 0 }
    : await checkBeforePaying(engine, job, flight);
  if (!checked.ok) {
    await persist(engine, flight, () => endUnsent(engine, job, checked.fault));
    if (checked.fault.code === 'money.price-rose') {
      await persist(engine, flight, () => holdBackBatch(engine, job, checked.fault));
    }
    return null;
  }
  if (flight.cancelAsked || engine.closing.aborted) return null;
  const answered = await attempt(engine, flight, checked.value);
  const believed = answered.kind === 'accepted' ? ownAnswer(engine, flight, answered) : answered;
  const outcome = believed.kind === 'ambiguous' ? await askOnce(engine, flight, believed) : believed;
  flight.sending = false;
  return persist(engine, flight, () => record(engine, flight, outcome));
}

/**
 * An answer that names the request of another job under way is not believed: both would be given one result. What became of
 * this one is asked.
 */
function ownAnswer(
  engine: Engine,
  { job, lane }: Flight,
  answer: Extract<SubmitOutcome, { kind: 'accepted' }>,
): SubmitOutcome {
  const { requestId } = answer.handle;
  for (const other of engine.flights.values()) {
    if (other.lane !== lane || other.job.id === job.id) continue;
    if (other.job.handle?.requestId === requestId)
      return { kind: 'ambiguous', fault: jobFaults.notOurs(job, requestId) };
  }
  return answer;
}

/**
 * A lost answer is asked for once before anybody is told of it: the row says `sending` until then, which a restart reads as
 * `unknown`. That nothing was begun cannot be believed so soon after.
 */
async function askOnce(
  engine: Engine,
  flight: Flight,
  lost: Extract<SubmitOutcome, { kind: 'ambiguous' }>,
): Promise<SubmitOutcome> {
  if (flight.lane.generator.free || flight.lane.generator.lookUp === undefined || engine.closing.aborted) {
    return lost;
  }
  const outcome = await askWhatBecame(engine, flight.job, flight);
  return outcome.kind === 'found' ? { kind: 'accepted', handle: outcome.handle } : lost;
}

/** The live price when nothing speaks against paying it. Nothing is sent here. */
async function checkBeforePaying(
  engine: Engine,
  job: Job,
  flight: Flight,
): Promise<{ ok: true; value: number } | { ok: false; fault: Fault }> {
  const estimate = await askPrice(engine, flight);
  if (!estimate.ok) return estimate;
  const { costUsdMicros, pricedAtMs } = estimate.value;
  if (costUsdMicros > job.estimateUsdMicros) {
    return { ok: false, fault: jobFaults.priceRose(job.estimateUsdMicros, costUsdMicros) };
  }
  // A price from our own table may be out of date: reserve what was approved.
  const price = pricedAtMs === null ? job.estimateUsdMicros : costUsdMicros;
  const { budgetShares } = engine.options;
  if (budgetShares !== undefined) {
    flight.giveRoomBack = await budgetShares.makeRoom(job.projectId, price, engine.closing);
  }
  const look = engine.atCap.has(job.projectId) || engine.options.maxCostUsdMicros(job.projectId) === null;
  const refusal = look ? overCap(engine, job, price) : null;
  return refusal === null ? { ok: true, value: price } : { ok: false, fault: refusal };
}

async function askPrice(engine: Engine, flight: Flight): Promise<Result<Estimate>> {
  try {
    const room = await engine.options.canStore();
    return room.ok ? await flight.lane.generator.estimate(flight.job.request) : room;
  } catch (thrown) {
    return { ok: false, fault: faultOf(thrown, 'provider.adapter-failed') };
  }
}

async function attempt(engine: Engine, flight: Flight, priceUsdMicros: number): Promise<SubmitOutcome> {
  const { job } = flight;
  const { generator } = flight.lane;
  try {
    return await generator.submit(job.request, {
      beforeFirstByte: () => claim(engine, flight, priceUsdMicros),
      assetPath: engine.options.assetPath,
      folder: join(engine.options.incomingFolder, job.id),
      onWords: (soFar) => engine.board.note(flight.job, null, null, soFar),
      signal: engine.cutOff,
    });
  } catch (thrown) {
    const fault = faultOf(thrown, 'provider.adapter-failed');
    if (thrown instanceof FaultError || !flight.sending)
      return { kind: 'not-sent', fault, retryAfterMs: null };
    return { kind: 'ambiguous', fault };
  }
}

/** Budget check, reservation and the marker `sending` in one durable transaction. Throws when nothing may be sent. */
function claim(engine: Engine, flight: Flight, priceUsdMicros: number): void {
  const { job } = flight;
  const { store, clock } = engine.options;
  if (engine.closing.aborted) throw new FaultError(jobFaults.closing());
  flight.giveRoomBack();
  const { moved, refusal } = store.transaction((): { moved: Job | null; refusal: Fault | null } => {
    const over = flight.lane.generator.free ? null : overCap(engine, job, priceUsdMicros);
    if (over !== null) {
      return {
        moved: writeMove(engine, job.id, ['queued'], 'failed', unsentFields(engine, over)),
        refusal: over,
      };
    }
    const claimed = writeMove(engine, job.id, ['queued'], 'sending', {
      submits: job.submits + 1,
      sentAtMs: clock.nowMs(),
      estimateUsdMicros: priceUsdMicros,
    });
    return { moved: claimed, refusal: claimed === null ? jobFaults.moved() : null };
  });
  if (moved !== null) noteMove(engine, moved);
  if (refusal !== null) throw new FaultError(refusal);
  flight.sending = true;
}

function endUnsent(engine: Engine, job: Job, fault: Fault): Job | null {
  return moveJob(engine, job.id, ['queued', 'sending'], 'failed', unsentFields(engine, fault));
}

function unsentFields(engine: Engine, fault: Fault): JobFields {
  return {
    faultCode: fault.code,
    faultMessage: fault.message,
    costUsdMicros: 0,
    finishedAtMs: engine.options.clock.nowMs(),
  };
}

function record(engine: Engine, flight: Flight, outcome: SubmitOutcome): Job | null {
  const { job, lane } = flight;
  if (outcome.kind !== 'not-sent') lane.missesInRow = 0;
  // An adapter that sent without asking: mark it late rather than lose the id.
  if (job.state === 'queued' && (outcome.kind === 'accepted' || outcome.kind === 'ambiguous')) {
    moveJob(engine, job.id, ['queued'], 'sending', {
      submits: job.submits + 1,
      sentAtMs: engine.options.clock.nowMs(),
    });
  }
  switch (outcome.kind) {
    case 'accepted': {
      const fields = {
        handle: outcome.handle,
        tries: 0,
        notBeforeMs: 0,
        faultCode: null,
        faultMessage: null,
        finishedAtMs: null,
      };
      // Whoever moved the row meanwhile did not know the id; now it is known.
      const accepted = moveJob(engine, job.id, ['sending', 'unknown'], 'submitted', fields);
      if (accepted === null || !flight.cancelAsked) return accepted;
      return moveJob(engine, job.id, ['submitted'], 'cancelling');
    }
    case 'refused':
      endUnsent(engine, job, outcome.fault);
      return null;
    case 'not-sent':
      tryLater(engine, flight, outcome.fault, outcome.retryAfterMs);
      return null;
    case 'ambiguous': {
      if (flight.lane.generator.free) {
        tryLater(engine, flight, outcome.fault, null);
        return null;
      }
      const fault = jobFaults.maybeBilled(job, outcome.fault.message, flight.lane.generator.requestsPage);
      return moveJob(engine, job.id, ['sending'], 'unknown', {
        faultCode: fault.code,
        faultMessage: fault.message,
        finishedAtMs: engine.options.clock.nowMs(),
      });
    }
  }
}

/** Back to the queue after a try that cost nothing, or the end when there were enough of them. */
function tryLater(engine: Engine, flight: Flight, fault: Fault, retryAfterMs: number | null): void {
  const { job, lane } = flight;
  if (job.state !== 'queued' && job.state !== 'sending') return;
  if (flight.cancelAsked) {
    const back = moveJob(engine, job.id, ['queued', 'sending'], 'queued', {});
    if (back !== null) moveJob(engine, job.id, ['queued'], 'cancelled', cancelFields(engine));
    return;
  }
  if (engine.closing.aborted) {
    moveJob(engine, job.id, ['queued', 'sending'], 'queued', {});
    return;
  }
  const nowMs = engine.options.clock.nowMs();
  if (lane.pausedUntilMs <= nowMs) lane.missesInRow += 1;
  // What kept this job from starting keeps its neighbours: they share the count, and the pause.
  const tries = Math.max(job.tries + 1, lane.missesInRow);
  const waits = engine.limits.waitsOffline && !lane.generator.free && speaksOfLine(fault);
  if (tries >= engine.limits.submitTries && !waits) {
    endUnsent(engine, job, fault);
    return;
  }
  const notBeforeMs = nowMs + backoff(engine, tries - 1, retryAfterMs);
  moveJob(engine, job.id, ['queued', 'sending'], 'queued', {
    tries,
    notBeforeMs,
    faultCode: fault.code,
    faultMessage: fault.message,
  });
  if (!lane.generator.free || retryAfterMs !== null) {
    lane.pausedUntilMs = Math.max(lane.pausedUntilMs, notBeforeMs);
  }
}

/** Whether it can only be waited for: an approved shot is sent when there is a line again, at no more than its price. */
function speaksOfLine({ code }: Fault): boolean {
  return code === 'provider.unreachable' || code === 'provider.rate-limited';
}

export function cancelFields(engine: Engine): JobFields {
  return {
    costUsdMicros: 0,
    finishedAtMs: engine.options.clock.nowMs(),
    faultCode: null,
    faultMessage: null,
  };
}
