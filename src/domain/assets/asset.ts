import { z } from 'zod';
import { AssetId } from '../kernel/ids.ts';

/** Colour as tagged in the file; FFmpeg's names ("bt709", "smpte170m", "tv", "pc"); null when untagged. */
export const ColourTags = z.object({
  primaries: z.string().nullable(),
  transfer: z.string().nullable(),
  matrix: z.string().nullable(),
  range: z.string().nullable(),
});

export const VideoFacts = z.object({
  codec: z.string(),
  /** Coded picture in pixels, before `rotationDegrees` is applied. */
  widthPx: z.int().positive(),
  heightPx: z.int().positive(),
  rotationDegrees: z.union([z.literal(0), z.literal(90), z.literal(180), z.literal(270)]),
  /** Average rate as a fraction; 0/1 when the file does not say (a still, a stream without timing). */
  fpsNum: z.int().nonnegative(),
  fpsDen: z.int().positive(),
  variableRate: z.boolean(),
  frames: z.int().nonnegative().nullable(),
  hasAlpha: z.boolean(),
  colour: ColourTags,
});
export type VideoFacts = z.infer<typeof VideoFacts>;

/** How loud a sound is as a whole, as it is heard in the stereo mix. */
export const Loudness = z.object({
  /** Integrated loudness by ITU-R BS.1770-4, LUFS. */
  integratedLufs: z.number(),
  /** The highest sample, decibels; 0 is full scale. */
  peakDbfs: z.number(),
});
export type Loudness = z.infer<typeof Loudness>;

export const AudioFacts = z.object({
  codec: z.string(),
  sampleRate: z.int().positive(),
  channels: z.int().positive(),
  /** Of recordings as long as a line may be; missing where it was not measured, and for silence. */
  loudness: Loudness.optional(),
});
export type AudioFacts = z.infer<typeof AudioFacts>;

export const MediaFacts = z.object({
  /** FFmpeg's short name of the container: "mov", "matroska", "png_pipe". */
  container: z.string(),
  /** 0 for a still picture. */
  durationFlicks: z.int().nonnegative(),
  video: VideoFacts.nullable(),
  audio: AudioFacts.nullable(),
});
export type MediaFacts = z.infer<typeof MediaFacts>;

export const Asset = z.object({
  id: AssetId,
  kind: z.enum(['image', 'video', 'audio', 'text']),
  mime: z.string(),
  /** File-name ending without the dot. */
  extension: z.string(),
  bytes: z.int().nonnegative(),
  facts: MediaFacts.nullable(),
  /** How it came here. */
  origin: z.enum(['generated', 'imported', 'source']),
  /** The name a person would know it by: the imported file's, or the shot's. */
  name: z.string(),
  createdAtMs: z.int(),
  /** The file that this one is looked at in the place of, on devices that lack it; null for all but proxies. */
  proxyOf: AssetId.nullable().default(null),
  /** Devices that said they have the bytes; null where none has said anything yet. */
  heldBy: z.array(z.string()).nullable().default(null),
});
export type Asset = z.infer<typeof Asset>;
