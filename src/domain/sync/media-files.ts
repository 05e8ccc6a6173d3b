import { z } from 'zod';
import type { Asset } from '../assets/asset.ts';
import { type ChoosingScene, type ChoosingShot, chosenTakeIds } from '../assets/chosen-takes.ts';
import { isLight } from '../assets/proxy.ts';
import type { Take } from '../assets/take.ts';
import { AssetId } from '../kernel/ids.ts';
import type { Item } from '../timeline/records.ts';
import { MediaPlace } from './media-place.ts';

/**
 * Which files of a project go between this computer and the service by themselves: of this computer, never sent. `proxies`: small
 * files to look at come before anything else; the originals that the film uses are sent after them, and come when they are asked for.
 */
export const MediaChoice = z.enum(['everything', 'used', 'proxies', 'none']);
export type MediaChoice = z.infer<typeof MediaChoice>;

/** Most wanted first. */
export const mediaUses = ['timeline', 'chosen', 'other'] as const;
export type MediaUse = (typeof mediaUses)[number];

export interface MediaUsers {
  readonly items: readonly Item[];
  readonly takes: readonly Pick<Take, 'id' | 'assetId'>[];
  readonly shots: readonly ChoosingShot[];
  readonly scenes: readonly ChoosingScene[];
  /** Pictures that what is generated looks like: of the cast and of places. */
  readonly references: readonly AssetId[];
}

/** What a project's files are for: those that clips of the timeline show, those of chosen takes and pictures that requests refer to, and the rest. */
export function mediaUseOf({
  items,
  takes,
  shots,
  scenes,
  references,
}: MediaUsers): (id: AssetId) => MediaUse {
  const onTimeline = new Set<AssetId | null>(
    items.map((item) => (item.kind === 'clip' ? item.assetId : null)),
  );
  const chosen = chosenTakeIds(shots, scenes);
  const ofChosen = new Set([
    ...references,
    ...takes.filter(({ id }) => chosen.has(id)).map(({ assetId }) => assetId),
  ]);
  return (id) => (onTimeline.has(id) ? 'timeline' : ofChosen.has(id) ? 'chosen' : 'other');
}

export interface TravellingFile {
  readonly asset: Asset;
  /** What it is for; of a proxy, what its original is for. */
  readonly use: MediaUse;
}

/** Which ways a file goes by itself. Proxies are sent wherever originals are, for devices that chose to have those first. */
export function travelsBy(
  choice: MediaChoice,
  { asset, use }: TravellingFile,
): { readonly up: boolean; readonly down: boolean } {
  const isUsed = use !== 'other';
  switch (choice) {
    case 'everything':
      return { up: true, down: asset.proxyOf === null };
    case 'used':
      return { up: isUsed, down: isUsed && asset.proxyOf === null };
    case 'proxies':
      return { up: isUsed || isLight(asset), down: isLight(asset) };
    case 'none':
      return { up: false, down: false };
  }
}

/** The order in which files go: used, chosen, the rest; a proxy before its like, and where proxies come first before anything else. */
export function inTravelOrder<File extends TravellingFile>(
  choice: MediaChoice,
  files: readonly File[],
): File[] {
  const rank = ({ asset, use }: File): number => {
    const byUse = mediaUses.indexOf(use) * 2 + (asset.proxyOf === null ? 1 : 0);
    return choice === 'proxies' && !isLight(asset) ? byUse + 2 * mediaUses.length : byUse;
  };
  return files
    .map((file) => ({ file, at: rank(file) }))
    .sort((a, b) => a.at - b.at)
    .map(({ file }) => file);
}

export const MediaTransfer = z.object({
  files: z.int().nonnegative(),
  bytes: z.int().nonnegative(),
});

/** A file that is not on this computer. */
export const AwayFile = z.object({
  assetId: AssetId,
  place: MediaPlace.exclude(['here']),
  /** How long a provider holds it, where that is its place. */
  untilMs: z.int().nonnegative().nullable(),
  /** Other devices that said they have it. */
  heldBy: z.array(z.string()),
  bytes: z.int().nonnegative(),
  use: z.enum(mediaUses),
  /** A smaller file that is looked at in its place: here, or where it would come from; null where there is none. */
  proxy: z.enum(['here', 'cloud']).nullable(),
  /** Whether files of the project travel at all: else it has to be copied, or brought in again. */
  canCome: z.boolean(),
  /** It was asked for, and waits for its turn or is on its way. */
  isAsked: z.boolean(),
});
export type AwayFile = Readonly<z.infer<typeof AwayFile>>;

/** Why files do not travel at all, if so: nothing is mirrored, or where it is mirrored keeps no files. */
export const MediaWay = z.enum(['open', 'not-mirrored', 'no-storage']);
export type MediaWay = z.infer<typeof MediaWay>;

/** How the files of a project stand between this computer and the service. Proxies are not counted: they stand for files that are. */
export const MediaOverview = z.object({
  choice: MediaChoice,
  way: MediaWay,
  /** All of the project, and those that are on this computer. */
  all: MediaTransfer,
  here: MediaTransfer,
  /** The others, what the film uses first. */
  away: z.array(AwayFile),
  /** What is still to be sent by the choice, and what is still to come, proxies included. */
  toSend: MediaTransfer,
  toFetch: MediaTransfer,
  /** The file that is on its way now, and how much of it has gone. */
  moving: z
    .object({ assetId: AssetId, way: z.enum(['up', 'down']), doneBytes: z.int().nonnegative() })
    .nullable(),
  /** Proxies that are still to be made on this computer. */
  toMake: z.int().nonnegative(),
  /** Why nothing moves; null while nothing is in the way. */
  fault: z.object({ code: z.string(), message: z.string() }).nullable(),
});
export type MediaOverview = Readonly<z.infer<typeof MediaOverview>>;
