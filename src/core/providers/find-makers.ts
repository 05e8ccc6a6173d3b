import { ok, type Result } from '../../domain/kernel/result.ts';
import type { PictureMakers, StandIns } from '../pipeline/shots-to-jobs/picture-makers.ts';
import type { Generator } from '../ports/generator.ts';
import { findGenerator } from './find-generator.ts';

/** The makers that a choice names; `provider.unknown` for one that is not set up. */
export function findMakers(
  generators: readonly Generator[],
  { provider, clipProvider = null }: { readonly provider: string; readonly clipProvider?: string | null },
  standIns: StandIns = () => [],
): Result<PictureMakers> {
  const still = findGenerator(generators, provider);
  if (!still.ok) return still;
  const clip = clipProvider === null ? still : findGenerator(generators, clipProvider);
  return clip.ok ? ok({ still: still.value, clip: clip.value, standIns }) : clip;
}
