import { findCasting } from '../../domain/cast/find-casting.ts';
import type { EntityOf } from '../../domain/entities.ts';
import type { ProjectId, ShotId } from '../../domain/kernel/ids.ts';
import type { EntityName } from '../../domain/kernel/patch.ts';
import { sceneIdOf } from '../../domain/scenes/break-into-scenes.ts';
import { shotIdOf } from '../../domain/shots/break-into-shots.ts';
import { captionIdOf } from '../../domain/timeline/assembly/assemble-captions.ts';
import { titleIdOf } from '../../domain/timeline/assembly/assemble-title.ts';
import { transitionIdOf } from '../../domain/timeline/assembly/assemble-transitions.ts';
import { clipIdOf } from '../../domain/timeline/assembly/clip-plans.ts';
import { cardId } from '../../domain/timeline/assembly/title-card.ts';
import { trackIdOf, trackKinds } from '../../domain/timeline/standard-tracks.ts';

/** The rows of a project that a copy of it has too. */
export type CopiedRows = {
  readonly [E in Exclude<EntityName, 'project' | 'asset' | 'job' | 'export'>]: readonly EntityOf<E>[];
};

/** Ids of shots and captions count up from 0; more of one paragraph or shot than this would get an id of chance. */
const mostOrdinals = 64;

/**
 * Old id → new id for every row of a copy. An id that a step derived from other ids is derived from their new ones, so
 * that the next breakdown and assembly of the copy find its rows again, and do not make them twice. Others are new.
 */
export function copiedIds(
  rows: CopiedRows,
  from: ProjectId,
  to: ProjectId,
  newId: () => string,
): ReadonlyMap<string, string> {
  const map = new Map<string, string>([[from, to]]);
  const wanted = new Set<string>(Object.values(rows).flatMap((all) => all.map(({ id }) => id)));
  const derive = (before: string, after: string): void => {
    if (wanted.has(before)) map.set(before, after);
  };
  const newIdOf = (id: string): string => {
    let found = map.get(id);
    if (found === undefined) {
      found = newId();
      map.set(id, found);
    }
    return found;
  };

  const blocks = rows.block.map(({ id }) => [id, newIdOf(id)] as const);
  for (const [before, after] of blocks) {
    derive(sceneIdOf(from, before), sceneIdOf(to, after));
    for (let n = 0; n < mostOrdinals; n++) derive(shotIdOf(from, before, n), shotIdOf(to, after, n));
  }
  const castBefore = findCasting(from, rows.block).members;
  // The same people in the same order: only their ids depend on the project.
  for (const [i, { id }] of findCasting(to, rows.block).members.entries())
    derive(castBefore[i]?.id ?? '', id);
  for (const kind of trackKinds) derive(trackIdOf(from, kind), trackIdOf(to, kind));
  derive(cardId(from), cardId(to));
  for (const { id: before } of rows.shot) {
    const after = newIdOf(before) as ShotId;
    derive(clipIdOf(from, before), clipIdOf(to, after));
    derive(titleIdOf(from, before), titleIdOf(to, after));
    derive(transitionIdOf(from, before), transitionIdOf(to, after));
    for (let n = 0; n < mostOrdinals; n++) derive(captionIdOf(from, before, n), captionIdOf(to, after, n));
  }
  for (const id of wanted) newIdOf(id);
  return map;
}
