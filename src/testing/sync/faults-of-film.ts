import type { Store } from '../../core/store/store.ts';
import type { ProjectId } from '../../domain/kernel/ids.ts';
import { frameRates } from '../../domain/kernel/time.ts';
import { startOf } from '../../domain/timeline/queries.ts';
import { indexTimeline } from '../../domain/timeline/timeline-index.ts';

/** What does not hold of a film as it is read, in words; none for a sound one. Says nothing by the rules that mend. */
export function faultsOfFilm(store: Store, projectId: ProjectId): readonly string[] {
  const rows = {
    blocks: store.rows('block', projectId),
    scenes: store.rows('scene', projectId),
    shots: store.rows('shot', projectId),
    takes: store.rows('take', projectId),
    tracks: store.rows('track', projectId),
    items: store.rows('item', projectId),
    transitions: store.rows('transition', projectId),
  };
  const faults: string[] = [];
  const must = (holds: boolean, fault: string): void => void (holds || faults.push(fault));
  const blocks = new Set<string>(rows.blocks.map(({ id }) => id));
  const scenes = new Set<string>(rows.scenes.map(({ id }) => id));
  const takes = new Map<string, (typeof rows.takes)[number]>(rows.takes.map((take) => [take.id, take]));

  const inScenes = rows.scenes.flatMap(({ blockIds }) => blockIds);
  must(new Set(inScenes).size === inScenes.length, 'a paragraph is in two scenes');
  must(
    inScenes.every((id) => blocks.has(id)),
    'a scene names a paragraph that is gone',
  );
  const shown = [
    ...rows.shots.flatMap((shot) => [shot.chosenStillId, shot.chosenClipId, shot.chosenSpeechId]),
    ...rows.scenes.flatMap(({ chosenMusicId, effects }) => [
      chosenMusicId,
      ...effects.map((e) => e.chosenTakeId),
    ]),
  ].filter((id) => id !== null);
  must(
    shown.every((id) => takes.has(id)),
    'a chosen take is gone',
  );
  must(
    shown.every((id) => takes.get(id)?.discardedAtMs == null),
    'a chosen take is put away',
  );
  for (const { id, sceneId, covers, approvedStillId } of rows.shots) {
    must(scenes.size === 0 || scenes.has(sceneId), `shot ${id} is in a scene that is gone`);
    must(
      covers.every(({ blockId }) => blocks.has(blockId)),
      `shot ${id} films what is gone`,
    );
    must(approvedStillId === null || takes.has(approvedStillId), `the approved still of ${id} is gone`);
  }
  for (const take of rows.takes) {
    let from = take.fromTakeId === null ? undefined : takes.get(take.fromTakeId);
    for (let steps = 0; from !== undefined && steps <= takes.size; steps++) {
      if (from.id === take.id) must(false, `take ${take.id} is made from itself`);
      from = from.fromTakeId === null ? undefined : takes.get(from.fromTakeId);
    }
  }
  for (const kind of ['cast', 'place'] as const) {
    const named = store.rows(kind, projectId).map(({ name }) => name.toLowerCase());
    must(new Set(named).size === named.length, `two of ${kind} have one name`);
  }
  must(rows.tracks.filter(({ kind }) => kind === 'main').length <= 1, 'there are two main tracks');
  const cuts = rows.transitions.map(({ leftItemId }) => leftItemId);
  must(new Set(cuts).size === cuts.length, 'there are two transitions on one cut');
  const index = indexTimeline(rows, frameRates['24']);
  for (const { id, trackId } of rows.items) {
    if (index.tracks.has(trackId)) must(startOf(index, id) !== null, `item ${id} has no place`);
  }
  return faults;
}
