import type { Picture } from '../../compositor/picture.ts';
import type { ItemId } from '../../domain/kernel/ids.ts';
import type { Drawable } from './decoded-frame.ts';

/** A picture from before: of the medium that a clip had. */
export interface StandIn {
  /** For a time of the clip's medium; null where it has none. */
  picture(sourceFlicks: number): Picture<Drawable> | null;
  close(): void;
}

/**
 * What a clip showed until its medium became another. It stays on screen until the other one's first picture is decoded:
 * a take that arrives under the playhead takes over without a stop.
 */
export interface StandIns {
  put(itemId: ItemId, standIn: StandIn): void;
  picture(itemId: ItemId, sourceFlicks: number): Picture<Drawable> | null;
  drop(itemId: ItemId): void;
  /** Lets go of those of all other items. */
  retain(items: ReadonlySet<ItemId>): void;
  clear(): void;
}

export function createStandIns(): StandIns {
  const byItem = new Map<ItemId, StandIn>();
  const drop = (itemId: ItemId): void => {
    byItem.get(itemId)?.close();
    byItem.delete(itemId);
  };
  return {
    put(itemId, standIn) {
      const before = byItem.get(itemId);
      // What was never on screen does not take the place of what still is.
      if (before !== undefined && standIn.picture(0) === null) {
        standIn.close();
        return;
      }
      drop(itemId);
      byItem.set(itemId, standIn);
    },
    picture: (itemId, sourceFlicks) => byItem.get(itemId)?.picture(sourceFlicks) ?? null,
    drop,
    retain(items) {
      for (const itemId of [...byItem.keys()]) if (!items.has(itemId)) drop(itemId);
    },
    clear() {
      for (const itemId of [...byItem.keys()]) drop(itemId);
    },
  };
}
