import type { Loudness } from '../../../assets/asset.ts';

/** What every line is brought to, LUFS: the level of EBU R 128. Models speak at levels of their own, some louder by 10 LU than others. */
export const speechLufs = -23;
/** A measurement can be wrong (a breath, a whisper that is meant); nothing is moved by more than this. */
const mostDb = 12;
/** Raised, a line stays below this, dBFS: its loudest moment would be cut off otherwise. */
const ceilingDbfs = -1;

/** The gain in decibels that brings a take to {@link speechLufs}, to a tenth, −12…12; 0 for one that was not measured. */
export function speechGainDb(loudness: Loudness | undefined): number {
  if (loudness === undefined) return 0;
  const wanted = speechLufs - loudness.integratedLufs;
  const headroom = Math.max(0, ceilingDbfs - loudness.peakDbfs);
  const gain = Math.max(-mostDb, Math.min(mostDb, wanted, headroom));
  // Towards quiet, so that rounding never passes the ceiling.
  return Math.floor(gain * 10) / 10 + 0;
}
