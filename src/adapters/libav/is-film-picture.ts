import { AV_PIX_FMT_YUV420P, AVCOL_RANGE_MPEG, AVCOL_SPC_BT709 } from 'node-av/constants';
import type { Frame } from 'node-av/lib';
import { labelColours } from './label-colours.ts';

/**
 * Whether a decoded picture can go to the film's encoder as it is: the film's size, 4:2:0, BT.709 limited, square
 * pixels. The caller makes sure that it is not turned.
 */
export function isFilmPicture(frame: Frame, widthPx: number, heightPx: number): boolean {
  if (frame.width !== widthPx || frame.height !== heightPx) return false;
  if (Number(frame.format) !== AV_PIX_FMT_YUV420P) return false;
  const { num, den } = frame.sampleAspectRatio;
  if (num !== 0 && num !== den) return false;
  labelColours(frame);
  return frame.colorSpace === AVCOL_SPC_BT709 && frame.colorRange === AVCOL_RANGE_MPEG;
}
