import type { Place } from '../../../domain/cast/place.ts';
import { deriveId } from '../../../domain/kernel/derive-id.ts';
import { PlaceId, type SceneId } from '../../../domain/kernel/ids.ts';
import { keyBetween } from '../../../domain/kernel/order.ts';
import {
  addChange,
  patchOf,
  type RecordChange,
  type RecordsPatch,
  updateChange,
} from '../../../domain/kernel/patch.ts';
import type {
  CheckedStretch,
  ReadScene,
  ReadShot,
} from '../../../domain/shots/model-reading/check-reading.ts';
import type { ReadingStretch } from '../../../domain/shots/model-reading/reading-stretches.ts';
import { updateBreakdown } from '../../../domain/shots/reconcile/reconcile-breakdown.ts';
import type { ReadChunk } from './check-chunk.ts';
import type { ReadingPlan } from './plan-reading.ts';

/** A scene, or a part of one, that the rules broke down because the model's answer could not be used there. */
export interface FellBack {
  readonly sceneId: SceneId;
  readonly heading: string;
  readonly reason: string;
}

export interface AppliedReading {
  readonly patch: RecordsPatch;
  readonly fellBack: readonly FellBack[];
  readonly scenesRead: number;
}

const textChanged = 'its text was changed while it was read';

/**
 * What the answers change in the project as it is now. A stretch counts only while its words are those that were read; a scene
 * of which no stretch can be used stays with the rules.
 */
export function applyReading(
  plan: ReadingPlan,
  read: readonly ReadChunk[],
  storedPlaces: readonly Place[],
): AppliedReading {
  const byKey = new Map(
    read.flatMap((chunk) => chunk.stretches.map((one) => [keyOf(one.stretch), one.outcome])),
  );
  const fellBack: FellBack[] = [];
  const scenes = new Map<SceneId, ReadScene>();
  const shots = new Map<SceneId, ReadShot[]>();
  const usable = new Set<SceneId>();
  for (const stretch of plan.stretches) {
    const { scene } = stretch;
    const outcome = byKey.get(keyOf(stretch));
    const own = shots.get(scene.id) ?? [];
    shots.set(scene.id, own);
    if (outcome?.ok === true) {
      usable.add(scene.id);
      if (!scenes.has(scene.id)) scenes.set(scene.id, outcome.value.scene);
      own.push(...withSceneFacts(outcome.value, scenes.get(scene.id)));
      continue;
    }
    const reason = outcome === undefined ? textChanged : outcome.fault.message;
    fellBack.push({ sceneId: scene.id, heading: scene.heading, reason });
    own.push(...shotsByRules(stretch));
  }
  for (const id of shots.keys()) if (!usable.has(id)) shots.delete(id);
  const cast = firstOfEach(read.flatMap((chunk) => chunk.cast));
  const update = updateBreakdown(plan.project, plan.blocks, plan.stored, { scenes, cast, shots });
  const places = placeChanges(plan, storedPlaces, read);
  return {
    patch: patchOf([...update.patch.changes, ...places]),
    fellBack,
    scenesRead: usable.size,
  };
}

function keyOf({ scene, pieces }: ReadingStretch): string {
  return deriveId(scene.id, ...pieces.map(({ text }) => text));
}

/** All parts of a long scene play where its first one does. */
function withSceneFacts({ shots }: CheckedStretch, scene: ReadScene | undefined): ReadShot[] {
  if (scene === undefined) return [...shots];
  const { setting, place, timeOfDay, mood } = scene;
  return shots.map((shot) => ({ ...shot, setting, place, timeOfDay, mood }));
}

function shotsByRules({ pieces }: ReadingStretch): ReadShot[] {
  return [...new Set(pieces.map(({ shot }) => shot))].map(
    ({ id: _id, order: _order, sceneId: _scene, projectId: _project, ...shot }) => shot,
  );
}

function firstOfEach<T extends { readonly name: string }>(named: readonly T[]): T[] {
  const first = new Map<string, T>();
  for (const one of named) {
    const key = one.name.toLowerCase();
    if (!first.has(key)) first.set(key, one);
  }
  return [...first.values()];
}

/** Places that scenes of the reading play in: those that are there get a description where they have none. */
function placeChanges(
  plan: ReadingPlan,
  stored: readonly Place[],
  read: readonly ReadChunk[],
): (RecordChange | null)[] {
  const used = new Set(
    read.flatMap(({ stretches }) =>
      stretches.flatMap(({ outcome }) =>
        outcome.ok ? (outcome.value.scene.place?.toLowerCase() ?? []) : [],
      ),
    ),
  );
  let last =
    stored
      .map(({ order }) => order)
      .sort()
      .at(-1) ?? null;
  return firstOfEach(read.flatMap((chunk) => chunk.places))
    .filter(({ name }) => used.has(name.toLowerCase()))
    .map(({ name, description }) => {
      const known = stored.find((place) => place.name.toLowerCase() === name.toLowerCase());
      if (known !== undefined) {
        const taken = known.description !== null || known.editedFields.includes('description');
        return taken ? null : updateChange<Place>('place', known, { description });
      }
      last = keyBetween(last, null);
      const id = PlaceId.parse(deriveId('place', plan.project.id, name.toLowerCase()));
      if (stored.some((place) => place.id === id)) return null;
      return addChange<Place>('place', {
        id,
        projectId: plan.project.id,
        order: last,
        name,
        description,
        referenceAssetIds: [],
        editedFields: [],
      });
    });
}
