import type { Take } from '../../domain/assets/take.ts';
import { posterAddress } from '../client/media-addresses.ts';
import type { ShotFacts } from './shot-facts.ts';

/** Heights that small pictures are asked for in, so that a moved slider asks for few kinds. */
const posterHeightsPx = [120, 240, 480] as const;

/**
 * The picture that stands for a shot: of the chosen clip where a person's own file is one, else of the still, else of
 * the clip's first frame; null while there is none.
 */
export function posterTake({ still, clip }: Pick<ShotFacts, 'still' | 'clip'>): Take | null {
  return clip !== null && clip.jobId === null ? clip : (still ?? clip);
}

/** Where a take's small picture is, big enough for a height on this screen. */
export function posterOf(take: Take, heightPx: number, pixelRatio: number): string {
  const wantedPx = heightPx * Math.min(2, pixelRatio);
  const fitting = posterHeightsPx.find((height) => height >= wantedPx * 0.9) ?? 480;
  return posterAddress(take.assetId, fitting);
}
