import { z } from 'zod';

/** Where the bytes of a file are, as far as this device knows. */
export const MediaPlace = z.enum(['here', 'cloud', 'elsewhere', 'provider', 'lost']);
export type MediaPlace = z.infer<typeof MediaPlace>;

export interface MediaKnowledge {
  readonly isHere: boolean;
  /** null: the service has not said yet. */
  readonly isStored: boolean | null;
  readonly isMirrored: boolean;
  /** Devices that said they have it; null where none has said anything: its row is of a version that did not. */
  readonly heldBy: readonly string[] | null;
  /** The device whose job made it; null for a file that somebody brought, and where it is not known. */
  readonly madeBy: string | null;
  readonly thisDevice: string;
  /** Until when the provider holds the result that it is; null where it does not, or does not say. */
  readonly heldUntilMs: number | null;
  readonly nowMs: number;
}

/** The other devices that have a file, as far as they said. */
export function holdersElsewhere({
  heldBy,
  thisDevice,
}: Pick<MediaKnowledge, 'heldBy' | 'thisDevice'>): readonly string[] {
  return (heldBy ?? []).filter((device) => device !== thisDevice);
}

/**
 * `elsewhere`: another device has it and has not sent it (yet), or where it is has not been said. `provider`: only who made it holds it
 * still, for a time. `lost`: nobody is known to have it.
 */
export function placeOfMedia(known: MediaKnowledge): MediaPlace {
  if (known.isHere) return 'here';
  if (known.isStored === true) return 'cloud';
  if (known.isMirrored && holdersElsewhere(known).length > 0) return 'elsewhere';
  if (known.heldUntilMs !== null && known.heldUntilMs > known.nowMs) return 'provider';
  const nobodySaid = known.heldBy === null && known.madeBy !== known.thisDevice;
  return known.isMirrored && (known.isStored === null || nobodySaid) ? 'elsewhere' : 'lost';
}
