import type { TakesMakers } from '../../../domain/assets/wanted-takes.ts';
import type { AssetId } from '../../../domain/kernel/ids.ts';
import type { MediaLibrary } from '../../library/media-library.ts';
import type { Generator } from '../../ports/generator.ts';

/** Who makes the stills of a run and who its clips: two providers, or twice the same one. */
export interface PictureMakers {
  readonly still: Generator;
  readonly clip: Generator;
  /** Paid providers that are asked in their place, by kind: what they made stands. */
  readonly standIns?: StandIns;
}

export type StandIns = (kind: 'still' | 'clip', provider: string) => readonly string[];

export function oneMaker(generator: Generator): PictureMakers {
  return { still: generator, clip: generator };
}

/** The makers that a run will ask, each once: one that stops after the stills asks nobody for clips. */
export function makersAsked(
  { still, clip }: PictureMakers,
  { upTo = 'clip' }: { readonly upTo?: 'still' | 'clip' },
): readonly Generator[] {
  return upTo === 'still' || still === clip ? [still] : [still, clip];
}

/** Whether all that a run makes is free. */
export function isFree(makers: PictureMakers, wish: { readonly upTo?: 'still' | 'clip' }): boolean {
  return makersAsked(makers, wish).every(({ free }) => free);
}

/**
 * Whether a take's file counts as there: what was paid for also where it can come from another device, what is free is made on each
 * device that wants it.
 */
export function fileTest(
  library: Pick<MediaLibrary, 'assetPath' | 'isKept'>,
  makers: PictureMakers,
  wish: { readonly upTo?: 'still' | 'clip' },
): (id: AssetId) => boolean {
  return isFree(makers, wish) ? (id) => library.assetPath(id).ok : library.isKept;
}

/** The makers as takes are held against them. */
export function takesMakersOf({ still, clip, standIns = () => [] }: PictureMakers): TakesMakers {
  const of = (kind: 'still' | 'clip', { provider, free }: Generator) => ({
    provider,
    free,
    standIns: standIns(kind, provider),
  });
  return { still: of('still', still), clip: of('clip', clip) };
}
