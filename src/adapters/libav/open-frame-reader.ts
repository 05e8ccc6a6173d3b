import type { Frame } from 'node-av/lib';
import { FaultError } from '../../domain/kernel/result.ts';
import { unsupportedMedia } from './media-fault.ts';
import { openMedia } from './open-media.ts';
import { createPictureCursor } from './picture-cursor.ts';
import {
  type PictureSize,
  type Rotation,
  rotationOf,
  shrinkToCover,
  squarePixelSize,
} from './picture-geometry.ts';
import { createRgbaConverter, type RgbaPicture } from './rgba-converter.ts';
import { openStreamDecoder } from './stream-decoder.ts';

export interface FrameReaderOptions {
  /** Pictures are made as small as still covers this size, as shown upright; never enlarged. Default: as coded. */
  readonly coverPx?: PictureSize;
  /** Exactly this size, as shown upright, from the size that the picture has; before `coverPx`. */
  readonly sizeOf?: (shown: PictureSize) => PictureSize;
  /** Decoder threads. Default 1: a reader rarely is what there is to wait for. */
  readonly threads?: number;
}

/** A picture as the decoder made it, in FFmpeg's memory. */
export type DecodedPicture = Frame;

/** Pictures of one file by time. One call at a time; what a call returns is good until the next one. */
export interface FrameReader {
  /** Size as shown: upright, square pixels, shrunk to `coverPx`. */
  readonly widthPx: number;
  readonly heightPx: number;
  readonly rotationDegrees: Rotation;
  /** The pixels on screen at `flicks` of the medium; held before the first and after the last picture. */
  pictureAt(flicks: number): Promise<RgbaPicture>;
  /** The decoder's own picture at that time, for handing to an encoder without conversion. Read-only. */
  decodedAt(flicks: number): Promise<DecodedPicture>;
  /** Time of the picture that was returned last: equal times mean equal pictures. */
  readonly atFlicks: number;
  close(): Promise<void>;
}

/** Opens the pictures of a video or a still (one picture at all times). Throws FaultError `media.*`. */
export async function openFrameReader(path: string, options: FrameReaderOptions = {}): Promise<FrameReader> {
  const media = await openMedia(path);
  try {
    if (media.video === null) throw new FaultError(unsupportedMedia(path, 'it holds sound but no picture'));
    const stream = media.video;
    const decoder = await openStreamDecoder(media, stream, options.threads ?? 1);
    const cursor = createPictureCursor(media, stream, decoder);
    const first = await cursor.at(0);
    const rotationDegrees = rotationOf(stream, first);
    const coded = sizeFor(squarePixelSize(first, stream), rotationDegrees, options);
    const converter = createRgbaConverter(coded, rotationDegrees);
    const shown = isQuarterTurn(rotationDegrees) ? turned(coded) : coded;
    return {
      ...shown,
      rotationDegrees,
      async pictureAt(flicks) {
        return converter.convert(await cursor.at(flicks));
      },
      decodedAt: (flicks) => cursor.at(flicks),
      get atFlicks() {
        return cursor.atFlicks;
      },
      async close() {
        cursor.free();
        decoder.close();
        converter.free();
        await media.close();
      },
    };
  } catch (thrown) {
    await media.close();
    throw thrown;
  }
}

function sizeFor(
  size: PictureSize,
  rotation: Rotation,
  { coverPx, sizeOf }: FrameReaderOptions,
): PictureSize {
  const turn = isQuarterTurn(rotation) ? turned : (same: PictureSize) => same;
  if (sizeOf !== undefined) return turn(sizeOf(turn(size)));
  return coverPx === undefined ? size : shrinkToCover(size, turn(coverPx));
}

function isQuarterTurn(rotation: Rotation): boolean {
  return rotation === 90 || rotation === 270;
}

function turned({ widthPx, heightPx }: PictureSize): PictureSize {
  return { widthPx: heightPx, heightPx: widthPx };
}
