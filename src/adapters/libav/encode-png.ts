import { AV_PIX_FMT_RGB24, FF_ENCODER_PNG, SWS_ACCURATE_RND, SWS_POINT } from 'node-av/constants';
import { Codec, CodecContext, FFmpegError, Frame, Packet, Rational, SoftwareScaleContext } from 'node-av/lib';
import { allocateRgbaFrame, planeOf } from './allocate-frame.ts';

/** A PNG file of straight RGBA pixels (alpha is dropped): the same bytes for the same pixels. */
export async function encodePng(rgba: Uint8Array, widthPx: number, heightPx: number): Promise<Uint8Array> {
  using source = allocateRgbaFrame(widthPx, heightPx);
  planeOf(source, 0).set(rgba);
  using picture = new Frame();
  picture.alloc();
  picture.width = widthPx;
  picture.height = heightPx;
  picture.format = AV_PIX_FMT_RGB24;
  picture.colorSpace = source.colorSpace;
  picture.colorRange = source.colorRange;
  picture.colorPrimaries = source.colorPrimaries;
  picture.colorTrc = source.colorTrc;
  FFmpegError.throwIfError(picture.getBuffer(), 'allocate a PNG picture');
  using scaler = new SoftwareScaleContext();
  scaler.allocContext();
  scaler.setOption('sws_flags', SWS_POINT | SWS_ACCURATE_RND);
  FFmpegError.throwIfError(await scaler.scaleFrame(picture, source), 'convert for PNG');

  const codec = Codec.findEncoderByName(FF_ENCODER_PNG);
  using encoder = new CodecContext();
  encoder.allocContext3(codec);
  encoder.width = widthPx;
  encoder.height = heightPx;
  encoder.pixelFormat = AV_PIX_FMT_RGB24;
  encoder.timeBase = new Rational(1, 1);
  encoder.threadCount = 1;
  FFmpegError.throwIfError(await encoder.open2(codec, null), 'open the PNG encoder');
  picture.pts = 0n;
  FFmpegError.throwIfError(await encoder.sendFrame(picture), 'encode a PNG');
  await encoder.sendFrame(null);
  using packet = new Packet();
  packet.alloc();
  FFmpegError.throwIfError(await encoder.receivePacket(packet), 'encode a PNG');
  return Uint8Array.from(packet.data ?? []);
}
