import type { Asset } from '../../../domain/assets/asset.ts';
import type { AssetId, ProjectId } from '../../../domain/kernel/ids.ts';
import type { Result } from '../../../domain/kernel/result.ts';
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

/** Files on their way. The same file goes the same way once at a time, whoever asks for it. */
export interface MediaTransfers {
  send(projectId: ProjectId, asset: Asset): Promise<Result<void>>;
  fetch(projectId: ProjectId, asset: Asset): Promise<Result<void>>;
  /** What is on its way for this project; null while nothing is. */
  movingFor(projectId: ProjectId): Moving | null;
}

/** How often a window is told of bytes. */
const tellEveryMs = 500;

export function createMediaTransfers(parts: TransferParts): MediaTransfers {
  const { library, media, clock, signal } = parts;
  const pace = createPace(clock, parts.bytesPerS, signal);
  const underWay = new Map<string, Promise<Result<void>>>();
  const moving = new Map<ProjectId, Moving>();
  let toldMs = 0;

  const move = (
    projectId: ProjectId,
    assetId: AssetId,
    way: Moving['way'],
    work: (flow: MediaFlow) => Promise<Result<void>>,
  ): Promise<Result<void>> => {
    const name = `${way} ${projectId} ${assetId}`;
    const running = underWay.get(name);
    if (running !== undefined) return running;
    let doneBytes = 0;
    const onBytes = (bytes: number): void => {
      doneBytes += bytes;
      moving.set(projectId, { assetId, way, doneBytes });
      if (clock.nowMs() - toldMs < tellEveryMs) return;
      toldMs = clock.nowMs();
      parts.onChange();
    };
    onBytes(0);
    const ended = work({ pace, onBytes, signal }).finally(() => {
      underWay.delete(name);
      if (moving.get(projectId)?.assetId === assetId) moving.delete(projectId);
      parts.onChange();
    });
    underWay.set(name, ended);
    return ended;
  };

  return {
    send: (projectId, { id, bytes, mime }) =>
      move(projectId, id, 'up', async (flow) => {
        const whole = await library.verifyOnce(id);
        if (!whole.ok) return whole;
        const found = library.assetPath(id);
        if (!found.ok) return found;
        return media.upload(projectId, { id, path: found.value.path, bytes, mime }, flow);
      }),
    fetch: (projectId, asset) =>
      move(projectId, asset.id, 'down', (flow) => bringIn({ library, media }, projectId, asset, flow)),
    movingFor: (projectId) => moving.get(projectId) ?? null,
  };
}
