import type { OfflinePicture, Picture } from '../../compositor/picture.ts';
import type { AssetId, ItemId } from '../../domain/kernel/ids.ts';
import type { PictureLayer } from '../../domain/timeline/frame-plan.ts';
import { createByteCache } from './byte-cache.ts';
import { type ClipLane, createClipLane, type LaneMode } from './clip-lane.ts';
import type { DecodedFrame, Drawable } from './decoded-frame.ts';
import { createFrameCache } from './frame-cache.ts';
import { reasonOf, UnplayableMedia } from './media-file.ts';
import type { MediaFiles } from './media-files.ts';
import type { MediaProblem } from './messages.ts';
import { createStandIns } from './stand-ins.ts';
import { loadStill, type StillPicture } from './still-picture.ts';

export interface PicturePoolSettings {
  readonly files: MediaFiles;
  /** Whether a clip shows a still. */
  readonly isStill: (itemId: ItemId) => boolean;
  readonly onProblem: (problem: MediaProblem) => void;
}

/** The pictures of the clips that are on screen, soon will be, or were lately. Its memory is bounded. */
export interface PicturePool {
  /** Turns decoding towards a layer's picture. */
  want(layer: PictureLayer, mode: LaneMode): void;
  /**
   * The layer's picture now; null while it is decoded, `slate` where there is none to wait for. With `nearest` an older
   * one rather than null.
   */
  pictureOf(layer: PictureLayer, nearest?: boolean): Picture<Drawable> | 'slate' | null;
  /** Settles when `pictureOf` has an answer for the layer that was wanted last. Never rejects. */
  ready(layer: PictureLayer): Promise<void>;
  /** Settles when as much of the layer as is kept ahead is decoded. Never rejects. */
  filled(layer: PictureLayer): Promise<void>;
  /** Closes the decoders of all items but these and the few that were used last. */
  retain(items: ReadonlySet<ItemId>): void;
  /** What the slate of a medium that cannot be shown says. */
  name(assetId: AssetId, slate: OfflinePicture): void;
  /** Tries a medium anew that could not be shown, or whose bytes are others now. */
  forget(assetId: AssetId): void;
  readonly openLanes: number;
  readonly cacheBytes: number;
  close(): void;
}

const frameCacheBytes = 256 * 1024 * 1024;
const stillCacheBytes = 160 * 1024 * 1024;
/** Decoders that stay open beside those in use, so that going back over a cut is quick. */
const spareLanes = 2;

