import type { AssetId, TakeId } from '../../../kernel/ids.ts';
import { type FrameRate, frameFlicks } from '../../../kernel/time.ts';
import type { AssemblyInput } from '../assembly-input.ts';

/** The file of a chosen sound. */
export interface SoundMedium {
  readonly assetId: AssetId;
  readonly sourceLengthFlicks: number;
}

/** What a clip shows of a sound whose take was taken away: nothing, until another one is chosen. */
export const noSound = { assetId: null, sourceLengthFlicks: 0 } as const;

/** The file of a take; null for none, and for one that has no length that is known. */
export function soundMedium(
  takeId: TakeId | null,
  { takes, assets }: Pick<AssemblyInput, 'takes' | 'assets'>,
): SoundMedium | null {
  const take = takeId === null ? undefined : takes.get(takeId);
  const facts = take === undefined ? null : (assets.get(take.assetId)?.facts ?? null);
  if (take === undefined || facts === null || facts.durationFlicks <= 0) return null;
  return { assetId: take.assetId, sourceLengthFlicks: facts.durationFlicks };
}

/** The whole frames that a length needs. */
export function framesFor(flicks: number, rate: FrameRate): number {
  const frame = frameFlicks(rate);
  return Math.max(1, Math.ceil(flicks / frame)) * frame;
}
