import type { QueueLane, QueueRow, QueueSummary } from '../../contract/queue.ts';
import { isMadeElsewhere } from '../../domain/jobs/made-elsewhere.ts';
import { collectableCauses, groupOfJob, type QueueGroup } from '../../domain/jobs/queue-group.ts';
import type { Orchestrator } from '../orchestrator/orchestrator.ts';
import type { ListedJob, QueueSelection } from '../store/queue-rows.ts';
import type { Store } from '../store/store.ts';
import type { QueueDesk } from './queue-desk.ts';

export interface QueueParts {
  readonly store: Pick<Store, 'queue' | 'deviceId'>;
  readonly orchestrator: Pick<Orchestrator, 'providerStates' | 'pausedSinceMs'>;
  readonly queueDesk: QueueDesk;
}

/** A window over several groups as if they were one list. */
export function listQueue(
  { store, queueDesk }: QueueParts,
  of: QueueSelection,
  groups: readonly QueueGroup[],
  offset: number,
  limit: number,
): { total: number; rows: QueueRow[] } {
  const counts = store.queue.counts(of);
  const rows: QueueRow[] = [];
  let before = 0;
  for (const group of groups) {
    const from = Math.max(0, offset - before);
    const room = limit - rows.length;
    if (from < counts[group] && room > 0) {
      rows.push(
        ...store.queue.page(of, group, from, room).map((job) => rowOf(job, queueDesk, store.deviceId)),
      );
    }
    before += counts[group];
  }
  return { total: before, rows };
}

function rowOf(job: ListedJob, desk: QueueDesk, ownDeviceId: string): QueueRow {
  const { id, hasHandle, isHeldThere, deviceId: _device, ...listed } = job;
  const elsewhere = isMadeElsewhere(job, ownDeviceId);
  const { progress, position } = desk.progressOf(id) ?? { progress: null, position: null };
  const group = groupOfJob(job);
  const may = elsewhere ? mayOfElsewhere(job, group, isHeldThere) : mayOf(job, group, hasHandle);
  return { ...listed, jobId: id, group, progress, position, elsewhere, may };
}

/** Only its own device takes it back or puts it aside; what its provider holds is brought in from anywhere. */
function mayOfElsewhere(job: ListedJob, group: QueueGroup, isHeldThere: boolean): QueueRow['may'] {
  if (group === 'running') return isHeldThere && job.state !== 'cancelling' ? ['collect'] : [];
  if (group === 'waiting') return [];
  return mayOf(job, group, isHeldThere).filter((what) => what !== 'drop' && what !== 'cancel');
}

function mayOf(job: ListedJob, group: QueueGroup, hasHandle: boolean): QueueRow['may'] {
  if (group === 'waiting') return ['cancel'];
  if (group === 'running') return job.state === 'cancelling' || job.state === 'fetching' ? [] : ['cancel'];
  if (job.state === 'done') return [];
  const collects = hasHandle && (collectableCauses as readonly string[]).includes(job.faultCode ?? '');
  const again = collects ? 'collect' : 'again';
  const drops =
    job.state === 'draft' || job.state === 'unknown' || (job.state === 'failed' && job.costUsdMicros === 0);
  return group === 'attention' && drops ? [again, 'drop'] : [again];
}

export function summariseQueue(
  { store, orchestrator, queueDesk }: Omit<QueueParts, 'store'> & { readonly store: Pick<Store, 'queue'> },
  of: QueueSelection,
): QueueSummary {
  const counts = store.queue.counts(of);
  const lanes = orchestrator
    .providerStates()
    .filter(({ provider }) => of.provider === null || of.provider === provider)
    .map((state): QueueLane => {
      const { provider, free, reach, pausedUntilMs, waitsFor, atProvider, maxConcurrent } = state;
      const { queued, mostPerMinute } = state;
      const usualMs = queueDesk.usualMs(provider);
      return {
        provider,
        free,
        reach,
        pausedUntilMs,
        waitsFor,
        atProvider,
        maxConcurrent,
        queued,
        mostPerMinute,
        usualMs,
      };
    });
  return {
    counts: { ...counts },
    ...store.queue.sums(of),
    secondsLeft: orchestrator.pausedSinceMs === null ? secondsLeft(lanes) : null,
    pausedSinceMs: orchestrator.pausedSinceMs,
    lanes,
  };
}

/** Until the slowest provider is through; null while the pace of one that has work is not known. */
function secondsLeft(lanes: readonly QueueLane[]): number | null {
  const busy = lanes.filter(({ atProvider, queued }) => atProvider + queued > 0);
  if (busy.length === 0) return null;
  let longest = 0;
  for (const { usualMs, queued, atProvider, maxConcurrent, mostPerMinute, reach } of busy) {
    if (usualMs === null || reach === 'down') return null;
    // What is at the provider is half through on the average.
    const byRoom = ((queued + atProvider / 2) * usualMs) / Math.max(1, maxConcurrent) / 1_000;
    const byRate = mostPerMinute === null ? 0 : (queued / mostPerMinute) * 60;
    longest = Math.max(longest, byRoom, byRate, usualMs / 2_000);
  }
  return longest;
}
