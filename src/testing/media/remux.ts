import { AV_PKT_DATA_DISPLAYMATRIX, AVMEDIA_TYPE_VIDEO } from 'node-av/constants';
import { FFmpegError, FormatContext, Packet } from 'node-av/lib';

export interface RemuxOptions {
  /** FFmpeg's name of the container: 'mov', 'matroska', 'avi', 'mpegts' … Default: by the name's ending. */
  readonly format?: string;
  /** Clockwise turn that a player should make, as a phone writes it. */
  readonly rotationDegrees?: 90 | 180 | 270;
  /** Only these: 'video' or 'audio'. */
  readonly only?: 'video' | 'audio';
  /** Moves the picture with number `frame` to another time, counted in frames: makes a variable rate. */
  readonly retime?: (frame: number) => number;
}

/** Copies the packets of a film into another container, with the oddities that a test asks for. */
export async function remux(from: string, to: string, options: RemuxOptions = {}): Promise<void> {
  const input = new FormatContext();
  check(await input.openInput(`file:${from}`));
  check(await input.findStreamInfo());
  const output = new FormatContext();
  check(output.allocOutputContext2(null, options.format ?? null, `file:${to}`));
  const streams = new Map<number, ReturnType<FormatContext['newStream']>>();
  for (const stream of input.streams) {
    const isVideo = stream.codecpar.codecType === AVMEDIA_TYPE_VIDEO;
    if (options.only !== undefined && (options.only === 'video') !== isVideo) continue;
    const copy = output.newStream();
    check(stream.codecpar.copy(copy.codecpar));
    copy.codecpar.codecTag = 0;
    copy.timeBase = stream.timeBase;
    copy.avgFrameRate = stream.avgFrameRate;
    if (isVideo && options.rotationDegrees !== undefined)
      check(
        copy.codecpar.addCodedSideData(AV_PKT_DATA_DISPLAYMATRIX, displayMatrix(options.rotationDegrees)),
      );
    streams.set(stream.index, copy);
  }
  check(await output.openOutput());
  check(await output.writeHeader());
  const packet = new Packet();
  packet.alloc();
  while ((await input.readFrame(packet)) >= 0) {
    const source = input.streams[packet.streamIndex];
    const target = streams.get(packet.streamIndex);
    if (source === undefined || target === undefined) {
      packet.unref();
      continue;
    }
    const isVideo = source.codecpar.codecType === AVMEDIA_TYPE_VIDEO;
    if (isVideo && options.retime !== undefined) {
      const length = (source.timeBase.den * source.avgFrameRate.den) / source.avgFrameRate.num;
      const move = (ticks: bigint): bigint =>
        BigInt(Math.round((options.retime?.(Number(ticks) / length) ?? 0) * length));
      packet.pts = move(packet.pts);
      packet.dts = move(packet.dts);
    }
    packet.streamIndex = target.index;
    packet.rescaleTs(source.timeBase, target.timeBase);
    check(await output.interleavedWriteFrame(packet));
  }
  check(await output.writeTrailer());
  await output.closeOutput();
  await input.closeInput();
}

function check(code: number): void {
  FFmpegError.throwIfError(code, 'make test media');
}

/** ISO 14496-12, 6.2.2: [a b u; c d v; x y w], 16.16 fixed point (the last column 2.30). */
function displayMatrix(clockwiseDegrees: number): Buffer {
  const radians = (clockwiseDegrees * Math.PI) / 180;
  const [cos, sin] = [Math.round(Math.cos(radians)), Math.round(Math.sin(radians))];
  const matrix = Buffer.alloc(36);
  [cos, sin, 0, -sin, cos, 0, 0, 0].forEach((value, i) => {
    matrix.writeInt32LE(value * 65_536, i * 4);
  });
  matrix.writeInt32LE(1 << 30, 32);
  return matrix;
}
