import type { Take } from '../../assets/take.ts';
import type { CastMember } from '../../cast/cast-member.ts';
import type { Place } from '../../cast/place.ts';
import { compareByOrder } from '../../kernel/order.ts';
import type { EntityName } from '../../kernel/patch.ts';
import type { Scene } from '../../scenes/scene.ts';
import type { Shot } from '../../shots/shot.ts';
import type { Block } from '../../text/block.ts';
import { type Repairs, RepairsDraft } from './repairs.ts';

/** What {@link findStoryRepairs} looks at, by kind. */
export const storyFields = {
  block: ['id'],
  scene: ['id', 'order', 'blockIds', 'chosenMusicId', 'effects'],
  shot: [
    ...(['id', 'sceneId', 'covers'] as const),
    ...(['chosenStillId', 'chosenClipId', 'chosenSpeechId', 'approvedStillId'] as const),
  ],
  cast: ['id', 'order', 'name'],
  place: ['id', 'order', 'name'],
  take: ['id', 'fromTakeId', 'discardedAtMs'],
} as const satisfies Partial<Record<EntityName, readonly string[]>>;

type Seen<R, K extends keyof typeof storyFields> = Pick<R, Extract<(typeof storyFields)[K][number], keyof R>>;

/** The story's rows of one project, in any order. */
export interface StoryRows {
  readonly block: readonly Seen<Block, 'block'>[];
  readonly scene: readonly Seen<Scene, 'scene'>[];
  readonly shot: readonly Seen<Shot, 'shot'>[];
  readonly cast: readonly Seen<CastMember, 'cast'>[];
  readonly place: readonly Seen<Place, 'place'>[];
  readonly take: readonly Seen<Take, 'take'>[];
}

/**
 * What must hold of a story and a merge may have broken, mended:
 * - A scene names paragraphs that are there, and each is in one scene: the last in film order, so that a scene that one device cut in two
 *   stays cut where another gave the whole one a new paragraph.
 * - A shot is in a scene that is there: else in the last, where it can be seen and moved. Without any scene it stays as it is.
 * - A shot films paragraphs that are there; a chosen or approved take is there, and is not put away.
 * - Takes are not made from each other in a circle.
 * - No two of the cast have one name, nor two places: the later is "MARA (2)", so that a person sees both.
 *
 * The same rows give the same answer on every device, mended rows need no mending, and nothing is written.
 */
export function findStoryRepairs(rows: StoryRows): Repairs {
  const draft = new RepairsDraft();
  const takes = new Set<string | null>(rows.take.map(({ id }) => id));
  takes.add(null);
  const blocks = new Set<string>(rows.block.map(({ id }) => id));
  const scenes = [...rows.scene].sort(compareByOrder);
  mendScenes(draft, scenes, blocks, takes);
  mendShots(draft, rows.shot, scenes, blocks, takes);
  bringChosenBack(draft, rows);
  breakCircles(draft, rows.take);
  tellApart(draft, 'cast', rows.cast);
  tellApart(draft, 'place', rows.place);
  return draft.done();
}

type Known = { has(id: string | null): boolean };

function mendScenes(
  draft: RepairsDraft,
  inOrder: readonly StoryRows['scene'][number][],
  blocks: ReadonlySet<string>,
  takes: Known,
): void {
  const claimed = new Set<string>();
  for (const scene of [...inOrder].reverse()) {
    const own = scene.blockIds.filter((id) => {
      if (!blocks.has(id) || claimed.has(id)) return false;
      claimed.add(id);
      return true;
    });
    if (own.length < scene.blockIds.length) draft.set('scene', scene.id, { blockIds: own });
    if (!takes.has(scene.chosenMusicId)) draft.set('scene', scene.id, { chosenMusicId: null });
    if (scene.effects.every(({ chosenTakeId }) => takes.has(chosenTakeId))) continue;
    const effects = scene.effects.map((effect) =>
      takes.has(effect.chosenTakeId) ? effect : { ...effect, chosenTakeId: null },
    );
    draft.set('scene', scene.id, { effects });
  }
}

const takeFields = ['chosenStillId', 'chosenClipId', 'chosenSpeechId', 'approvedStillId'] as const;

function mendShots(
  draft: RepairsDraft,
  shots: StoryRows['shot'],
  scenes: readonly StoryRows['scene'][number][],
  blocks: ReadonlySet<string>,
  takes: Known,
): void {
  const known = new Set<string>(scenes.map(({ id }) => id));
  const last = scenes.at(-1);
  for (const shot of shots) {
    if (last !== undefined && !known.has(shot.sceneId)) draft.set('shot', shot.id, { sceneId: last.id });
    if (!shot.covers.every(({ blockId }) => blocks.has(blockId))) {
      draft.set('shot', shot.id, { covers: shot.covers.filter(({ blockId }) => blocks.has(blockId)) });
    }
    for (const field of takeFields)
      if (!takes.has(shot[field])) draft.set('shot', shot.id, { [field]: null });
  }
}

function bringChosenBack(draft: RepairsDraft, { scene, shot, take }: StoryRows): void {
  const away = take.filter(({ discardedAtMs }) => discardedAtMs !== null);
  if (away.length === 0) return;
  const chosen = new Set<string | null>();
  for (const { chosenStillId, chosenClipId, chosenSpeechId } of shot) {
    chosen.add(chosenStillId).add(chosenClipId).add(chosenSpeechId);
  }
  for (const { chosenMusicId, effects } of scene) {
    chosen.add(chosenMusicId);
    for (const { chosenTakeId } of effects) chosen.add(chosenTakeId);
  }
  for (const { id } of away) if (chosen.has(id)) draft.set('take', id, { discardedAtMs: null });
}

/** A circle is cut at the take with the smallest id. */
function breakCircles(draft: RepairsDraft, takes: StoryRows['take']): void {
  const madeFrom = new Map<string, string>();
  for (const { id, fromTakeId } of takes) if (fromTakeId !== null) madeFrom.set(id, fromTakeId);
  const walked = new Set<string>();
  for (const start of madeFrom.keys()) {
    const path = new Set<string>();
    let at: string | undefined = start;
    while (at !== undefined && !walked.has(at) && !path.has(at)) {
      path.add(at);
      at = madeFrom.get(at);
    }
    if (at !== undefined && path.has(at)) {
      const ids = [...path];
      const [first] = ids.slice(ids.indexOf(at)).sort();
      if (first !== undefined) draft.set('take', first, { fromTakeId: null });
    }
    for (const id of path) walked.add(id);
  }
}

interface Named {
  readonly id: string;
  readonly order: string;
  readonly name: string;
}

function tellApart(draft: RepairsDraft, entity: 'cast' | 'place', rows: readonly Named[]): void {
  const keyOf = (name: string): string => name.toLowerCase();
  const given = new Set(rows.map(({ name }) => keyOf(name)));
  if (given.size === rows.length) return;
  const used = new Set<string>();
  for (const { id, name } of [...rows].sort(compareByOrder)) {
    if (!used.has(keyOf(name))) {
      used.add(keyOf(name));
      continue;
    }
    let number = 2;
    while (given.has(keyOf(`${name} (${number})`)) || used.has(keyOf(`${name} (${number})`))) number += 1;
    used.add(keyOf(`${name} (${number})`));
    draft.set(entity, id, { name: `${name} (${number})` });
  }
}
