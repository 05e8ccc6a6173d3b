import {
  AV_PIX_FMT_RGBA,
  AV_PIX_FMT_YUV420P,
  AVCHROMA_LOC_LEFT,
  AVCOL_PRI_BT709,
  AVCOL_RANGE_JPEG,
  AVCOL_RANGE_MPEG,
  AVCOL_SPC_BT709,
  AVCOL_SPC_RGB,
  AVCOL_TRC_BT709,
} from 'node-av/constants';
import { FFmpegError, Frame } from 'node-av/lib';

/**
 * A picture of packed RGBA rows without padding. It is labelled with BT.709's transfer although canvas pixels are
 * sRGB: video has always been graded and shown so, and equal labels on both sides keep the scaler from "correcting".
 */
export function allocateRgbaFrame(widthPx: number, heightPx: number): Frame {
  const frame = blankFrame(widthPx, heightPx);
  frame.format = AV_PIX_FMT_RGBA;
  frame.colorSpace = AVCOL_SPC_RGB;
  frame.colorRange = AVCOL_RANGE_JPEG;
  FFmpegError.throwIfError(frame.getBuffer(1), 'allocate an RGBA picture');
  return frame;
}

/** A 4:2:0 picture in BT.709, limited range: what every film of ours is written in. */
export function allocateYuvFrame(widthPx: number, heightPx: number): Frame {
  const frame = blankFrame(widthPx, heightPx);
  frame.format = AV_PIX_FMT_YUV420P;
  frame.colorSpace = AVCOL_SPC_BT709;
  frame.colorRange = AVCOL_RANGE_MPEG;
  frame.chromaLocation = AVCHROMA_LOC_LEFT;
  FFmpegError.throwIfError(frame.getBuffer(), 'allocate a YUV picture');
  return frame;
}

function blankFrame(widthPx: number, heightPx: number): Frame {
  const frame = new Frame();
  frame.alloc();
  frame.width = widthPx;
  frame.height = heightPx;
  frame.colorPrimaries = AVCOL_PRI_BT709;
  frame.colorTrc = AVCOL_TRC_BT709;
  return frame;
}

/** The bytes of a packed or planar frame's plane, as a view of FFmpeg's own memory. */
export function planeOf(frame: Frame, plane: number): Buffer {
  const data = frame.data?.[plane];
  if (data === undefined) throw new Error(`The frame has no plane ${plane}.`);
  return data;
}