export function createPicturePool({ files, isStill, onProblem }: PicturePoolSettings): PicturePool {
  const frames = createFrameCache(frameCacheBytes);
  const stills = createByteCache<AssetId, StillPicture>(stillCacheBytes);
  const loading = new Map<AssetId, Promise<void>>();
  /** Open decoders; the one that was wanted last is the last. */
  const lanes = new Map<ItemId, { readonly assetId: AssetId; readonly lane: ClipLane }>();
  const failed = new Map<AssetId, OfflinePicture | null>();
  const standIns = createStandIns();
  /** Stills that are on screen, by their clip. */
  const stillOf = new Map<ItemId, AssetId>();

  const fail = (assetId: AssetId, thrown: unknown): void => {
    if (failed.has(assetId)) return;
    failed.set(assetId, null);
    const kind = thrown instanceof UnplayableMedia ? thrown.kind : 'unreadable';
    onProblem({ assetId, kind, reason: reasonOf(thrown) });
  };
  const loadOnce = (assetId: AssetId): void => {
    if (loading.has(assetId) || stills.has(assetId)) return;
    const address = files.addressOf(assetId);
    if (address === null) {
      fail(assetId, new UnplayableMedia('missing', 'it has no address'));
      return;
    }
    const job = loadStill(address)
      .then(
        (still) => stills.put(assetId, still),
        (thrown: unknown) => fail(assetId, thrown),
      )
      .finally(() => loading.delete(assetId));
    loading.set(assetId, job);
  };
  const replaceLane = (itemId: ItemId, lane: ClipLane): void => {
    lanes.delete(itemId);
    standIns.put(itemId, {
      picture: (sourceFlicks) => readyPicture(lane.at(sourceFlicks, true)),
      close: lane.close,
    });
  };
  const replaceStill = (itemId: ItemId, assetId: AssetId): void => {
    const before = stillOf.get(itemId);
    if (before === undefined || before === assetId) return;
    stillOf.delete(itemId);
    standIns.put(itemId, { picture: () => stills.get(before), close: () => undefined });
  };
  const laneOf = (itemId: ItemId, assetId: AssetId): ClipLane | null => {
    const known = lanes.get(itemId);
    if (known !== undefined) {
      lanes.delete(itemId);
      if (known.assetId === assetId) {
        lanes.set(itemId, known);
        return known.lane;
      }
      replaceLane(itemId, known.lane);
    }
    const file = files.open(assetId);
    if (file === null) {
      fail(assetId, new UnplayableMedia('missing', 'it has no address'));
      return null;
    }
    const lane = createClipLane(assetId, file, frames);
    lanes.set(itemId, { assetId, lane });
    return lane;
  };
  /** A lane of the medium that the clip has now. */
  const laneFor = (itemId: ItemId, assetId: AssetId): ClipLane | null => {
    const known = lanes.get(itemId);
    return known?.assetId === assetId ? known.lane : null;
  };
  const closeLane = (itemId: ItemId): void => {
    lanes.get(itemId)?.lane.close();
    lanes.delete(itemId);
  };

  return {
    want({ itemId, assetId, sourceFlicks }, mode) {
      if (assetId === null || failed.has(assetId)) return standIns.drop(itemId);
      replaceStill(itemId, assetId);
      if (isStill(itemId)) {
        const moved = lanes.get(itemId);
        if (moved !== undefined) replaceLane(itemId, moved.lane);
        return loadOnce(assetId);
      }
      const lane = laneOf(itemId, assetId);
      if (lane === null) return;
      lane.want(sourceFlicks, mode);
      lane.ready().catch((thrown: unknown) => fail(assetId, thrown));
    },
    pictureOf({ itemId, assetId, sourceFlicks }, nearest = false) {
      if (assetId === null) return 'slate';
      const offline = failed.get(assetId);
      if (offline !== undefined) return offline ?? 'slate';
      const picture = isStill(itemId)
        ? stills.get(assetId)
        : readyPicture(laneFor(itemId, assetId)?.at(sourceFlicks, nearest) ?? null);
      if (picture === null) return standIns.picture(itemId, sourceFlicks);
      if (isStill(itemId)) stillOf.set(itemId, assetId);
      standIns.drop(itemId);
      return picture;
    },
    async ready({ itemId, assetId }) {
      if (assetId === null || failed.has(assetId)) return;
      try {
        if (isStill(itemId)) await loading.get(assetId);
        else await lanes.get(itemId)?.lane.ready();
      } catch (thrown) {
        fail(assetId, thrown);
      }
    },
    async filled({ itemId, assetId }) {
      if (assetId !== null && !failed.has(assetId)) await laneFor(itemId, assetId)?.filled();
    },
    retain(items) {
      standIns.retain(items);
      for (const itemId of [...stillOf.keys()]) if (!items.has(itemId)) stillOf.delete(itemId);
      let spare = -spareLanes;
      for (const itemId of lanes.keys()) if (!items.has(itemId)) spare++;
      for (const itemId of [...lanes.keys()]) {
        if (spare <= 0) break;
        if (items.has(itemId)) continue;
        closeLane(itemId);
        spare--;
      }
      files.retain(new Set([...lanes.values()].map(({ assetId }) => assetId)));
    },
    name: (assetId, slate) => {
      if (failed.has(assetId)) failed.set(assetId, slate);
    },
    forget(assetId) {
      failed.delete(assetId);
      stills.delete(assetId);
      frames.forget(assetId);
      for (const [itemId, open] of [...lanes]) if (open.assetId === assetId) closeLane(itemId);
      files.forget(assetId);
    },
    get openLanes() {
      return lanes.size;
    },
    get cacheBytes() {
      return frames.bytes + stills.bytes;
    },
    close() {
      for (const itemId of [...lanes.keys()]) closeLane(itemId);
      standIns.clear();
      frames.clear();
      stills.clear();
      files.close();
    },
  };
}

function readyPicture(frame: DecodedFrame | null): Picture<Drawable> | null {
  return frame === null ? null : { kind: 'ready', ...frame };
}
