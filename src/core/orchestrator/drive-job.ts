import type { Job } from '../../domain/jobs/job.ts';
import { faultOf } from '../../domain/kernel/result.ts';
import { collectJob } from './collect-job.ts';
import { backoff, type Engine, type Flight, pause } from './engine.ts';
import { lookUpJob } from './look-up-job.ts';
import { submitJob } from './submit-job.ts';
import { watchJob } from './watch-job.ts';

interface Slot {
  take(): void;
  giveBack(): void;
}

/** Neither a finished request nor one that is being looked for takes room at the provider. */
export function holdsSlot({ state }: Job): boolean {
  return state !== 'fetching' && state !== 'unknown';
}

/** Times that the steps of one job may throw before it is left to the next start. */
const mostFailures = 5;

/** Takes one job as far as it goes. The slot at the provider is given back once the provider has finished. */
export async function driveJob(engine: Engine, flight: Flight, pump: () => void): Promise<void> {
  const { lane } = flight;
  let held = holdsSlot(flight.job);
  const slot = {
    // What was found at the provider is there, whether the provider has room or not.
    take(): void {
      if (held) return;
      held = true;
      lane.inFlight += 1;
    },
    giveBack(): void {
      if (!held) return;
      held = false;
      lane.inFlight -= 1;
      pump();
    },
  };
  try {
    for (let failures = 1; !(await runOnce(engine, flight, slot)); failures++) {
      if (failures >= mostFailures) return leaveBehind(engine, flight);
      await pause(engine, flight, backoff(engine, failures, null));
    }
  } finally {
    slot.giveBack();
  }
}

/** False when a step threw: a mistake in the engine or an adapter, or a database that cannot be read. */
async function runOnce(engine: Engine, flight: Flight, slot: Slot): Promise<boolean> {
  try {
    let next: Job | null = flight.job;
    while (next !== null && !engine.closing.aborted) {
      switch (next.state) {
        case 'queued':
          next = await submitJob(engine, flight);
          break;
        case 'submitted':
        case 'running':
        case 'cancelling':
          slot.take();
          next = await watchJob(engine, flight);
          break;
        case 'fetching':
          slot.giveBack();
          next = await collectJob(engine, flight);
          break;
        case 'unknown':
          slot.giveBack();
          next = await lookUpJob(engine, flight);
          break;
        default:
          next = null;
      }
    }
    return true;
  } catch (thrown) {
    engine.report(faultOf(thrown, 'job.engine-failed'));
    return engine.closing.aborted;
  }
}

/** Stops trying with this job alone. Its row says how far it came, and the next start goes on there. */
function leaveBehind(engine: Engine, flight: Flight): void {
  engine.board.park(flight.job);
}
