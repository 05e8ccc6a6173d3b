import {
  AV_PIX_FMT_YUVJ411P,
  AV_PIX_FMT_YUVJ420P,
  AV_PIX_FMT_YUVJ422P,
  AV_PIX_FMT_YUVJ440P,
  AV_PIX_FMT_YUVJ444P,
  AVCOL_PRI_BT709,
  AVCOL_PRI_BT2020,
  AVCOL_PRI_SMPTE432,
  AVCOL_RANGE_JPEG,
  AVCOL_RANGE_MPEG,
  AVCOL_RANGE_UNSPECIFIED,
  AVCOL_SPC_BT709,
  AVCOL_SPC_RGB,
  AVCOL_SPC_SMPTE170M,
  AVCOL_SPC_UNSPECIFIED,
  AVCOL_TRC_ARIB_STD_B67,
  AVCOL_TRC_BT709,
  AVCOL_TRC_SMPTE2084,
} from 'node-av/constants';
import { avGetPixFmtName, type Frame } from 'node-av/lib';

const fullRangeFormats = new Set<number>([
  AV_PIX_FMT_YUVJ411P,
  AV_PIX_FMT_YUVJ420P,
  AV_PIX_FMT_YUVJ422P,
  AV_PIX_FMT_YUVJ440P,
  AV_PIX_FMT_YUVJ444P,
]);
/** Gamuts wide enough that showing them as BT.709 would look dull; the small differences among the others are left alone. */
const wideGamuts = new Set<number>([AVCOL_PRI_BT2020, AVCOL_PRI_SMPTE432]);
const highDynamicRange = new Set<number>([AVCOL_TRC_SMPTE2084, AVCOL_TRC_ARIB_STD_B67]);

/**
 * Completes the colour labels of a decoded picture so that the scaler converts it as players do: an untagged picture
 * of 720 lines or more is BT.709, a smaller one BT.601; limited range unless it says otherwise; an ordinary transfer
 * curve counts as BT.709's, because canvas pixels are treated so too (see {@link allocateRgbaFrame}).
 */
export function labelColours(frame: Frame): void {
  const isRgb = /rgb|bgr|gbr|pal8|gray|mono|ya8|ya16/.test(
    avGetPixFmtName(Number(frame.format) as never) ?? '',
  );
  if (isRgb) {
    if (frame.colorRange === AVCOL_RANGE_UNSPECIFIED) frame.colorRange = AVCOL_RANGE_JPEG;
  } else {
    if (frame.colorSpace === AVCOL_SPC_UNSPECIFIED || frame.colorSpace === AVCOL_SPC_RGB)
      frame.colorSpace = frame.height >= 720 ? AVCOL_SPC_BT709 : AVCOL_SPC_SMPTE170M;
    if (frame.colorRange === AVCOL_RANGE_UNSPECIFIED)
      frame.colorRange = fullRangeFormats.has(frame.format) ? AVCOL_RANGE_JPEG : AVCOL_RANGE_MPEG;
  }
  if (!wideGamuts.has(frame.colorPrimaries)) frame.colorPrimaries = AVCOL_PRI_BT709;
  if (!highDynamicRange.has(frame.colorTrc)) frame.colorTrc = AVCOL_TRC_BT709;
}
