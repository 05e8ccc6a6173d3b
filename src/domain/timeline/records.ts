import { z } from 'zod';
import { AssetId, ItemId, ProjectId, SceneId, ShotId, TrackId, TransitionId } from '../kernel/ids.ts';

/**
 * What assembly last wrote into a row, by field. A field that still holds it was not touched by a person and follows
 * the story; any other keeps what the person made of it. Null: a person made the row, assembly leaves it alone.
 */
const Assembled = z.record(z.string(), z.json()).nullable();

/** A sound of the story: the line of a shot, the music of a scene, or one of its effects. */
export const SoundOf = z.discriminatedUnion('what', [
  z.object({ what: z.literal('speech'), shotId: ShotId }),
  z.object({ what: z.literal('music'), sceneId: SceneId }),
  z.object({ what: z.literal('effect'), sceneId: SceneId, effectId: z.string() }),
]);
export type SoundOf = z.infer<typeof SoundOf>;

/** What a track of sound is for; it says what makes room for what, and what takes the place of scratch sound. */
export const TrackRole = z.enum(['dialogue', 'music', 'effects']);
export type TrackRole = z.infer<typeof TrackRole>;

export const Track = z.object({
  id: TrackId,
  projectId: ProjectId,
  order: z.string(),
  /** `main` is the one sequence of a project; items of every other track are anchored. Higher order draws on top. */
  kind: z.enum(['main', 'video', 'audio', 'title', 'caption']),
  name: z.string(),
  muted: z.boolean(),
  hidden: z.boolean(),
  /** Of a track of sound; null for one that is a person's own. */
  role: TrackRole.nullable().default(null),
  /** Its clips go down under dialogue. */
  ducks: z.boolean().default(false),
  /**
   * Of the main track: every shot that was ever given a clip and is still in the story, so that a clip which a person deleted
   * stays away; and the same for the music and effects of scenes. `ducks`: it was told once to go down under dialogue, because a clip
   * with a voice of its own lies over a spoken line; what a person says of it afterwards stays.
   */
  assembled: z
    .object({
      shotIds: z.array(ShotId),
      cardText: z.string().nullable(),
      sounds: z.array(SoundOf).optional(),
      ducks: z.literal(true).optional(),
    })
    .nullable(),
});
export type Track = z.infer<typeof Track>;

/**
 * Where an item that is not on the main track begins: `offsetFlicks` after the start of a main-track item, or at an
 * absolute time. An anchor to an item that is gone is broken; the command that removed the item re-anchors or says so.
 */
export const Anchor = z.discriminatedUnion('to', [
  z.object({ to: z.literal('item'), itemId: ItemId, offsetFlicks: z.int() }),
  z.object({ to: z.literal('time'), atFlicks: z.int().nonnegative() }),
]);
export type Anchor = z.infer<typeof Anchor>;

const itemBase = {
  id: ItemId,
  projectId: ProjectId,
  trackId: TrackId,
  /** Place in the main sequence; on other tracks only the tie-breaker between items that begin together. */
  order: z.string(),
  durationFlicks: z.int().positive(),
  /** null on the main track. */
  anchor: Anchor.nullable(),
};

export const TitleStyle = z.enum(['title', 'chapter', 'lower-third', 'credits']);
export type TitleStyle = z.infer<typeof TitleStyle>;

/** A piece of media on a track. Source in/out are flicks of the medium: out = in + duration (speed is always 1 for now). */
export const ClipItem = z.object({
  ...itemBase,
  kind: z.literal('clip'),
  /** The medium; null while the linked shot has no take yet. */
  assetId: AssetId.nullable(),
  /** Live link: choosing another take of this shot changes `assetId` and keeps the edit. */
  shotId: ShotId.nullable(),
  sourceInFlicks: z.int().nonnegative(),
  /** Length of the medium, 0 for a still (unlimited): trims stop here. */
  sourceLengthFlicks: z.int().nonnegative(),
  fit: z.enum(['fit', 'fill']),
  /** 0…1 */
  opacity: z.number().min(0).max(1),
  /** Decibels, −60 (silent) … +12. */
  gainDb: z.number().min(-60).max(12),
  fadeInFlicks: z.int().nonnegative(),
  fadeOutFlicks: z.int().nonnegative(),
  muted: z.boolean(),
  /** Live link to a sound of the story: choosing another take of it changes `assetId` and keeps the edit. */
  soundOf: SoundOf.nullable().default(null),
  /** On a track of sound: the medium begins again, with a cross-fade, for as long as the clip is. */
  loops: z.boolean().default(false),
  /** Goes down under dialogue where its track does. */
  ducks: z.boolean().default(true),
  /** Its sound stands in for what is still to come: it is silent where real speech, music or effects are. */
  scratch: z.boolean().default(false),
  assembled: Assembled,
});
export type ClipItem = z.infer<typeof ClipItem>;

/** An explicit hole in the main sequence: black and silent for its duration. */
export const GapItem = z.object({ ...itemBase, kind: z.literal('gap') });
export type GapItem = z.infer<typeof GapItem>;

export const TitleItem = z.object({
  ...itemBase,
  kind: z.literal('title'),
  text: z.string(),
  /** The title shot whose words it shows; kept in step with it while linked. */
  shotId: ShotId.nullable(),
  style: TitleStyle,
  fadeInFlicks: z.int().nonnegative(),
  fadeOutFlicks: z.int().nonnegative(),
  assembled: Assembled,
});
export type TitleItem = z.infer<typeof TitleItem>;

export const CaptionItem = z.object({
  ...itemBase,
  kind: z.literal('caption'),
  text: z.string(),
  speaker: z.string().nullable(),
  /** The shot whose dialogue it is; kept in step with it while linked. */
  shotId: ShotId.nullable(),
  assembled: Assembled,
});
export type CaptionItem = z.infer<typeof CaptionItem>;

export const Item = z.discriminatedUnion('kind', [ClipItem, GapItem, TitleItem, CaptionItem]);
export type Item = z.infer<typeof Item>;

/**
 * Between a main-track item and the next one, centred on the cut. Both sides play on into their handles; where a
 * side has none, its edge frame is held. Positions do not change. An item's neighbour may change under it: a
 * transition whose `leftItemId` is last, or gone, draws nothing.
 */
export const Transition = z.object({
  id: TransitionId,
  projectId: ProjectId,
  leftItemId: ItemId,
  kind: z.enum(['dissolve', 'fade-black', 'fade-white']),
  durationFlicks: z.int().positive(),
  assembled: Assembled,
});
export type Transition = z.infer<typeof Transition>;
