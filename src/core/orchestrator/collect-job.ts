import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Job } from '../../domain/jobs/job.ts';
import { type Fault, FaultError, faultOf, ok, type Result } from '../../domain/kernel/result.ts';
import type { FetchOutcome } from '../ports/generator.ts';
import {
  backoff,
  type Engine,
  type FetchedFile,
  type Flight,
  type Landed,
  noteMove,
  pause,
  persist,
  writeMove,
} from './engine.ts';
import { jobFaults } from './job-faults.ts';
import { noteCharge } from './note-charge.ts';
import { billedCost, endWithout, lostAtProvider } from './settle-job.ts';

/** Brings a finished result in and stores it. Everything here is free of charge and is tried until it works or cannot. */
export async function collectJob(engine: Engine, flight: Flight): Promise<null> {
  const release = await flight.lane.fetches.take();
  const folder = join(engine.options.incomingFolder, flight.job.id);
  let ended = false;
  try {
    ended = await collect(engine, flight, folder);
  } finally {
    release();
  }
  if (ended && flight.job.state !== 'fetching') await removeFolder(engine, folder);
  return null;
}

/** Providers often hold a result a little longer than they say; asking is free. */
const holdGraceMs = 24 * 60 * 60_000;
/** A result that nobody could reach is given up only by a run that tried for this long: the line may just be coming up. */
const triedAtLeastMs = 60 * 60_000;

/**
 * Whether all is over with the result. One that is set aside may be fetched again, and of a provider that keeps none the
 * folder holds the only copy.
 */
async function collect(engine: Engine, flight: Flight, folder: string): Promise<boolean> {
  let misses = 0;
  let failedLandings = 0;
  // Without the time in which nothing was asked: a computer that slept for a week has not tried for a week.
  let unreachableForMs = 0;
  while (!engine.closing.aborted && flight.job.state === 'fetching') {
    const outcome = await fetchInto(engine, flight, folder);
    if (engine.closing.aborted) return false;
    switch (outcome.kind) {
      case 'fetched': {
        const stored = await landAndFinish(engine, flight, outcome);
        if (stored.ok) return true;
        failedLandings += 1;
        if (failedLandings >= engine.limits.landTries) {
          await persist(engine, flight, () => setAside(engine, flight, jobFaults.notStored(stored.fault)));
          return false;
        }
        // The file itself may be what is wrong: bring it again.
        await removeFile(engine, outcome.path);
        await pause(engine, flight, backoff(engine, failedLandings, null));
        break;
      }
      case 'failed':
        await persist(engine, flight, () =>
          endWithout(engine, flight, outcome.fault, billedCost(flight.job, outcome.billed)),
        );
        return true;
      case 'gone':
        await persist(engine, flight, () => lostAtProvider(engine, flight, outcome.fault));
        return true;
      case 'unreachable': {
        const { heldUntilMs } = flight.job;
        const isOver = heldUntilMs !== null && engine.options.clock.nowMs() >= heldUntilMs + holdGraceMs;
        if (isOver && unreachableForMs >= triedAtLeastMs) {
          await persist(engine, flight, () =>
            lostAtProvider(engine, flight, jobFaults.notHeldAnyMore(flight.job, outcome.fault)),
          );
          return true;
        }
        if (heldUntilMs === null && unreachableForMs >= engine.limits.unreachableLimitMs) {
          await persist(engine, flight, () =>
            setAside(engine, flight, jobFaults.notCollected(outcome.fault)),
          );
          return false;
        }
        misses += 1;
        unreachableForMs += await pause(engine, flight, backoff(engine, misses, outcome.retryAfterMs));
      }
    }
    if (outcome.kind !== 'unreachable') unreachableForMs = 0;
  }
  return !engine.closing.aborted;
}

async function fetchInto(engine: Engine, flight: Flight, folder: string): Promise<FetchOutcome> {
  const { handle, request } = flight.job;
  if (handle === null) {
    return {
      kind: 'gone',
      fault: { code: 'job.no-handle', message: 'The job has no request at the provider.' },
    };
  }
  try {
    await mkdir(folder, { recursive: true });
    return await flight.lane.generator.fetch(request, handle, folder, engine.closing);
  } catch (thrown) {
    return { kind: 'unreachable', fault: faultOf(thrown, 'library.not-writable'), retryAfterMs: null };
  }
}

async function landAndFinish(engine: Engine, flight: Flight, file: FetchedFile): Promise<Result<Job | null>> {
  try {
    const landed = await engine.options.land(flight.job, file);
    if (!landed.ok) return landed;
    return ok(await engine.group.add(() => finish(engine, flight, landed.value, file)));
  } catch (thrown) {
    return { ok: false, fault: faultOf(thrown, 'library.not-stored') };
  }
}

/** `done`, the asset and the take in one transaction; what an earlier, cut-off run added already is left as it is. */
function finish(engine: Engine, flight: Flight, landed: Landed, file: FetchedFile): Job | null {
  const { store, clock } = engine.options;
  const { job } = flight;
  const done = store.transaction(() => {
    const moved = writeMove(engine, job.id, ['fetching'], 'done', {
      assetId: landed.assetId,
      takeId: landed.takeId,
      costUsdMicros: flight.lane.generator.free ? 0 : file.costUsdMicros,
      tries: 0,
      faultCode: null,
      faultMessage: null,
      finishedAtMs: clock.nowMs(),
    });
    if (moved !== null && file.costUsdMicros !== null && file.costBasis !== undefined)
      noteCharge(engine, moved, file.costBasis);
    const changes = landed.patch.changes.filter(
      (change) => change.kind !== 'add' || store.row(change.entity, change.row.id) === null,
    );
    if (moved === null || changes.length === 0) return moved;
    const options = { projectId: job.projectId, label: 'Store result', undoable: false };
    const committed = store.commit({ changes }, options);
    if (!committed.ok) throw new FaultError(committed.fault);
    return moved;
  });
  if (done !== null) noteMove(engine, done);
  return done;
}

/** Out of `fetching` with the handle kept, so that the next start or a retry goes on here. */
function setAside(engine: Engine, flight: Flight, fault: Fault): Job | null {
  return endWithout(engine, flight, fault, null);
}

async function removeFile(engine: Engine, path: string): Promise<void> {
  try {
    await rm(path, { force: true });
  } catch (thrown) {
    engine.report(faultOf(thrown, 'job.folder-not-removed'));
  }
}

async function removeFolder(engine: Engine, folder: string): Promise<void> {
  try {
    await rm(folder, { recursive: true, force: true });
  } catch (thrown) {
    engine.report(faultOf(thrown, 'job.folder-not-removed'));
  }
}
