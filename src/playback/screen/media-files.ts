import type { AssetId } from '../../domain/kernel/ids.ts';
import { type MediaFile, openMediaFile } from './media-file.ts';
import type { MediaAddresses } from './messages.ts';

/** The files of the media that play: one reader each, however many clips and sounds read from it. */
export interface MediaFiles {
  learn(addresses: MediaAddresses): void;
  addressOf(assetId: AssetId): string | null;
  open(assetId: AssetId): MediaFile | null;
  /** Closes files that are in nobody's use, but for those used last. */
  retain(inUse: ReadonlySet<AssetId>): void;
  forget(assetId: AssetId): void;
  close(): void;
}

/** Each may hold 16 MB of what it read. */
const mostOpen = 10;

export function createMediaFiles(): MediaFiles {
  const addresses = new Map<AssetId, string>();
  const files = new Map<AssetId, MediaFile>();
  const forget = (assetId: AssetId): void => {
    files.get(assetId)?.close();
    files.delete(assetId);
  };
  return {
    learn(more) {
      for (const [assetId, address] of more) addresses.set(assetId, address);
    },
    addressOf: (assetId) => addresses.get(assetId) ?? null,
    open(assetId) {
      const address = addresses.get(assetId);
      const known = files.get(assetId);
      if (known !== undefined) {
        files.delete(assetId);
        files.set(assetId, known);
        return known;
      }
      if (address === undefined) return null;
      const file = openMediaFile(address);
      files.set(assetId, file);
      return file;
    },
    retain(inUse) {
      for (const assetId of [...files.keys()]) {
        if (files.size <= mostOpen) return;
        if (!inUse.has(assetId)) forget(assetId);
      }
    },
    forget,
    close() {
      for (const assetId of [...files.keys()]) forget(assetId);
    },
  };
}
