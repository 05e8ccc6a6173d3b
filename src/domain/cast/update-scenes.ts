import type { ProjectId, SceneId } from '../kernel/ids.ts';
import { keyBetween } from '../kernel/order.ts';
import type { RecordsPatch } from '../kernel/patch.ts';
import { breakIntoScenes } from '../scenes/break-into-scenes.ts';
import { handCutsOf } from '../scenes/hand-cuts.ts';
import type { SourceBlock } from '../scenes/not-filmed.ts';
import { reconcileScenes } from '../scenes/reconcile/reconcile-scenes.ts';
import type { Scene } from '../scenes/scene.ts';
import type { CastMember } from './cast-member.ts';
import { castIdOf, findCasting } from './find-casting.ts';
import { personKey } from './person.ts';
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

/** What a language model says of scenes and people, checked. */
export interface ReadStory {
  readonly scenes: ReadonlyMap<SceneId, Pick<Scene, 'setting' | 'place' | 'timeOfDay' | 'mood' | 'synopsis'>>;
  readonly cast: readonly Pick<CastMember, 'name' | 'description' | 'voiceOnly'>[];
}

/** Scenes and cast of a text, brought up to date. Blocks in text order. The same text again is an empty patch. */
export function updateScenes(
  projectId: ProjectId,
  blocks: readonly SourceBlock[],
  stored: StoredScenes,
  read: ReadStory | null = null,
): BreakdownUpdate<StoredScenes> {
  const hand = handCutsOf(stored.scenes, new Set(blocks.map(({ id }) => id)));
  const fresh = breakIntoScenes(projectId, blocks, hand);
  const told = fresh.map((scene) => ({ ...scene, ...read?.scenes.get(scene.id) }));
  const scenes = reconcileScenes(stored.scenes, told, blocks, new Set(read?.scenes.keys()));
  const members = describedCast(projectId, findCasting(projectId, blocks).members, stored.cast, read);
  const cast = reconcileCast(stored.cast, members.all, members.read);
  return {
    patch: { changes: [...scenes.changes, ...cast.changes] },
    rows: { scenes: scenes.rows, cast: cast.rows },
  };
}

/** The cast that the rules found with a model's descriptions, and who only the model found. */
function describedCast(
  projectId: ProjectId,
  found: readonly CastMember[],
  stored: readonly CastMember[],
  read: ReadStory | null,
): { readonly all: readonly CastMember[]; readonly read: ReadonlySet<string> } {
  const all = [...found];
  const described = new Set<string>();
  // A person may have renamed somebody: both names are theirs.
  const renamed = new Map(stored.map(({ id, name }) => [personKey(name), id]));
  for (const { name, description, voiceOnly } of read?.cast ?? []) {
    const key = personKey(name);
    const id = renamed.get(key) ?? castIdOf(projectId, key);
    const at = all.findIndex((member) => member.id === id || personKey(member.name) === key);
    const known = all[at];
    if (known !== undefined) all[at] = { ...known, description: description ?? known.description };
    else {
      const order = keyBetween(all.at(-1)?.order ?? null, null);
      all.push({
        id,
        projectId,
        order,
        name,
        description,
        voiceOnly,
        referenceAssetIds: [],
        voice: null,
        editedFields: [],
      });
    }
    described.add(known?.id ?? id);
  }
  return { all, read: described };
}
