import type { BlockId, SceneId } from '../kernel/ids.ts';
import type { Scene } from './scene.ts';

/** Where a person cut scenes: a breakdown begins scenes with these ids there, and none inside them. */
export interface HandCuts {
  readonly starts: ReadonlyMap<BlockId, SceneId>;
  readonly joined: ReadonlySet<BlockId>;
}

export const noHandCuts: HandCuts = { starts: new Map(), joined: new Set() };

/** The cuts that scenes remember: those whose blocks a person chose, by a split or a merge. `blockIds` are those of the text now. */
export function handCutsOf(
  scenes: readonly Pick<Scene, 'id' | 'blockIds' | 'editedFields'>[],
  blockIds: ReadonlySet<BlockId>,
): HandCuts {
  const starts = new Map<BlockId, SceneId>();
  const joined = new Set<BlockId>();
  for (const scene of scenes) {
    if (!scene.editedFields.includes('blockIds')) continue;
    const [first, ...rest] = scene.blockIds.filter((id) => blockIds.has(id));
    if (first === undefined) continue;
    starts.set(first, scene.id);
    for (const id of rest) joined.add(id);
  }
  return { starts, joined };
}
