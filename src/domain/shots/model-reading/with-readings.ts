import type { ReadStory } from '../../cast/update-scenes.ts';
import type { SceneId } from '../../kernel/ids.ts';
import { compareByOrder, keysBetween } from '../../kernel/order.ts';
import type { SourceBlock } from '../../scenes/not-filmed.ts';
import { isAsRead } from '../../scenes/reading-mark.ts';
import type { Scene } from '../../scenes/scene.ts';
import { type ShotProject, shotIdOf } from '../break-into-shots.ts';
import type { Shot } from '../shot.ts';
import type { ReadShot } from './check-reading.ts';
import { shotsByScene } from './shots-by-scene.ts';

/** Checked readings of scenes, by the scenes that the rules cut. */
export interface Readings extends ReadStory {
  readonly shots: ReadonlyMap<SceneId, readonly ReadShot[]>;
}

interface Rows {
  readonly blocks: readonly SourceBlock[];
  readonly scenes: readonly Scene[];
  readonly stored: readonly Shot[];
  readonly readings: Readings | null;
}

/**
 * The rules' shots, but of each scene that was read those of the reading: the one that is given, else the stored one while the
 * scene's words are those that were read.
 */
export function withReadings(
  project: ShotProject,
  byRules: readonly Shot[],
  { blocks, scenes, stored, readings }: Rows,
): readonly Shot[] {
  const byId = new Map<string, SourceBlock>(blocks.map((block) => [block.id, block]));
  const kept = new Set(scenes.filter((scene) => isAsRead(scene, byId)).map(({ id }) => id));
  for (const id of readings?.shots.keys() ?? []) kept.delete(id);
  if (kept.size === 0 && readings === null) return byRules;
  const ruled = shotsByScene(byRules);
  const storedOf = shotsByScene(stored.filter(({ origin }) => origin === 'breakdown'));
  const used = new Set<string>();
  const all = scenes.flatMap((scene): Shot[] => {
    const read = readings?.shots.get(scene.id);
    if (read !== undefined) return identify(project, scene, read);
    const own = kept.has(scene.id) ? [...(storedOf.get(scene.id) ?? [])].sort(compareByOrder) : [];
    return own.length > 0 ? own : (ruled.get(scene.id) ?? []);
  });
  const once = all.filter(({ id }) => !used.has(id) && used.add(id));
  const keys = keysBetween(null, null, once.length);
  return once.map((shot, i) => ({ ...shot, order: keys[i] ?? '' }));
}

/** Ids as the rules give them, so that a shot that begins with the same words keeps its row and its takes. */
function identify(project: ShotProject, scene: Scene, shots: readonly ReadShot[]): Shot[] {
  const ordinals = new Map<string, number>();
  return shots.map((shot) => {
    const first = shot.covers[0]?.blockId ?? '';
    const ordinal = ordinals.get(first) ?? 0;
    ordinals.set(first, ordinal + 1);
    return {
      ...shot,
      id: shotIdOf(project.id, first, ordinal),
      projectId: project.id,
      sceneId: scene.id,
      order: '',
    };
  });
}
