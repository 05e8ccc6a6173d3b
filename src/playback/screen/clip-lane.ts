import type { VideoSample } from 'mediabunny';
import type { AssetId } from '../../domain/kernel/ids.ts';
import { flicksToSeconds, secondsToFlicks } from '../../domain/kernel/time.ts';
import { type DecodedFrame, isOrdinaryMemory, keepableFrame, takeFrame } from './decoded-frame.ts';
import type { FrameCache } from './frame-cache.ts';
import type { MediaFile, OpenPictures } from './media-file.ts';

/**
 * How pictures are wanted: `play` decodes on and lets go of what is behind; `keep` (scrubbing, stepping, backwards)
 * keeps what is decoded on the way in the cache; `skim` (fast forward) shows key frames only.
 */
export type LaneMode = 'play' | 'keep' | 'skim';

/** Decodes one clip: pictures in order from where they were wanted last, a few ahead. */
export interface ClipLane {
  /** Turns decoding towards a time of the medium. Cheap when it goes there anyway. */
  want(flicks: number, mode: LaneMode): void;
  /** The picture on screen at that time if it is decoded; with `nearest` the last one there was instead of null. */
  at(flicks: number, nearest?: boolean): DecodedFrame | null;
  /** Settles when `at` has a picture for the time that was wanted last; rejects when the medium cannot be played. */
  ready(): Promise<void>;
  /** Settles when as many pictures are decoded as are kept ahead. Never rejects. */
  filled(): Promise<void>;
  close(): void;
}

/** Pictures that wait decoded in front of the one on screen. The decoder holds about eight more. */
const framesAhead = 4;
/** A software decoder's pictures are ordinary memory: more of them outlast a moment in which the machine does other things. */
const softwareFramesAhead = 12;
const softwareBytesAhead = 24 * 1024 * 1024;

function aheadOf(frame: DecodedFrame | undefined): number {
  if (frame === undefined || !isOrdinaryMemory(frame)) return framesAhead;
  return Math.max(framesAhead, Math.min(softwareFramesAhead, Math.floor(softwareBytesAhead / frame.bytes)));
}

