import type { ProjectId } from '../kernel/ids.ts';
import type { RecordsPatch } from '../kernel/patch.ts';
import { breakIntoScenes } from '../scenes/break-into-scenes.ts';
import { handCutsOf } from '../scenes/hand-cuts.ts';
import type { SourceBlock } from '../scenes/not-filmed.ts';
import { reconcileScenes } from '../scenes/reconcile/reconcile-scenes.ts';
import type { Scene } from '../scenes/scene.ts';
import type { CastMember } from './cast-member.ts';
import { findCasting } from './find-casting.ts';
import { reconcileCast } from './reconcile-cast.ts';

/** What changes, and the rows once it is committed. */
export interface BreakdownUpdate<T> {
  readonly patch: RecordsPatch;
  readonly rows: T;
}

/** The rows that the first step of a breakdown makes. */
export interface StoredScenes {
  readonly scenes: readonly Scene[];
  readonly cast: readonly CastMember[];
}

/** Scenes and cast of a text, brought up to date. Blocks in text order. The same text again is an empty patch. */
export function updateScenes(
  projectId: ProjectId,
  blocks: readonly SourceBlock[],
  stored: StoredScenes,
): BreakdownUpdate<StoredScenes> {
  const hand = handCutsOf(stored.scenes, new Set(blocks.map(({ id }) => id)));
  const scenes = reconcileScenes(stored.scenes, breakIntoScenes(projectId, blocks, hand));
  const cast = reconcileCast(stored.cast, findCasting(projectId, blocks).members);
  return {
    patch: { changes: [...scenes.changes, ...cast.changes] },
    rows: { scenes: scenes.rows, cast: cast.rows },
  };
}
