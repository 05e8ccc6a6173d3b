import {
  ALL_FORMATS,
  AudioSampleSink,
  EncodedPacketSink,
  Input,
  type InputAudioTrack,
  UrlSource,
  VideoSampleSink,
} from 'mediabunny';
import { flicksPerSecond, secondsToFlicks } from '../../domain/kernel/time.ts';

export interface OpenPictures {
  readonly samples: VideoSampleSink;
  readonly packets: EncodedPacketSink;
  /** Time of the first picture: times of the medium count from here, as in the export. */
  readonly originFlicks: number;
  /** Half a tick of the container: its rounding is no reason to show the picture before. */
  readonly toleranceFlicks: number;
}

export interface OpenSound {
  readonly track: InputAudioTrack;
  readonly samples: AudioSampleSink;
  readonly sampleRate: number;
  readonly originSeconds: number;
}

/** Why a medium cannot be played, in words for a report; the slate has words of its own. */
export class UnplayableMedia extends Error {
  readonly kind: 'missing' | 'unreadable' | 'not-decodable';

  constructor(kind: UnplayableMedia['kind'], reason: string) {
    super(reason);
    this.kind = kind;
  }
}

/** One file, read by ranges as it is needed and opened at the first question. */
export interface MediaFile {
  pictures(): Promise<OpenPictures>;
  /** null where it has no sound. */
  sound(): Promise<OpenSound | null>;
  close(): void;
}

const cacheBytesPerFile = 16 * 1024 * 1024;

export function openMediaFile(address: string): MediaFile {
  let input: Input | null = null;
  let pictures: Promise<OpenPictures> | null = null;
  let sound: Promise<OpenSound | null> | null = null;
  const open = (): Input => {
    input ??= new Input({
      formats: ALL_FORMATS,
      source: new UrlSource(address, {
        maxCacheSize: cacheBytesPerFile,
        fetchFn: fetchOneFile(),
        getRetryDelay: (attempts, error) =>
          error instanceof UnplayableMedia || attempts >= 2 ? null : 0.2 * (attempts + 1),
        // Whoever reads next meets the same error and says it.
        handleUnhandledError: () => undefined,
      }),
    });
    return input;
  };
  return {
    pictures: () => {
      pictures ??= openPictures(open());
      return pictures;
    },
    sound: () => {
      sound ??= openSound(open());
      return sound;
    },
    close: () => input?.dispose(),
  };
}

/** Fetches parts of one file: where another has taken its place meanwhile, as an original does its proxy's, they do not mix. */
function fetchOneFile(): typeof fetch {
  let tag: string | null = null;
  return async (...request) => {
    const response = await fetch(...request);
    if (!response.ok) throw new UnplayableMedia('missing', `the studio answered ${response.status}`);
    tag ??= response.headers.get('etag');
    if (tag === response.headers.get('etag')) return response;
    throw new UnplayableMedia('missing', 'another file took its place');
  };
}

async function openPictures(input: Input): Promise<OpenPictures> {
  const track = await input.getPrimaryVideoTrack().catch((thrown) => {
    throw thrown instanceof UnplayableMedia ? thrown : new UnplayableMedia('unreadable', reasonOf(thrown));
  });
  if (track === null) throw new UnplayableMedia('unreadable', 'it has no picture');
  if (!(await track.canDecode())) {
    const codec = (await track.getCodecParameterString()) ?? (await track.getCodec()) ?? 'unknown';
    throw new UnplayableMedia('not-decodable', `this browser does not decode ${codec}`);
  }
  const resolution = await track.getTimeResolution();
  const originSeconds = await track.getFirstTimestamp();
  return {
    samples: new VideoSampleSink(track),
    packets: new EncodedPacketSink(track),
    originFlicks: secondsToFlicks(originSeconds),
    toleranceFlicks: Math.min(
      flicksPerSecond / 2000,
      Math.ceil(flicksPerSecond / Math.max(1, resolution) / 2),
    ),
  };
}

async function openSound(input: Input): Promise<OpenSound | null> {
  const track = await input.getPrimaryAudioTrack();
  if (track === null || !(await track.canDecode())) return null;
  return {
    track,
    samples: new AudioSampleSink(track),
    sampleRate: await track.getSampleRate(),
    // Sound may begin a little before the first picture, with what its codec needs to get going.
    originSeconds: await ((await input.getPrimaryVideoTrack()) ?? track).getFirstTimestamp(),
  };
}

export function reasonOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}
