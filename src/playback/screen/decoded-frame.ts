import type { VideoSample } from 'mediabunny';
import { secondsToFlicks } from '../../domain/kernel/time.ts';
import type { Weighed } from './byte-cache.ts';

export type Drawable = VideoFrame | ImageBitmap;

/** A decoded picture of a video and when it is on screen, in flicks of the medium. Its owner closes it. */
export interface DecodedFrame extends Weighed {
  readonly image: Drawable;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly rotationDegrees: 0 | 90 | 180 | 270;
  readonly startFlicks: number;
  readonly endFlicks: number;
}

/** Takes the picture out of a sample, which is closed. */
export function takeFrame(sample: VideoSample, originFlicks: number): DecodedFrame {
  const startFlicks = secondsToFlicks(sample.timestamp) - originFlicks;
  const image = sample.toVideoFrame();
  const { squarePixelWidth, squarePixelHeight, rotation, duration } = sample;
  sample.close();
  return {
    image,
    widthPx: squarePixelWidth,
    heightPx: squarePixelHeight,
    rotationDegrees: rotation,
    startFlicks,
    endFlicks: startFlicks + secondsToFlicks(duration),
    bytes: Math.ceil(image.codedWidth * image.codedHeight * 1.5),
    close: () => image.close(),
  };
}

/** Whether a picture is a software decoder's: planar, in memory that nobody waits for. */
export function isOrdinaryMemory({ image }: DecodedFrame): boolean {
  return image instanceof VideoFrame && image.format?.startsWith('I4') === true;
}

/**
 * The same picture in memory of our own. A hardware decoder has few pictures to give and stops when they are kept;
 * a software decoder's planar pictures are ordinary memory and are kept as they are. Closes `frame`.
 */
export async function keepableFrame(frame: DecodedFrame): Promise<DecodedFrame> {
  const { image } = frame;
  if (!(image instanceof VideoFrame) || isOrdinaryMemory(frame)) return frame;
  const copy = await createImageBitmap(image);
  frame.close();
  return { ...frame, image: copy, bytes: copy.width * copy.height * 4, close: () => copy.close() };
}
