import {
  AV_PIX_FMT_YUVJ420P,
  AVCOL_RANGE_JPEG,
  AVCOL_SPC_BT470BG,
  AVCOL_SPC_RGB,
  FF_ENCODER_MJPEG,
  SWS_ACCURATE_RND,
  SWS_BILINEAR,
} from 'node-av/constants';
import {
  Codec,
  CodecContext,
  Dictionary,
  FFmpegError,
  Frame,
  Packet,
  Rational,
  SoftwareScaleContext,
} from 'node-av/lib';
import { allocateRgbaFrame, planeOf } from './allocate-frame.ts';

/** A JPEG file of straight RGBA pixels (alpha is dropped), 4:2:0, good quality. Sides up to 65,500. */
export async function encodeJpeg(rgba: Uint8Array, widthPx: number, heightPx: number): Promise<Uint8Array> {
  using source = allocateRgbaFrame(widthPx, heightPx);
  planeOf(source, 0).set(rgba);
  using picture = new Frame();
  picture.alloc();
  picture.width = widthPx;
  picture.height = heightPx;
  picture.format = AV_PIX_FMT_YUVJ420P;
  // JFIF pictures are full-range BT.601 by definition.
  picture.colorSpace = AVCOL_SPC_BT470BG;
  picture.colorRange = AVCOL_RANGE_JPEG;
  picture.colorPrimaries = source.colorPrimaries;
  picture.colorTrc = source.colorTrc;
  FFmpegError.throwIfError(picture.getBuffer(), 'allocate a JPEG picture');
  source.colorSpace = AVCOL_SPC_RGB;
  using scaler = new SoftwareScaleContext();
  scaler.allocContext();
  scaler.setOption('sws_flags', SWS_BILINEAR | SWS_ACCURATE_RND);
  FFmpegError.throwIfError(await scaler.scaleFrame(picture, source), 'convert for JPEG');

  const codec = Codec.findEncoderByName(FF_ENCODER_MJPEG);
  using encoder = new CodecContext();
  encoder.allocContext3(codec);
  encoder.width = widthPx;
  encoder.height = heightPx;
  encoder.pixelFormat = AV_PIX_FMT_YUVJ420P;
  encoder.colorRange = AVCOL_RANGE_JPEG;
  encoder.timeBase = new Rational(1, 1);
  encoder.threadCount = 1;
  using options = Dictionary.fromObject({ qmin: 3, qmax: 3 });
  FFmpegError.throwIfError(await encoder.open2(codec, options), 'open the JPEG encoder');
  picture.pts = 0n;
  FFmpegError.throwIfError(await encoder.sendFrame(picture), 'encode a JPEG');
  await encoder.sendFrame(null);
  using packet = new Packet();
  packet.alloc();
  FFmpegError.throwIfError(await encoder.receivePacket(packet), 'encode a JPEG');
  return Uint8Array.from(packet.data ?? []);
}
