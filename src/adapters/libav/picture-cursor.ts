import { Frame, type Stream } from 'node-av/lib';
import { FaultError } from '../../domain/kernel/result.ts';
import { flicksPerSecond } from '../../domain/kernel/time.ts';
import { damagedMedia } from './media-fault.ts';
import type { OpenMedia } from './open-media.ts';
import type { StreamDecoder } from './stream-decoder.ts';
import { flicksToTicks, ticksToFlicks } from './stream-time.ts';

/** Moves over a stream's pictures by time: fast forwards, by key frame elsewhere. */
export interface PictureCursor {
  /**
   * The decoded picture on screen at `flicks` of the medium; the first one before its start, the last one after its
   * end. Good until the next call. One call at a time.
   */
  at(flicks: number): Promise<Frame>;
  /** Time of the picture that `at` returned last. */
  readonly atFlicks: number;
  free(): void;
}

/** Decoding this far ahead costs about as much as a seek. */
const jumpFlicks = 2 * flicksPerSecond;
/** Some containers land after the time asked for; then it is asked for earlier. */
const stepsBackFlicks = [0, flicksPerSecond, 5 * flicksPerSecond, Number.POSITIVE_INFINITY];

export function createPictureCursor(media: OpenMedia, stream: Stream, decoder: StreamDecoder): PictureCursor {
  let current = allocate();
  let next = allocate();
  let currentFlicks = 0;
  let nextFlicks = 0;
  let started = false;
  let hasNext = false;
  let firstFlicks = Number.NEGATIVE_INFINITY;
  const tolerance = roundingTolerance(stream);
  const frameLength = usualFrameFlicks(stream);

  const readNext = async (): Promise<void> => {
    hasNext = await decoder.next(next);
    if (!hasNext) return;
    const stamp = ticksToFlicks(next.bestEffortTimestamp, stream.timeBase);
    nextFlicks = stamp === null ? currentFlicks + frameLength : stamp - media.originFlicks;
  };
  const advance = async (): Promise<void> => {
    [current, next] = [next, current];
    currentFlicks = nextFlicks;
    next.unref();
    await readNext();
  };
  /** Fills both places from where the decoder stands; false when nothing came. */
  const load = async (): Promise<boolean> => {
    next.unref();
    await readNext();
    if (!hasNext) return false;
    await advance();
    return true;
  };
  const goTo = async (flicks: number): Promise<void> => {
    for (const back of stepsBackFlicks) {
      const target = Math.max(0, flicks - back);
      if (!(await decoder.seek(flicksToTicks(target + media.originFlicks, stream.timeBase)))) return;
      const found = await load();
      if (found && (currentFlicks <= flicks + tolerance || currentFlicks <= firstFlicks)) return;
      if (target === 0) break;
    }
    if (await decoder.rewind()) await load();
  };

  return {
    async at(flicks) {
      if (!started) {
        if (!(await load()))
          throw new FaultError(damagedMedia(media.path, 'no picture in it can be decoded'));
        started = true;
        firstFlicks = currentFlicks;
      }
      const behind = flicks + tolerance < currentFlicks && currentFlicks > firstFlicks;
      const farAhead = hasNext && flicks > nextFlicks + jumpFlicks;
      if (behind || farAhead) await goTo(flicks);
      while (hasNext && nextFlicks <= flicks + tolerance) await advance();
      return current;
    },
    get atFlicks() {
      return currentFlicks;
    },
    free() {
      current.free();
      next.free();
    },
  };
}

function allocate(): Frame {
  const frame = new Frame();
  frame.alloc();
  return frame;
}

/**
 * Containers that count in milliseconds round picture times; half such a step is no reason to show the picture before.
 * Where every picture falls on a tick, times are exact.
 */
function roundingTolerance({ timeBase, avgFrameRate: rate }: Stream): number {
  const exact = rate.num > 0 && (timeBase.den * rate.den) % (timeBase.num * rate.num) === 0;
  const tick = (flicksPerSecond * timeBase.num) / timeBase.den;
  return !exact && tick <= flicksPerSecond / 1000 ? Math.ceil(tick / 2) : 0;
}

function usualFrameFlicks(stream: Stream): number {
  const rate = stream.avgFrameRate.num > 0 ? stream.avgFrameRate : stream.rFrameRate;
  return rate.num > 0 ? Math.round((flicksPerSecond * rate.den) / rate.num) : flicksPerSecond / 25;
}
