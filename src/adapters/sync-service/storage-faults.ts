import type { Fault } from '../../domain/kernel/result.ts';
import { syncFault } from './sync-faults.ts';

/** What goes wrong between this computer and the storage of the files. */
export const storageFaults = {
  broken: (why: string): Fault =>
    syncFault(
      'sync.unreachable',
      `The line to the storage of the files broke: ${why}. What has arrived stays, and it goes on from there.`,
    ),
  busy: (retryAfterMs: number | null): Fault =>
    syncFault(
      'sync.storage-asleep',
      'The storage of the files is busy. What has arrived stays, and it goes on from there.',
      { retryAfterMs },
    ),
  refused: (status: number): Fault =>
    syncFault(
      'sync.broken',
      `The storage of the files refused what the sync service had agreed to (HTTP ${status}). The file is kept here, and it is tried again.`,
    ),
  unsafe: (): Fault =>
    syncFault(
      'sync.broken',
      'The sync service named an address for files that is not encrypted. Nothing was sent there.',
    ),
  unreadable: (why: string): Fault =>
    syncFault(
      'sync.broken',
      `A file of the library could not be read for sending: ${why}. Nothing of it was changed.`,
    ),
};

/** What a status of the storage means where it is no success. */
export function faultOfStatus(status: number, retryAfterMs: number | null): Fault {
  const isBusy = status === 429 || status >= 500;
  return isBusy ? storageFaults.busy(retryAfterMs) : storageFaults.refused(status);
}
