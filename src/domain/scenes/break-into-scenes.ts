import { deriveId } from '../kernel/derive-id.ts';
import { type ProjectId, SceneId } from '../kernel/ids.ts';
import { keysBetween } from '../kernel/order.ts';
import { describeScene, type LightBefore } from './describe-scene.ts';
import { findSceneStarts, type SceneStart, type StartReason } from './find-scene-starts.ts';
import { type HandCuts, noHandCuts } from './hand-cuts.ts';
import { notFilmedReason, type SourceBlock } from './not-filmed.ts';
import type { Scene } from './scene.ts';
import { silentScene } from './silent-scene.ts';

/** The id that the breakdown gives to the scene that begins with a block. */
export function sceneIdOf(projectId: ProjectId, firstBlockId: string): SceneId {
  return SceneId.parse(deriveId('scene', projectId, firstBlockId));
}

/**
 * Cuts a text into scenes: at headings, montages, chapters, breaks, and where prose changes place or jumps in time.
 * Every block is in exactly one scene, unless nothing at all is filmed, which gives none. What stands between two
 * scenes and belongs to the next (sections, synopses, notes before a heading) goes with the next. Pure; linear.
 */
export function breakIntoScenes(
  projectId: ProjectId,
  blocks: readonly SourceBlock[],
  hand: HandCuts = noHandCuts,
): Scene[] {
  const starts = withPictures(findSceneStarts(blocks, hand), blocks);
  const unaided = hand.starts.size === 0 ? [] : findSceneStarts(blocks);
  const reasons = new Map(unaided.map(({ index, reason }) => [index, reason]));
  const keys = keysBetween(null, null, starts.length);
  const scenes: Scene[] = [];
  let light: LightBefore = {
    timeOfDay: 'unknown',
    place: null,
    setting: 'unknown',
    heading: null,
    exterior: null,
  };
  starts.forEach((start, i) => {
    const from = i === 0 ? 0 : leadIn(blocks, starts, i);
    const next = i + 1 < starts.length ? leadIn(blocks, starts, i + 1) : blocks.length;
    const anchor = blocks[start.index];
    if (anchor === undefined) return;
    const own = blocks.slice(from, next);
    const opening = start.reason === 'hand' ? openingOf(start, next, blocks, reasons) : start;
    const described = describeScene(opening.reason, blocks.slice(opening.index, next), own, light);
    light = described.light;
    scenes.push({
      ...described.facts,
      ...silentScene,
      id: hand.starts.get(anchor.id) ?? sceneIdOf(projectId, anchor.id),
      projectId,
      order: keys[i] ?? '',
      blockIds: own.map(({ id }) => id),
      editedFields: [],
    });
  });
  return scenes;
}

/**
 * The heading, chapter or montage that a scene cut by hand begins with, as the text alone has it: a cut at its end, or a
 * scene that was joined to it, does not change what it is called. The cut itself where the scene begins with nothing of the kind.
 */
function openingOf(
  start: SceneStart,
  next: number,
  blocks: readonly SourceBlock[],
  reasons: ReadonlyMap<number, StartReason>,
): SceneStart {
  for (let index = start.index; index < next; index++) {
    const reason = reasons.get(index);
    if (reason !== undefined) return { index, reason };
    const block = blocks[index];
    if (block !== undefined && block.kind !== 'title-page' && notFilmedReason(block) === null) break;
  }
  return start;
}

/** Leaves out beginnings that nothing filmed follows: an empty act, a chapter of notes. */
function withPictures(starts: readonly SceneStart[], blocks: readonly SourceBlock[]): SceneStart[] {
  return starts.filter((start, i) => {
    const next = starts[i + 1]?.index ?? blocks.length;
    for (let at = start.index; at < next; at++) {
      const block = blocks[at];
      if (block !== undefined && notFilmedReason(block) === null) return true;
    }
    return false;
  });
}

const leading = new Set(['section', 'synopsis', 'note', 'page-break', 'boneyard', 'break']);

/** Index of the first block that goes with scene `i`: the unfilmed blocks right before its first. */
function leadIn(blocks: readonly SourceBlock[], starts: readonly SceneStart[], i: number): number {
  const start = starts[i]?.index ?? 0;
  const floor = (starts[i - 1]?.index ?? -1) + 1;
  if (starts[i]?.reason === 'hand') return start;
  let from = start;
  while (from > floor && leading.has(blocks[from - 1]?.kind ?? '')) from--;
  return from;
}
