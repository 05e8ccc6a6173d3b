import { AV_NOPTS_VALUE } from 'node-av/constants';
import { flicksPerSecond } from '../../domain/kernel/time.ts';

interface TimeBase {
  readonly num: number;
  readonly den: number;
}

/** A time stamp in flicks, rounded to nearest; null for FFmpeg's "no time stamp". */
export function ticksToFlicks(ticks: bigint, base: TimeBase): number | null {
  if (ticks === AV_NOPTS_VALUE || base.den <= 0) return null;
  return Number(divideRounded(ticks * BigInt(base.num) * BigInt(flicksPerSecond), BigInt(base.den)));
}

/** Flicks in ticks of a stream, rounded down. */
export function flicksToTicks(flicks: number, base: TimeBase): bigint {
  const numerator = BigInt(Math.floor(flicks)) * BigInt(base.den);
  const denominator = BigInt(base.num) * BigInt(flicksPerSecond);
  const quotient = numerator / denominator;
  return numerator < 0n && quotient * denominator !== numerator ? quotient - 1n : quotient;
}

function divideRounded(numerator: bigint, denominator: bigint): bigint {
  const half = denominator / 2n;
  return numerator >= 0n ? (numerator + half) / denominator : -((-numerator + half) / denominator);
}
