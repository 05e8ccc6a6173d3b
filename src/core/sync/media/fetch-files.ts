import type { Asset } from '../../../domain/assets/asset.ts';
import type { AssetId, ProjectId } from '../../../domain/kernel/ids.ts';
import { type Fault, ok, type Result } from '../../../domain/kernel/result.ts';
import type { Clock } from '../../ports/clock.ts';
import { pauseMs, retryAfterOf } from '../after-fault.ts';
import { isOfFile } from './exchange-files.ts';
import type { Asker, MediaTransfers } from './media-transfers.ts';

export interface FetchedFiles {
  readonly fetched: number;
  /** Files that did not come, for a reason of their own. */
  readonly missed: readonly { readonly assetId: AssetId; readonly fault: Fault }[];
}

export interface FileFetcher {
  /**
   * Brings files in one after another, before anything that goes by itself. A file that cannot be had keeps no other out; a fault that
   * would meet all of them ends it, and one that passes is waited out for a while.
   */
  fetch(projectId: ProjectId, assets: readonly Asset[], asker: Asker): Promise<Result<FetchedFiles>>;
  /** Whether somebody waits for it, also while it waits for its turn. */
  isAsked(id: AssetId): boolean;
}

export interface FileFetcherParts {
  readonly transfers: Pick<MediaTransfers, 'fetchNow'>;
  readonly clock: Clock;
  readonly random: () => number;
  readonly isHere: (id: AssetId) => boolean;
  readonly onChange: () => void;
  readonly signal: AbortSignal;
}

/** Something wakes, or is busy: it has this many chances. */
const mostTries = 5;
const passing: readonly string[] = [
  'sync.busy',
  'sync.database-asleep',
  'sync.storage-asleep',
  'sync.identity-asleep',
];

export function createFileFetcher(parts: FileFetcherParts): FileFetcher {
  const { transfers, clock, signal } = parts;
  const asked = new Map<AssetId, number>();
  const count = (id: AssetId, change: 1 | -1): void => {
    const now = (asked.get(id) ?? 0) + change;
    if (now === 0) asked.delete(id);
    else asked.set(id, now);
  };

  const fetchOne = async (projectId: ProjectId, asset: Asset, asker: Asker): Promise<Result<void>> => {
    for (let tries = 1; ; tries++) {
      const fetched = await transfers.fetchNow(projectId, asset, asker);
      if (fetched.ok || !passing.includes(fetched.fault.code) || tries === mostTries) return fetched;
      const untilMs = pauseMs(tries, retryAfterOf(fetched.fault), parts.random);
      await clock.wait(untilMs, AbortSignal.any([signal, asker.signal]), { background: true });
    }
  };

  return {
    isAsked: (id) => asked.has(id),
    async fetch(projectId, assets, asker) {
      for (const { id } of assets) count(id, 1);
      const waiting = [...assets];
      const missed: { assetId: AssetId; fault: Fault }[] = [];
      let fetched = 0;
      parts.onChange();
      try {
        for (const asset of assets) {
          const one: Result<void> = parts.isHere(asset.id)
            ? ok(undefined)
            : await fetchOne(projectId, asset, asker);
          count(asset.id, -1);
          waiting.shift();
          if (one.ok) fetched++;
          else if (isOfFile(one.fault) && one.fault.code !== 'library.disk-full')
            missed.push({ assetId: asset.id, fault: one.fault });
          else return one;
        }
        return ok({ fetched, missed });
      } finally {
        for (const { id } of waiting) count(id, -1);
        parts.onChange();
      }
    },
  };
}
