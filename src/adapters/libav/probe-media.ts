import { avGetCodecName, avGetPixFmtName, type Frame, type Stream } from 'node-av/lib';
import type { AudioFacts, Loudness, MediaFacts, VideoFacts } from '../../domain/assets/asset.ts';
import { FaultError } from '../../domain/kernel/result.ts';
import { flicksPerSecond } from '../../domain/kernel/time.ts';
import { colourTagsOf } from './colour-names.ts';
import { measureLoudness } from './measure-loudness.ts';
import { damagedMedia } from './media-fault.ts';
import { missingBytes } from './missing-bytes.ts';
import { type OpenMedia, openMedia } from './open-media.ts';
import { createPictureCursor, type PictureCursor } from './picture-cursor.ts';
import { rotationOf } from './picture-geometry.ts';
import { openStreamDecoder } from './stream-decoder.ts';
import { ticksToFlicks } from './stream-time.ts';

export interface ProbedMedia {
  readonly facts: MediaFacts;
  readonly mime: string;
  readonly extension: string;
}

/** AAC ends on a packet of 1,024 samples, so sound a little longer than the pictures belongs to nothing. */
const ignoredTailFlicks = flicksPerSecond / 10;
/** A file that stops this long before the end it promises is incomplete. */
const missingTailFlicks = flicksPerSecond / 2;
/** Sound up to this long is measured while it is probed: all of it has to be decoded for that. */
const longestLineFlicks = 180 * flicksPerSecond;
const stillDemuxers = new Set(['png_pipe', 'jpeg_pipe', 'webp_pipe']);

/**
 * Facts of a medium, found by opening it and decoding its first picture; where a container states its length, the last
 * picture too, so that a download that broke off is noticed. Throws FaultError `media.*`.
 */
export async function probeMedia(path: string): Promise<ProbedMedia> {
  const media = await openMedia(path);
  try {
    const missing = media.sniffed.demuxer === 'mov' ? await missingBytes(path) : 0;
    if (missing > 0) throw new FaultError(damagedMedia(path, `it ends ${missing} bytes too early`));
    const still = stillDemuxers.has(media.sniffed.demuxer);
    const durationFlicks = still ? 0 : lengthOf(media);
    const video = media.video === null ? null : await probePictures(media, media.video, still);
    const audio = media.audio === null ? null : probeSound(media.audio);
    if (!still && durationFlicks === 0)
      throw new FaultError(damagedMedia(path, 'it has no length, or a length that cannot be found'));
    const { mime, extension, demuxer } = media.sniffed;
    const isLine = video === null && durationFlicks <= longestLineFlicks;
    const loudness = audio !== null && isLine ? await loudnessOf(path) : null;
    const sound = audio !== null && loudness !== null ? { ...audio, loudness } : audio;
    const facts = { container: demuxer, durationFlicks, video, audio: sound };
    return { facts, ...(video === null ? audioName({ mime, extension }) : { mime, extension }) };
  } finally {
    await media.close();
  }
}

async function loudnessOf(path: string): Promise<Loudness | null> {
  try {
    return await measureLoudness(path);
  } catch (thrown) {
    // A recording with a damaged stretch is a recording all the same; only its level is not known.
    if (thrown instanceof FaultError) return null;
    throw thrown;
  }
}

function audioName(named: { mime: string; extension: string }): { mime: string; extension: string } {
  return named.mime === 'video/mp4' ? { mime: 'audio/mp4', extension: 'm4a' } : named;
}

function lengthOf(media: OpenMedia): number {
  const video = media.video === null ? 0 : endOf(media.video, media.originFlicks);
  const audio = media.audio === null ? 0 : endOf(media.audio, media.originFlicks);
  if (video > 0 && audio - video < ignoredTailFlicks) return video;
  const longest = Math.max(video, audio);
  if (longest > 0) return longest;
  return Math.max(0, ticksToFlicks(media.format.duration, { num: 1, den: 1_000_000 }) ?? 0);
}

function endOf(stream: Stream, originFlicks: number): number {
  const length = ticksToFlicks(stream.duration, stream.timeBase);
  if (length === null || length <= 0) return 0;
  const start = ticksToFlicks(stream.startTime, stream.timeBase) ?? originFlicks;
  return start - originFlicks + length;
}

async function probePictures(media: OpenMedia, stream: Stream, still: boolean): Promise<VideoFacts> {
  const decoder = await openStreamDecoder(media, stream, 1);
  const cursor = createPictureCursor(media, stream, decoder);
  try {
    const first = await cursor.at(0);
    const facts = factsOf(stream, first, still);
    if (!still) await checkComplete(media, stream, cursor);
    return facts;
  } finally {
    cursor.free();
    decoder.close();
  }
}

function factsOf(stream: Stream, first: Frame, still: boolean): VideoFacts {
  const average = stream.avgFrameRate;
  const base = stream.rFrameRate;
  const known = !still && average.num > 0 && average.den > 0;
  const ratio = known && base.num > 0 ? (average.num * base.den) / (average.den * base.num) : 1;
  return {
    codec: avGetCodecName(stream.codecpar.codecId) ?? 'unknown',
    widthPx: first.width,
    heightPx: first.height,
    rotationDegrees: rotationOf(stream, first),
    fpsNum: known ? average.num : 0,
    fpsDen: known ? average.den : 1,
    variableRate: Math.abs(ratio - 1) > 0.01,
    frames: still ? 1 : stream.nbFrames > 0n ? Number(stream.nbFrames) : null,
    hasAlpha: /^(yuva|rgba|bgra|argb|abgr|ya\d|gbrap|pal8)/.test(pixelFormatName(first)),
    colour: colourTagsOf(stream.codecpar),
  };
}

function pixelFormatName(frame: Frame): string {
  return avGetPixFmtName(Number(frame.format) as never) ?? '';
}

async function checkComplete(media: OpenMedia, stream: Stream, cursor: PictureCursor): Promise<void> {
  const promised = endOf(stream, media.originFlicks);
  if (promised === 0 || (media.sniffed.demuxer !== 'mov' && media.sniffed.demuxer !== 'matroska')) return;
  const last = await cursor.at(promised);
  const shown = cursor.atFlicks + (ticksToFlicks(last.duration, stream.timeBase) ?? 0);
  if (promised - shown <= missingTailFlicks) return;
  const seconds = (flicks: number): string => (flicks / flicksPerSecond).toFixed(1);
  const words = `its pictures break off after ${seconds(shown)} of ${seconds(promised)} seconds`;
  throw new FaultError(damagedMedia(media.path, words));
}

function probeSound(stream: Stream): AudioFacts {
  const { codecId, sampleRate, channels } = stream.codecpar;
  return {
    codec: avGetCodecName(codecId) ?? 'unknown',
    sampleRate: Math.max(1, sampleRate),
    channels: Math.max(1, channels),
  };
}
