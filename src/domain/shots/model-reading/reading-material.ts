import type { CastMember } from '../../cast/cast-member.ts';
import { findCasting } from '../../cast/find-casting.ts';
import { withStoredCast } from '../../cast/reconcile-cast.ts';
import { updateScenes } from '../../cast/update-scenes.ts';
import { cutByHand } from '../../scenes/not-filmed.ts';
import type { Scene } from '../../scenes/scene.ts';
import { breakDownScenes } from '../break-down.ts';
import type { ShotProject } from '../break-into-shots.ts';
import type { StoredBreakdown } from '../reconcile/reconcile-breakdown.ts';
import type { StoredBlock } from '../reconcile/reconcile-shots.ts';
import { type ReadingStretch, readingStretches } from './reading-stretches.ts';

/** What a language model is given to read, and what its answer is held against: the breakdown by rules of the text as it is. */
export interface ReadingMaterial {
  readonly stretches: readonly ReadingStretch[];
  readonly scenes: readonly Scene[];
  readonly cast: readonly CastMember[];
}

/** Scenes as a person cut them; blocks that were cut from the film are not read. Blocks in text order. */
export function readingMaterial(
  project: ShotProject,
  blocks: readonly StoredBlock[],
  stored: StoredBreakdown,
): ReadingMaterial {
  const { scenes, cast } = updateScenes(project.id, blocks, stored).rows;
  const place = new Map<string, number>(blocks.map(({ id }, i) => [id, i]));
  const placeOf = ({ blockIds }: Scene): number => place.get(blockIds[0] ?? '') ?? Number.MAX_SAFE_INTEGER;
  const inOrder = [...scenes].sort((a, b) => placeOf(a) - placeOf(b));
  const casting = withStoredCast(findCasting(project.id, blocks), cast);
  const { shots } = breakDownScenes(project, blocks, inOrder, casting);
  const cut = new Set<string>(blocks.filter(({ notFilmed }) => notFilmed === cutByHand).map(({ id }) => id));
  const filmed = shots.flatMap((shot) => {
    const covers = shot.covers.filter(({ blockId }) => !cut.has(blockId));
    return covers.length === 0 ? [] : [{ ...shot, covers }];
  });
  return { stretches: readingStretches(blocks, inOrder, filmed), scenes: inOrder, cast };
}
