import { z } from 'zod';
import { type ChoosingScene, type ChoosingShot, chosenTakeIds } from '../assets/chosen-takes.ts';
import type { Take } from '../assets/take.ts';
import { AssetId } from '../kernel/ids.ts';
import type { Item } from '../timeline/records.ts';

/** Which files of a project go between this computer and the service by themselves: of this computer, never sent. */
export const MediaChoice = z.enum(['everything', 'used', 'none']);
export type MediaChoice = z.infer<typeof MediaChoice>;

/** Most wanted first. */
export const mediaUses = ['timeline', 'chosen', 'other'] as const;
export type MediaUse = (typeof mediaUses)[number];

export interface MediaUsers {
  readonly items: readonly Item[];
  readonly takes: readonly Pick<Take, 'id' | 'assetId'>[];
  readonly shots: readonly ChoosingShot[];
  readonly scenes: readonly ChoosingScene[];
}

/** What a project's files are for: those that clips of the timeline show, those of chosen takes, and the rest. */
export function mediaUseOf({ items, takes, shots, scenes }: MediaUsers): (id: AssetId) => MediaUse {
  const onTimeline = new Set<AssetId | null>(
    items.map((item) => (item.kind === 'clip' ? item.assetId : null)),
  );
  const chosen = chosenTakeIds(shots, scenes);
  const ofChosen = new Set(takes.filter(({ id }) => chosen.has(id)).map(({ assetId }) => assetId));
  return (id) => (onTimeline.has(id) ? 'timeline' : ofChosen.has(id) ? 'chosen' : 'other');
}

/** Whether a file of this use travels by itself. */
export function travelsBy(choice: MediaChoice, use: MediaUse): boolean {
  return choice === 'everything' || (choice === 'used' && use !== 'other');
}

/** Where the bytes of a file are, as far as this device knows. */
export const MediaPlace = z.enum(['here', 'cloud', 'elsewhere', 'provider', 'lost']);
export type MediaPlace = z.infer<typeof MediaPlace>;

export interface MediaKnowledge {
  readonly isHere: boolean;
  /** null: the service has not said yet. */
  readonly isStored: boolean | null;
  readonly isMirrored: boolean;
  /** The device whose job made it; null for a file that somebody brought, and where it is not known. */
  readonly madeBy: string | null;
  readonly thisDevice: string;
  /** Until when the provider holds the result that it is; null where it does not, or does not say. */
  readonly heldUntilMs: number | null;
  readonly nowMs: number;
}

/**
 * `elsewhere`: another device may have it and has not sent it (yet). `provider`: only who made it holds it still, for a time. `lost`:
 * nobody is known to have it, because it was made on this computer and is not there any more, or the project is on no other.
 */
export function placeOfMedia(known: MediaKnowledge): MediaPlace {
  if (known.isHere) return 'here';
  if (known.isStored === true) return 'cloud';
  if (known.isMirrored && known.madeBy !== known.thisDevice) return 'elsewhere';
  return known.heldUntilMs !== null && known.heldUntilMs > known.nowMs ? 'provider' : 'lost';
}

export const MediaTransfer = z.object({
  files: z.int().nonnegative(),
  bytes: z.int().nonnegative(),
});

/** How the files of a project stand between this computer and the service. */
export const MediaOverview = z.object({
  choice: MediaChoice,
  /** `untilMs`: how long a provider holds it, where that is its place. */
  files: z.array(
    z.object({ assetId: AssetId, place: MediaPlace, untilMs: z.int().nonnegative().nullable() }),
  ),
  /** What is still to be sent by the choice, and what is still to come. */
  toSend: MediaTransfer,
  toFetch: MediaTransfer,
  /** The file that is on its way now, and how much of it has gone. */
  moving: z
    .object({ assetId: AssetId, way: z.enum(['up', 'down']), doneBytes: z.int().nonnegative() })
    .nullable(),
  /** Why nothing moves; null while nothing is in the way. */
  fault: z.object({ code: z.string(), message: z.string() }).nullable(),
});
export type MediaOverview = Readonly<z.infer<typeof MediaOverview>>;
