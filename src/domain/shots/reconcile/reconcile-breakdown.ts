import type { CastMember } from '../../cast/cast-member.ts';
import { findCasting } from '../../cast/find-casting.ts';
import { withStoredCast } from '../../cast/reconcile-cast.ts';
import { type BreakdownUpdate, updateScenes } from '../../cast/update-scenes.ts';
import { compareByOrder } from '../../kernel/order.ts';
import { type RecordChange, updateChange } from '../../kernel/patch.ts';
import { cutByHand } from '../../scenes/not-filmed.ts';
import type { Scene } from '../../scenes/scene.ts';
import { breakDownScenes } from '../break-down.ts';
import type { ShotProject } from '../break-into-shots.ts';
import { type Readings, withReadings } from '../model-reading/with-readings.ts';
import type { Shot } from '../shot.ts';
import { reconcileShots, type StoredBlock } from './reconcile-shots.ts';

/** The rows of a project that a breakdown makes. */
export interface StoredBreakdown {
  readonly scenes: readonly Scene[];
  readonly cast: readonly CastMember[];
  readonly shots: readonly Shot[];
}

/** Shots of the stored scenes, brought up to date, and which blocks have none. Blocks in text order. */
export function updateShots(
  project: ShotProject,
  blocks: readonly StoredBlock[],
  stored: StoredBreakdown,
  readings: Readings | null = null,
): BreakdownUpdate<readonly Shot[]> {
  const place = new Map<string, number>(blocks.map(({ id }, i) => [id, i]));
  const placeOf = (scene: Scene): number => place.get(scene.blockIds[0] ?? '') ?? Number.MAX_SAFE_INTEGER;
  // Told in the order of the text, whatever the order of the film: "she" means who was spoken of last.
  const scenes = [...stored.scenes].sort((a, b) => placeOf(a) - placeOf(b) || compareByOrder(a, b));
  const casting = withStoredCast(findCasting(project.id, blocks), stored.cast);
  const fresh = breakDownScenes(project, blocks, scenes, casting);
  const wanted = withReadings(project, fresh.shots, { blocks, scenes, stored: stored.shots, readings });
  const read = new Set<string>(readings?.shots.keys());
  const shots = reconcileShots(stored.shots, wanted, blocks, scenes, read);
  const marks: (RecordChange | null)[] = blocks.map((block) => {
    if (block.notFilmed === cutByHand) return null;
    return updateChange('block', block, { notFilmed: fresh.notFilmed.get(block.id) ?? null });
  });
  return {
    patch: { changes: [...shots.changes, ...marks.filter((change) => change !== null)] },
    rows: shots.rows,
  };
}

/**
 * The whole breakdown of a text, brought up to date in one patch: the same text again is an empty patch, an edited
 * paragraph changes the shots and scenes that cover it, and what a person edited stays. Scenes of `readings` are as a language
 * model read them; those that were read earlier stay so while their words do.
 */
export function updateBreakdown(
  project: ShotProject,
  blocks: readonly StoredBlock[],
  stored: StoredBreakdown,
  readings: Readings | null = null,
): BreakdownUpdate<StoredBreakdown> {
  const first = updateScenes(project.id, blocks, stored, readings);
  const second = updateShots(project, blocks, { ...first.rows, shots: stored.shots }, readings);
  return {
    patch: { changes: [...first.patch.changes, ...second.patch.changes] },
    rows: { ...first.rows, shots: second.rows },
  };
}
