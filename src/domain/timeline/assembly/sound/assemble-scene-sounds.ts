import type { PatchDraft } from '../../patch-draft.ts';
import { plainSound } from '../../plain-sound.ts';
import type { ClipItem, Item, SoundOf, Track } from '../../records.ts';
import type { RoleTracks } from '../../role-tracks.ts';
import { soundKey } from '../../sound-key.ts';
import type { TimelineIndex } from '../../timeline-index.ts';
import { followStory, isAllUntouched } from '../assembled.ts';
import type { AssemblyInput } from '../assembly-input.ts';
import { followSound } from './follow-sound.ts';
import { planEffects, planMusic, type SceneSoundPlan, scenesOfShots } from './plan-scene-sounds.ts';
import { sceneRuns } from './scene-runs.ts';
import { noSound } from './sound-medium.ts';

/**
 * Lays the music and the effects of the scenes under their clips, by the rules of assembly: they follow their scene and their
 * chosen takes, what a person changed of them stays, and what a person deleted stays away until none was chosen.
 *
 * @param sequence the main sequence as it is after everything else
 * @param known what was laid before and was not taken away since
 * @returns what is laid now
 */
export function assembleSceneSounds(
  draft: PatchDraft,
  index: TimelineIndex,
  roles: RoleTracks,
  input: AssemblyInput,
  sequence: readonly Item[],
  known: readonly SoundOf[],
): SoundOf[] {
  const isSilent = input.scenes.every((scene) => scene.chosenMusicId === null && scene.effects.length === 0);
  if (isSilent && known.length === 0) return [];
  const runs = sceneRuns(sequence, scenesOfShots(input.shots));
  const shots = new Map(input.shots.map((shot) => [shot.id, shot]));
  const wasLaid = new Set(known.map(soundKey));
  const laid: SoundOf[] = [];
  for (const scene of input.scenes) {
    const run = runs.get(scene.id) ?? null;
    const effects = planEffects(input, scene, run, shots);
    const lanes = lanesOf(index, roles, effects);
    for (const plan of [planMusic(input, scene, run), ...effects]) {
      const isLaid = assembleSound(draft, index, plan, wasLaid.has(soundKey(plan.sound)), () =>
        roles.of(plan.role, lanes(plan)),
      );
      if (isLaid) laid.push(plan.sound);
    }
  }
  return laid;
}

function assembleSound(
  draft: PatchDraft,
  index: TimelineIndex,
  plan: SceneSoundPlan,
  wasLaid: boolean,
  trackOf: () => Track,
): boolean {
  const { id, sound, medium, place } = plan;
  followSound(draft, index, sound, medium ?? noSound);
  const found = index.items.get(id);
  const item = found?.kind === 'clip' ? found : null;
  if (medium === null || place === null) {
    if (item !== null && isAllUntouched(item)) draft.remove('item', item);
    return medium !== null && wasLaid;
  }
  const { startFlicks: _, ...fields } = place;
  if (item !== null) draft.update('item', item, followStory<ClipItem>(item, fields));
  else if (!wasLaid) {
    const track = trackOf();
    draft.add('item', {
      id,
      projectId: track.projectId,
      trackId: track.id,
      order: 'a0',
      kind: 'clip',
      ...plainSound,
      ...medium,
      shotId: null,
      soundOf: sound,
      loops: plan.loops,
      sourceInFlicks: 0,
      fit: 'fill',
      opacity: 1,
      gainDb: plan.gainDb,
      muted: false,
      ...fields,
      assembled: fields,
    });
  }
  return true;
}

/** Effects of a scene that sound at once lie on tracks of their own: what is there keeps its, others get the first that is free. */
function lanesOf(
  index: TimelineIndex,
  roles: RoleTracks,
  plans: readonly SceneSoundPlan[],
): (plan: SceneSoundPlan) => number {
  const lanes = new Map<string, number>();
  const taken: { readonly lane: number; readonly from: number; readonly to: number }[] = [];
  const put = ({ id, place }: SceneSoundPlan, lane: number): void => {
    lanes.set(id, lane);
    if (place === null) return;
    taken.push({ lane, from: place.startFlicks, to: place.startFlicks + place.durationFlicks });
  };
  const order = roles.lanes('effects').map(({ id }) => id);
  const there = new Set<SceneSoundPlan>();
  for (const plan of plans) {
    const item = index.items.get(plan.id);
    if (item === undefined) continue;
    there.add(plan);
    put(plan, Math.max(0, order.indexOf(item.trackId)));
  }
  for (const plan of plans) {
    const { place } = plan;
    if (there.has(plan) || place === null) continue;
    const end = place.startFlicks + place.durationFlicks;
    let lane = 0;
    while (taken.some((one) => one.lane === lane && one.from < end && one.to > place.startFlicks)) lane++;
    put(plan, lane);
  }
  return (plan) => lanes.get(plan.id) ?? 0;
}