export function createClipLane(assetId: AssetId, file: MediaFile, cache: FrameCache): ClipLane {
  /** Pictures in order; the first is on screen or before it. */
  const queue: DecodedFrame[] = [];
  let media: OpenPictures | null = null;
  let samples: AsyncGenerator<VideoSample, void, unknown> | null = null;
  let wanted = 0;
  let mode: LaneMode = 'play';
  let ended = false;
  let closed = false;
  let failure: unknown = null;
  /** Key frame that the reader began at, −∞ for the first of the medium. */
  let beganAt = Number.POSITIVE_INFINITY;
  /** The first picture of the queue is the first that was decoded after `beganAt`. */
  let atBeginning = false;
  let working: Promise<void> | null = null;
  let waiters: { resolve: () => void; reject: (reason: unknown) => void }[] = [];

  const tolerance = (): number => media?.toleranceFlicks ?? 0;
  /** Index of the picture on screen at a time; -1 when that is not known yet. */
  const placeOf = (flicks: number): number => {
    const limit = flicks + tolerance();
    for (let i = queue.length - 1; i >= 0; i--) {
      const frame = queue[i];
      if (frame === undefined || frame.startFlicks > limit) continue;
      const isKnown = i < queue.length - 1 || ended || limit < frame.endFlicks;
      return isKnown ? i : -1;
    }
    // Before the first picture of the medium, that one is held; so is one that comes later than its key frame said.
    return queue.length > 0 && atBeginning && limit >= beganAt ? 0 : -1;
  };
  const held = (flicks: number): DecodedFrame | null =>
    queue[placeOf(flicks)] ?? cache.at(assetId, flicks, tolerance());

  const settle = (): void => {
    if (waiters.length === 0) return;
    if (failure === null && !closed && held(wanted) === null) return;
    const settled = waiters;
    waiters = [];
    for (const { resolve, reject } of settled) failure === null ? resolve() : reject(failure);
  };

  const letGo = async (frame: DecodedFrame): Promise<void> => {
    if (mode !== 'keep') return frame.close();
    cache.keep(assetId, await keepableFrame(frame));
  };
  const dropBefore = async (flicks: number): Promise<void> => {
    for (let place = placeOf(flicks); place > 0; place--) {
      const frame = queue.shift();
      atBeginning = false;
      if (frame !== undefined) await letGo(frame);
    }
  };

  const stopReading = (): void => {
    // A generator that is waiting for a picture answers its return when that has come; nobody waits for it.
    void samples?.return().catch(() => undefined);
    samples = null;
  };
  const restart = async (pictures: OpenPictures, keySeconds: number | null): Promise<void> => {
    stopReading();
    for (const frame of queue.splice(0)) await letGo(frame);
    ended = false;
    atBeginning = true;
    beganAt = keyFlicks(pictures, keySeconds);
    samples = pictures.samples.samples(keySeconds ?? undefined);
  };
  /** Seconds of the key frame that decoding of a time begins at; null for the beginning of the medium. */
  const keyBefore = async (pictures: OpenPictures, flicks: number): Promise<number | null> => {
    const seconds = flicksToSeconds(flicks + pictures.originFlicks + pictures.toleranceFlicks);
    return (await pictures.packets.getKeyPacket(seconds, { metadataOnly: true }))?.timestamp ?? null;
  };

  /** Whether decoding on from here comes to the wanted picture soonest. */
  const isOnTheWay = async (pictures: OpenPictures): Promise<boolean> => {
    if (samples === null) return false;
    const last = queue.at(-1);
    if (wanted + tolerance() < (queue[0]?.startFlicks ?? beganAt)) return false;
    if (last === undefined || wanted <= last.endFlicks + tolerance()) return true;
    return keyFlicks(pictures, await keyBefore(pictures, wanted)) <= last.endFlicks;
  };

  const readOne = async (pictures: OpenPictures): Promise<void> => {
    const reading = samples;
    if (reading === null) return;
    const next = await reading.next();
    if (reading !== samples || closed) {
      next.value?.close();
      return;
    }
    if (next.done === true || next.value === undefined) ended = true;
    else queue.push(takeFrame(next.value, pictures.originFlicks));
  };

  const isDone = (): boolean => {
    const place = placeOf(wanted);
    if (mode === 'play') return place >= 0 && (ended || queue.length - 1 - place >= aheadOf(queue[place]));
    return held(wanted) !== null;
  };
  /** Works towards the wanted picture until it is there, with some more behind it. One at a time. */
  const work = async (): Promise<void> => {
    media ??= await file.pictures();
    const pictures = media;
    while (!closed && !isDone()) {
      if (mode === 'skim') {
        wanted = Math.max(0, keyFlicks(pictures, await keyBefore(pictures, wanted)));
        if (isDone()) break;
      }
      if (!(await isOnTheWay(pictures))) {
        const key = await keyBefore(pictures, wanted);
        if (closed) return;
        await restart(pictures, key);
      }
      await dropBefore(wanted);
      if (isDone()) break;
      if (ended && placeOf(wanted) < 0) throw new Error('no picture in it can be decoded');
      await readOne(pictures);
      settle();
    }
    await dropBefore(wanted);
  };
  const start = (): void => {
    working ??= work()
      .catch((thrown: unknown) => {
        if (!closed) failure = thrown;
      })
      .finally(() => {
        working = null;
        settle();
        if (closed) release();
        else if (failure === null && !isDone()) start();
      });
  };
  const release = (): void => {
    stopReading();
    for (const frame of queue.splice(0)) frame.close();
  };

  return {
    want(flicks, wantedMode) {
      mode = wantedMode;
      wanted = flicks;
      if (failure === null && !closed && !isDone()) start();
    },
    at(flicks, nearest = false) {
      return held(flicks) ?? (nearest ? (queue[0] ?? null) : null);
    },
    ready() {
      if (failure !== null) return Promise.reject(failure);
      if (held(wanted) !== null) return Promise.resolve();
      return new Promise((resolve, reject) => waiters.push({ resolve, reject }));
    },
    async filled() {
      while (working !== null) await working;
    },
    close() {
      closed = true;
      settle();
      if (working === null) release();
      else stopReading();
    },
  };
}

function keyFlicks({ originFlicks }: OpenPictures, keySeconds: number | null): number {
  return keySeconds === null ? Number.NEGATIVE_INFINITY : secondsToFlicks(keySeconds) - originFlicks;
}
