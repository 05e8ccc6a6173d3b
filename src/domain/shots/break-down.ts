import type { CastMember } from '../cast/cast-member.ts';
import { findCasting } from '../cast/find-casting.ts';
import type { Casting } from '../cast/person.ts';
import { breakIntoScenes } from '../scenes/break-into-scenes.ts';
import type { HandCuts } from '../scenes/hand-cuts.ts';
import { notFilmedReason, type SourceBlock } from '../scenes/not-filmed.ts';
import type { Scene } from '../scenes/scene.ts';
import { breakIntoShots, type ShotProject } from './break-into-shots.ts';
import type { Shot } from './shot.ts';

/** A text as a film on paper. */
export interface Breakdown {
  readonly scenes: readonly Scene[];
  readonly cast: readonly CastMember[];
  readonly shots: readonly Shot[];
  /** Why a block has no shot; null for every block that has one. Holds all blocks. */
  readonly notFilmed: ReadonlyMap<string, string | null>;
}

/** Text → scenes, cast and shots in one step. Pure and deterministic: the same blocks give the same rows and ids. */
export function breakDown(project: ShotProject, blocks: readonly SourceBlock[], hand?: HandCuts): Breakdown {
  const scenes = breakIntoScenes(project.id, blocks, hand);
  const casting = findCasting(project.id, blocks);
  return breakDownScenes(project, blocks, scenes, casting);
}

/** The shots of scenes that stand already, as a person may have edited them. */
export function breakDownScenes(
  project: ShotProject,
  blocks: readonly SourceBlock[],
  scenes: readonly Scene[],
  casting: Casting,
): Breakdown {
  const shots = breakIntoShots(project, blocks, scenes, casting);
  // A text of nothing but a title has no film that the title could open.
  const nothing = scenes.length === 0 ? 'title page' : null;
  const notFilmed = new Map(blocks.map((block) => [block.id as string, notFilmedReason(block) ?? nothing]));
  return { scenes, cast: casting.members, shots, notFilmed };
}
