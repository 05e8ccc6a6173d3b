import {
  AV_CODEC_FLAG_BITEXACT,
  AV_CODEC_FLAG_GLOBAL_HEADER,
  AV_PICTURE_TYPE_NONE,
  AV_PIX_FMT_YUV420P,
  AVCHROMA_LOC_LEFT,
  AVCOL_PRI_BT709,
  AVCOL_RANGE_MPEG,
  AVCOL_SPC_BT709,
  AVCOL_TRC_BT709,
  FF_ENCODER_LIBX264,
} from 'node-av/constants';
import { Codec, CodecContext, Dictionary, type Frame, Rational } from 'node-av/lib';
import type { VideoWriterSettings } from '../../core/ports/video-writer.ts';
import { checkWrite } from './libav-fault.ts';

/**
 * Frames x264 looks ahead. Its default of 40 to 60 keeps hundreds of megabytes of pictures; a second is enough for
 * constant-quality encoding and keeps memory flat.
 */
const lookaheadFrames = 12;
const usualKeyframeSeconds = 2;

/** libx264 High, 4:2:0, BT.709 limited; opened. Frames are stamped in units of one frame. */
export async function openH264Encoder(settings: VideoWriterSettings, threads: number): Promise<CodecContext> {
  const { path, rate, widthPx, heightPx, keyframeSeconds = usualKeyframeSeconds } = settings;
  const codec = Codec.findEncoderByName(FF_ENCODER_LIBX264);
  const encoder = new CodecContext();
  encoder.allocContext3(codec);
  encoder.width = widthPx;
  encoder.height = heightPx;
  encoder.pixelFormat = AV_PIX_FMT_YUV420P;
  encoder.timeBase = new Rational(rate.den, rate.num);
  encoder.framerate = new Rational(rate.num, rate.den);
  encoder.sampleAspectRatio = new Rational(1, 1);
  encoder.gopSize = Math.round((keyframeSeconds * rate.num) / rate.den);
  encoder.threadCount = threads;
  encoder.colorPrimaries = AVCOL_PRI_BT709;
  encoder.colorTrc = AVCOL_TRC_BT709;
  encoder.colorSpace = AVCOL_SPC_BT709;
  encoder.colorRange = AVCOL_RANGE_MPEG;
  encoder.chromaLocation = AVCHROMA_LOC_LEFT;
  encoder.setFlags(AV_CODEC_FLAG_GLOBAL_HEADER, AV_CODEC_FLAG_BITEXACT);
  using options = Dictionary.fromObject({
    preset: settings.preset,
    crf: settings.crf,
    profile: 'high',
    'x264-params': `rc-lookahead=${lookaheadFrames}`,
  });
  checkWrite(await encoder.open2(codec, options), path, 'opening the H.264 encoder');
  return encoder;
}

/** Stamps a picture as frame number `index` of the film. */
export function stampFrame(frame: Frame, index: number): void {
  frame.pts = BigInt(index);
  frame.duration = 1n;
  // A decoded picture carries the type it had in its source, which would force the same type here.
  frame.pictType = AV_PICTURE_TYPE_NONE;
  frame.keyFrame = 0;
}
