/**
 * A change of gain on the timeline: `fromGain` up to `fromFlicks`, `toGain` from `toFlicks` on, between them linear or
 * along a quarter of a sine (equal power: the squares of a fade-in and the fade-out over it add up to one).
 */
export interface GainRamp {
  readonly fromFlicks: number;
  readonly toFlicks: number;
  readonly fromGain: 0 | 1;
  readonly toGain: 0 | 1;
  readonly curve: 'linear' | 'equal-power';
}

/**
 * A stretch in which a sound makes room for another: it goes down from `fromFlicks` to `downFlicks`, stays at `gain` until
 * `upFlicks`, and is back at `toFlicks`; the ways down and up are straight lines.
 */
export interface GainDip {
  readonly fromFlicks: number;
  readonly downFlicks: number;
  readonly upFlicks: number;
  readonly toFlicks: number;
  /** 0…1 of what it would be. */
  readonly gain: number;
}

/** What makes up the gain of a piece of sound. */
export interface GainCurve {
  readonly gainDb: number;
  readonly ramps: readonly GainRamp[];
  /** In time order; they do not meet. */
  readonly dips: readonly GainDip[];
}

/** Linear gain (1 = unchanged) at a time of the timeline. */
export function gainAt({ gainDb, ramps, dips }: GainCurve, atFlicks: number): number {
  let gain = gainDb <= -60 ? 0 : 10 ** (gainDb / 20);
  for (const ramp of ramps) gain *= rampGainAt(ramp, atFlicks);
  for (const dip of dips) gain *= dipGainAt(dip, atFlicks);
  return gain;
}

function rampGainAt(ramp: GainRamp, atFlicks: number): number {
  if (atFlicks <= ramp.fromFlicks) return ramp.fromGain;
  if (atFlicks >= ramp.toFlicks) return ramp.toGain;
  const through = (atFlicks - ramp.fromFlicks) / (ramp.toFlicks - ramp.fromFlicks);
  const rising = ramp.toGain > ramp.fromGain ? through : 1 - through;
  return ramp.curve === 'linear' ? rising : Math.sin((rising * Math.PI) / 2);
}

export function dipGainAt({ fromFlicks, downFlicks, upFlicks, toFlicks, gain }: GainDip, at: number): number {
  if (at <= fromFlicks || at >= toFlicks) return 1;
  if (at < downFlicks) return 1 - ((1 - gain) * (at - fromFlicks)) / (downFlicks - fromFlicks);
  if (at > upFlicks) return gain + ((1 - gain) * (at - upFlicks)) / (toFlicks - upFlicks);
  return gain;
}

/** Where the gain may bend: the ends of the ramps, and the corners of the dips. */
export function bendsOf({ ramps, dips }: GainCurve): number[] {
  return [
    ...ramps.flatMap(({ fromFlicks, toFlicks }) => [fromFlicks, toFlicks]),
    ...dips.flatMap(({ fromFlicks, downFlicks, upFlicks, toFlicks }) => [
      fromFlicks,
      downFlicks,
      upFlicks,
      toFlicks,
    ]),
  ];
}
