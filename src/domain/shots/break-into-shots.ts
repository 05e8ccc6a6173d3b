import { Discourse } from '../cast/discourse.ts';
import type { Casting } from '../cast/person.ts';
import { indexPeople } from '../cast/person-index.ts';
import { deriveId } from '../kernel/derive-id.ts';
import { type ProjectId, ShotId } from '../kernel/ids.ts';
import { keysBetween } from '../kernel/order.ts';
import { type Project, projectRate } from '../project/project.ts';
import type { SourceBlock } from '../scenes/not-filmed.ts';
import type { Scene } from '../scenes/scene.ts';
import { varySetups } from './camera/vary-setups.ts';
import { fadeAtEnd, joinScenes } from './planning/join-scenes.ts';
import type { PlaceMemory } from './planning/place-memory.ts';
import { planScene } from './planning/plan-scene.ts';
import { contextOf, type SceneContext } from './planning/scene-context.ts';
import type { ShotDraft } from './planning/shot-draft.ts';
import type { Shot } from './shot.ts';
import { durationOf } from './shot-duration.ts';
import { untaken } from './untaken.ts';

/** The part of a project that shapes shots. */
export type ShotProject = Pick<Project, 'id' | 'fpsNum' | 'fpsDen'>;

/**
 * Plans the shots of all scenes, in film order. Deterministic. Every word of a filmed block is in the `covers` of a
 * shot; durations are whole frames of the project's rate between 1.5 s and 12 s; `characters` are names of the cast.
 * An id derives from the project, the first block that a shot covers and its number among that block's shots.
 */
export function breakIntoShots(
  project: ShotProject,
  blocks: readonly SourceBlock[],
  scenes: readonly Scene[],
  casting: Casting,
): Shot[] {
  const byId = new Map<string, SourceBlock>(blocks.map((block) => [block.id, block]));
  const discourse = new Discourse((key) => casting.people.get(key)?.gender ?? null);
  const index = indexPeople(casting.people.values());
  const seen = new Set<string>();
  const memory: PlaceMemory = new Map();
  const planned: { scene: Scene; draft: ShotDraft }[] = [];
  let before: SceneContext | null = null;
  for (const scene of scenes) {
    const own = scene.blockIds.flatMap((id) => byId.get(id) ?? []);
    const view = `${scene.place?.toLowerCase() ?? scene.id}|${scene.timeOfDay}`;
    const stays: boolean = before?.narrated === true && before.scene.place === scene.place;
    const carried: readonly string[] = stays ? (before?.present ?? []) : [];
    const newPlace = !seen.has(view);
    const context = contextOf(scene, own, { casting, index, discourse, newPlace, memory, carried });
    const drafts = planScene(context, own);
    joinScenes(planned, context, drafts[0]);
    for (const draft of drafts) planned.push({ scene, draft });
    before = context;
    if (scene.kind === 'scene') seen.add(view);
  }
  fadeAtEnd(planned);
  const varied = varySetups(planned.map(({ draft }) => draft));
  const keys = keysBetween(null, null, varied.length);
  const ordinals = new Map<string, number>();
  return varied.map((draft, i) => {
    const first = draft.covers[0]?.blockId ?? '';
    const ordinal = ordinals.get(first) ?? 0;
    ordinals.set(first, ordinal + 1);
    const scene = planned[i]?.scene;
    return finishShot(project, casting, draft, {
      id: shotIdOf(project.id, first, ordinal),
      sceneId: scene?.id ?? ('' as Shot['sceneId']),
      order: keys[i] ?? '',
    });
  });
}

/** The id of a shot that the breakdown makes: `ordinal` counts the shots whose first words are of the block. */
export function shotIdOf(projectId: ProjectId, firstBlockId: string, ordinal: number): ShotId {
  return ShotId.parse(deriveId('shot', projectId, firstBlockId, ordinal));
}

function finishShot(
  project: ShotProject,
  casting: Casting,
  { seconds, characters, covers, ...rest }: ShotDraft,
  identity: Pick<Shot, 'id' | 'sceneId' | 'order'>,
): Shot {
  return {
    ...rest,
    ...identity,
    projectId: project.id,
    characters: characters.flatMap((key) => casting.people.get(key)?.name ?? []),
    covers: [...covers],
    durationFlicks: durationOf(seconds, projectRate(project)),
    ...untaken,
    editedFields: [],
    origin: 'breakdown',
  };
}
