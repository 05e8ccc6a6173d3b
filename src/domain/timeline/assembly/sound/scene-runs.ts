import type { ItemId, SceneId, ShotId } from '../../../kernel/ids.ts';
import type { Item } from '../../records.ts';

/** Where a scene plays in the film: from its first to its last clip. */
export interface SceneRun {
  readonly firstItemId: ItemId;
  readonly startFlicks: number;
  readonly endFlicks: number;
  /** The first clip of each of its shots there. */
  readonly clips: readonly {
    readonly shotId: ShotId;
    readonly itemId: ItemId;
    readonly startFlicks: number;
  }[];
}

/**
 * The runs of the scenes in a main sequence. What belongs to no scene (a gap, a title, a clip of a person's own) stands in a
 * run that goes on behind it. A scene that a person took apart has its longest run.
 */
export function sceneRuns(
  sequence: readonly Item[],
  sceneOf: ReadonlyMap<ShotId, SceneId>,
): Map<SceneId, SceneRun> {
  const all: OpenRun[] = [];
  let startFlicks = 0;
  for (const item of sequence) {
    const shotId = item.kind === 'clip' ? item.shotId : null;
    const sceneId = shotId === null ? undefined : sceneOf.get(shotId);
    const endFlicks = startFlicks + item.durationFlicks;
    if (shotId !== null && sceneId !== undefined) {
      const last = all.at(-1);
      const goesOn = last !== undefined && last.sceneId === sceneId;
      const run = goesOn ? last : begin(sceneId, item.id, startFlicks);
      if (!goesOn) all.push(run);
      run.endFlicks = endFlicks;
      if (!run.seen.has(shotId)) run.clips.push({ shotId, itemId: item.id, startFlicks });
      run.seen.add(shotId);
    }
    startFlicks = endFlicks;
  }
  const longest = new Map<SceneId, SceneRun>();
  for (const run of all) {
    const known = longest.get(run.sceneId);
    if (known === undefined || lengthOf(run) > lengthOf(known)) longest.set(run.sceneId, run);
  }
  return longest;
}

function begin(sceneId: SceneId, firstItemId: ItemId, startFlicks: number): OpenRun {
  return { sceneId, firstItemId, startFlicks, endFlicks: startFlicks, clips: [], seen: new Set() };
}

interface OpenRun extends SceneRun {
  readonly sceneId: SceneId;
  endFlicks: number;
  readonly clips: { readonly shotId: ShotId; readonly itemId: ItemId; readonly startFlicks: number }[];
  readonly seen: Set<ShotId>;
}

function lengthOf({ startFlicks, endFlicks }: Pick<SceneRun, 'startFlicks' | 'endFlicks'>): number {
  return endFlicks - startFlicks;
}
