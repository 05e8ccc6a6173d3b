import { findCasting } from '../../domain/cast/find-casting.ts';
import type { EntityOf } from '../../domain/entities.ts';
import type { ProjectId, SceneId, ShotId } from '../../domain/kernel/ids.ts';
import type { EntityName } from '../../domain/kernel/patch.ts';
import { sceneIdOf } from '../../domain/scenes/break-into-scenes.ts';
import { shotIdOf } from '../../domain/shots/break-into-shots.ts';
import { captionIdOf } from '../../domain/timeline/assembly/assemble-captions.ts';
import { titleIdOf } from '../../domain/timeline/assembly/assemble-title.ts';
import { transitionIdOf } from '../../domain/timeline/assembly/assemble-transitions.ts';
import { clipIdOf } from '../../domain/timeline/assembly/clip-plans.ts';
import { sceneSoundIdOf } from '../../domain/timeline/assembly/sound/plan-scene-sounds.ts';
import { speechIdOf } from '../../domain/timeline/assembly/sound/plan-speech.ts';
import { cardId } from '../../domain/timeline/assembly/title-card.ts';
import { type SoundOf, TrackRole } from '../../domain/timeline/records.ts';
import { roleTrackIdOf } from '../../domain/timeline/role-tracks.ts';
import { trackIdOf, trackKinds } from '../../domain/timeline/standard-tracks.ts';

/** The rows of a project that a copy of it has too. */
export type CopiedRows = {
  readonly [E in Exclude<
    EntityName,
    'project' | 'asset' | 'job' | 'export' | 'conflict' | 'allowance'
  >]: readonly EntityOf<E>[];
};

/** Ids of shots and captions count up from 0; more of one paragraph or shot than this would get an id of chance. */
const mostOrdinals = 64;
/** Tracks for sounds of one role that overlap. */
const mostLanes = 16;

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
  for (const role of TrackRole.options) {
    for (let lane = 0; lane < mostLanes; lane++)
      derive(roleTrackIdOf(from, role, lane), roleTrackIdOf(to, role, lane));
  }
  derive(cardId(from), cardId(to));
  for (const { id: before } of rows.shot) {
    const after = newIdOf(before) as ShotId;
    derive(clipIdOf(from, before), clipIdOf(to, after));
    derive(speechIdOf(from, before), speechIdOf(to, after));
    derive(titleIdOf(from, before), titleIdOf(to, after));
    derive(transitionIdOf(from, before), transitionIdOf(to, after));
    for (let n = 0; n < mostOrdinals; n++) derive(captionIdOf(from, before, n), captionIdOf(to, after, n));
  }
  for (const { id: before, effects } of rows.scene) {
    const after = newIdOf(before) as SceneId;
    const sounds = (sceneId: SceneId): readonly SoundOf[] => [
      { what: 'music', sceneId },
      ...effects.map(({ id: effectId }) => ({ what: 'effect', sceneId, effectId }) as const),
    ];
    const copied = sounds(after);
    for (const [i, sound] of sounds(before).entries()) {
      derive(sceneSoundIdOf(from, sound), sceneSoundIdOf(to, copied[i] ?? sound));
    }
  }
  for (const id of wanted) newIdOf(id);
  return map;
}
