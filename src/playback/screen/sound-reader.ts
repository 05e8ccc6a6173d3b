import type { AudioSample } from 'mediabunny';
import type { AssetId } from '../../domain/kernel/ids.ts';
import type { MediaFile, OpenSound } from './media-file.ts';
import type { MediaFiles } from './media-files.ts';
import type { SoundSamples, SoundWanted } from './messages.ts';

/** Decodes stretches of sound. Stretches of one clip that follow each other are decoded in one go, without a seam. */
export interface SoundReader {
  read(wanted: SoundWanted): Promise<SoundSamples | null>;
  /** Nothing more is wanted for now: lets go of the decoders. */
  rest(): void;
}

/** A decoder's first packet lacks the one before it; this much is decoded and thrown away in front. */
const runUpSeconds = 0.1;

/** More clips than sound at one time; each has a decoder. */
const mostLanes = 16;

interface SoundLane {
  readonly assetId: AssetId;
  /** Reads of one clip follow one another. */
  last: Promise<unknown>;
  samples: AsyncGenerator<AudioSample, void, unknown> | null;
  /** Sample of the medium that the next stretch would begin at if it goes straight on. */
  nextSample: number;
  /** Decoded, but later than what was asked for. */
  rest: Decoded | null;
}

interface Decoded {
  readonly fromSample: number;
  readonly channels: readonly Float32Array<ArrayBuffer>[];
}

export function createSoundReader(files: MediaFiles): SoundReader {
  const lanes = new Map<string, SoundLane>();

  const readFrom = async (lane: SoundLane, file: MediaFile, wanted: SoundWanted) => {
    const sound = await file.sound();
    if (sound === null) return null;
    const asked = Math.round(wanted.fromSeconds * sound.sampleRate);
    // Rounding must not tear a seam into what follows on.
    const from = Math.abs(asked - lane.nextSample) <= 1 ? lane.nextSample : asked;
    const to = Math.round(wanted.toSeconds * sound.sampleRate);
    if (lane.samples === null || lane.nextSample !== from) begin(lane, sound, from);
    return fill(lane, sound, from, to);
  };

  const closeOldest = (): void => {
    for (const [piece, lane] of lanes) {
      if (lanes.size <= mostLanes) return;
      stop(lane);
      lanes.delete(piece);
    }
  };

  return {
    async read(wanted) {
      const file = files.open(wanted.assetId);
      if (file === null) return null;
      let lane = lanes.get(wanted.piece);
      if (lane === undefined || lane.assetId !== wanted.assetId) {
        stop(lane);
        lane = {
          assetId: wanted.assetId,
          last: Promise.resolve(),
          samples: null,
          nextSample: -1,
          rest: null,
        };
      }
      lanes.delete(wanted.piece);
      lanes.set(wanted.piece, lane);
      closeOldest();
      const mine = lane;
      const reading = mine.last.then(() => readFrom(mine, file, wanted));
      mine.last = reading.catch(() => {
        // What follows begins anew: its decoder, or the file under it, is gone.
        stop(mine);
        if (lanes.get(wanted.piece) === mine) lanes.delete(wanted.piece);
      });
      return reading;
    },
    rest() {
      for (const lane of lanes.values()) stop(lane);
      lanes.clear();
    },
  };
}

function stop(lane: SoundLane | undefined): void {
  // What the generator still decodes is closed by it; nobody waits for that.
  void lane?.samples?.return().catch(() => undefined);
}

function begin(lane: SoundLane, sound: OpenSound, from: number): void {
  stop(lane);
  lane.rest = null;
  lane.nextSample = from;
  const seconds = from / sound.sampleRate + sound.originSeconds;
  lane.samples = sound.samples.samples(seconds - runUpSeconds);
}

/** The samples [from, to) of the medium, silence where it has none. */
async function fill(lane: SoundLane, sound: OpenSound, from: number, to: number): Promise<SoundSamples> {
  const count = Math.max(1, to - from);
  let channels: Float32Array<ArrayBuffer>[] = [];
  const take = (decoded: Decoded): boolean => {
    while (channels.length < decoded.channels.length) channels.push(new Float32Array(count));
    const length = decoded.channels[0]?.length ?? 0;
    const begin = Math.max(from, decoded.fromSample);
    const end = Math.min(to, decoded.fromSample + length);
    if (end > begin) {
      decoded.channels.forEach((samples, i) => {
        channels[i]?.set(
          samples.subarray(begin - decoded.fromSample, end - decoded.fromSample),
          begin - from,
        );
      });
    }
    return decoded.fromSample + length > to;
  };
  let reaches = lane.rest !== null && take(lane.rest);
  while (!reaches && lane.samples !== null) {
    const next = await lane.samples.next();
    if (next.done === true || next.value === undefined) break;
    lane.rest = decodedOf(next.value, sound);
    reaches = take(lane.rest);
  }
  lane.nextSample = to;
  if (channels.length === 0) channels = [new Float32Array(count)];
  return { sampleRate: sound.sampleRate, channels };
}

function decodedOf(sample: AudioSample, { sampleRate, originSeconds }: OpenSound): Decoded {
  const channels = Array.from({ length: sample.numberOfChannels }, (_, planeIndex) => {
    const plane = new Float32Array(sample.numberOfFrames);
    sample.copyTo(plane, { planeIndex, format: 'f32-planar' });
    return plane;
  });
  const fromSample = Math.round((sample.timestamp - originSeconds) * sampleRate);
  sample.close();
  return { fromSample, channels };
}
