import type { Asset } from '../../../domain/assets/asset.ts';
import type { ProjectId } from '../../../domain/kernel/ids.ts';
import { fail, ok, type Result } from '../../../domain/kernel/result.ts';
import type { MediaOverview } from '../../../domain/sync/media-files.ts';
import type { MediaLibrary } from '../../library/media-library.ts';
import type { Clock } from '../../ports/clock.ts';
import type { MediaFlow, MediaStore } from '../../ports/media-store.ts';
import { bringIn } from './bring-in.ts';
import { createPace } from './pace.ts';

export interface TransferParts {
  readonly library: Pick<MediaLibrary, 'assetPath' | 'verifyOnce' | 'hasRoom' | 'putFile' | 'incomingFolder'>;
  readonly media: MediaStore;
  readonly clock: Clock;
  readonly bytesPerS: () => number | null;
  readonly onChange: () => void;
  readonly signal: AbortSignal;
}

type Moving = NonNullable<MediaOverview['moving']>;

/** `set-aside`: something that a person waits for came first. What has gone stays; it goes on when it is asked for again. */
export type Moved = 'moved' | 'set-aside';

/** Somebody who waits for a file. */
export interface Asker {
  readonly signal: AbortSignal;
  /** How much more of it has come. */
  readonly onBytes?: (bytes: number) => void;
}

/** Files on their way. The same file goes the same way once at a time, whoever asks for it. */
export interface MediaTransfers {
  send(projectId: ProjectId, asset: Asset): Promise<Result<Moved>>;
  fetch(projectId: ProjectId, asset: Asset): Promise<Result<Moved>>;
  /** Before everything that goes by itself, which is set aside. `sync.fetch-cancelled` where nobody waits for it any more. */
  fetchNow(projectId: ProjectId, asset: Asset, asker: Asker): Promise<Result<void>>;
  /** Settles when nobody waits for a file. */
  quiet(): Promise<void>;
  /** What is on its way for this project; null while nothing is. */
  movingFor(projectId: ProjectId): Moving | null;
}

/** How often a window is told of bytes. */
const tellEveryMs = 500;

interface Transfer {
  readonly ended: Promise<Result<void>>;
  readonly stop: AbortController;
  /** Those who wait for it; none of what goes by itself. */
  readonly askers: Set<Asker>;
}

export function createMediaTransfers(parts: TransferParts): MediaTransfers {
  const { library, media, clock, signal } = parts;
  const pace = createPace(clock, parts.bytesPerS, signal);
  const underWay = new Map<string, Transfer>();
  const moving = new Map<ProjectId, Moving>();
  let askedFor = 0;
  let whenQuiet: (() => void)[] = [];
  let toldMs = 0;

  const begin = (
    name: string,
    projectId: ProjectId,
    { assetId, way }: Pick<Moving, 'assetId' | 'way'>,
    work: (flow: MediaFlow) => Promise<Result<void>>,
  ): Transfer => {
    const stop = new AbortController();
    const askers = new Set<Asker>();
    let doneBytes = 0;
    const onBytes = (bytes: number): void => {
      doneBytes += bytes;
      moving.set(projectId, { assetId, way, doneBytes });
      for (const asker of askers) asker.onBytes?.(bytes);
      if (clock.nowMs() - toldMs < tellEveryMs) return;
      toldMs = clock.nowMs();
      parts.onChange();
    };
    onBytes(0);
    const flow = { pace, onBytes, signal: AbortSignal.any([signal, stop.signal]) };
    const ended = work(flow).finally(() => {
      underWay.delete(name);
      if (moving.get(projectId)?.assetId === assetId) moving.delete(projectId);
      parts.onChange();
    });
    const transfer = { ended, stop, askers };
    underWay.set(name, transfer);
    return transfer;
  };
  const byItself = async ({ ended, stop }: Transfer): Promise<Result<Moved>> => {
    const moved = await ended;
    if (moved.ok) return ok('moved');
    return stop.signal.aborted && !signal.aborted ? ok('set-aside') : moved;
  };
  const bring = (projectId: ProjectId, asset: Asset): Transfer => {
    const name = `down ${asset.id}`;
    const work = (flow: MediaFlow) => bringIn({ library, media }, projectId, asset, flow);
    return underWay.get(name) ?? begin(name, projectId, { assetId: asset.id, way: 'down' }, work);
  };
  const waitFor = async (transfer: Transfer, asker: Asker): Promise<void> => {
    transfer.askers.add(asker);
    const leave = (): void => {
      transfer.askers.delete(asker);
      if (transfer.askers.size === 0) transfer.stop.abort();
    };
    asker.signal.addEventListener('abort', leave, { once: true });
    await transfer.ended;
    asker.signal.removeEventListener('abort', leave);
  };

  return {
    send(projectId, { id, bytes, mime }) {
      const name = `up ${projectId} ${id}`;
      const running = underWay.get(name);
      if (running !== undefined) return byItself(running);
      return byItself(
        begin(name, projectId, { assetId: id, way: 'up' }, async (flow) => {
          const whole = await library.verifyOnce(id);
          if (!whole.ok) return whole;
          const found = library.assetPath(id);
          if (!found.ok) return found;
          return media.upload(projectId, { id, path: found.value.path, bytes, mime }, flow);
        }),
      );
    },
    fetch: (projectId, asset) => byItself(bring(projectId, asset)),
    async fetchNow(projectId, asset, asker) {
      askedFor++;
      try {
        for (;;) {
          if (asker.signal.aborted || signal.aborted) return notWaitedFor();
          const transfer = bring(projectId, asset);
          for (const other of underWay.values())
            if (other !== transfer && other.askers.size === 0) other.stop.abort();
          await waitFor(transfer, asker);
          const moved = await transfer.ended;
          // It was stopped for somebody else just before: it goes on from where it was.
          if (moved.ok || !transfer.stop.signal.aborted) return moved;
        }
      } finally {
        askedFor--;
        if (askedFor === 0) {
          for (const resolve of whenQuiet) resolve();
          whenQuiet = [];
        }
      }
    },
    quiet: () => (askedFor === 0 ? Promise.resolve() : new Promise((resolve) => whenQuiet.push(resolve))),
    movingFor: (projectId) => moving.get(projectId) ?? null,
  };
}

function notWaitedFor(): Result<never> {
  return fail('sync.fetch-cancelled', 'Fetching was cancelled. What has come is kept for the next time.');
}
