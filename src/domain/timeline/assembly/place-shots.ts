import type { ItemId, ShotId } from '../../kernel/ids.ts';
import type { Item } from '../records.ts';
import { longestRun } from './longest-run.ts';

/** A shot whose clip has a place in the sequence, or is to be given one. */
export interface ShotPlace {
  readonly shotId: ShotId;
  /** The clip that assembly made for it; where that is gone, its first piece. */
  readonly clipId: ItemId;
  readonly isNew: boolean;
  /** The story moved it, and no person did: its clip follows. */
  readonly isReordered: boolean;
}

/** The main sequence as assembly wants it: ids in order, and which of them must be given a (new) place. */
export interface Placement {
  readonly sequence: readonly ItemId[];
  readonly placed: ReadonlySet<ItemId>;
}

/**
 * Puts the clips of new shots behind the clip of the shot before them (with nobody before them: in front of the shot
 * after them, or at the end), and moves clips whose shots changed their order; as few as possible, and none that a
 * person moved. Everything else on the track stays where it is.
 *
 * @param main items of the main track that stay, in order
 * @param shots in story order; those without any clip (deleted by a person) are left out
 */
export function placeShots(main: readonly Item[], shots: readonly ShotPlace[]): Placement {
  const next = new Map<ItemId | null, ItemId | null>();
  let last: ItemId | null = null;
  for (const item of main) {
    next.set(last, item.id);
    last = item.id;
  }
  next.set(last, null);
  const previous = new Map<ItemId, ItemId | null>();
  for (const [from, to] of next) if (to !== null) previous.set(to, from);

  const items = new Map(main.map((item) => [item.id, item]));
  const displaced = new Set(shots.filter((shot) => shot.isReordered).map((shot) => shot.clipId));
  const placed = new Set<ItemId>(displaced);
  for (const shot of shots) if (shot.isNew) placed.add(shot.clipId);
  for (const id of displaced) unlink(next, previous, id);

  const firstKept = firstPieces(main, displaced);
  let behind: ItemId | null | undefined;
  shots.forEach((shot, i) => {
    if (!placed.has(shot.clipId)) {
      behind = lastPiece(shot.shotId, firstKept.get(shot.shotId) ?? shot.clipId, items, next, placed);
      return;
    }
    if (behind === undefined) behind = beforeFollower(shots, i, placed, firstKept, previous, next);
    link(next, previous, behind, shot.clipId);
    behind = shot.clipId;
  });

  const sequence: ItemId[] = [];
  for (let id = next.get(null) ?? null; id !== null; id = next.get(id) ?? null) sequence.push(id);
  return { sequence, placed };
}

/**
 * Shots whose place in the story changed against the others, as few as explain the change. Judged by the story alone:
 * wherever people moved clips, a story that keeps its order moves nothing.
 */
export function reorderedShots(before: readonly ShotId[], now: readonly ShotId[]): Set<ShotId> {
  const places = new Map(before.map((id, i) => [id, i]));
  const known = now.filter((id) => places.has(id));
  const run = longestRun(known.map((id) => places.get(id) ?? 0));
  return new Set(known.filter((_, i) => !run.has(i)));
}

function firstPieces(main: readonly Item[], displaced: ReadonlySet<ItemId>): Map<ShotId, ItemId> {
  const first = new Map<ShotId, ItemId>();
  for (const item of main) {
    if (item.kind !== 'clip' || item.shotId === null || displaced.has(item.id)) continue;
    if (!first.has(item.shotId)) first.set(item.shotId, item.id);
  }
  return first;
}

/** The last piece of a shot that a person split, looking no further than the next other shot. */
function lastPiece(
  shotId: ShotId,
  from: ItemId,
  items: ReadonlyMap<ItemId, Item>,
  next: ReadonlyMap<ItemId | null, ItemId | null>,
  placed: ReadonlySet<ItemId>,
): ItemId {
  let last = from;
  for (let id = next.get(from) ?? null; id !== null && !placed.has(id); id = next.get(id) ?? null) {
    const item = items.get(id);
    if (item?.kind !== 'clip' || item.shotId === null) continue;
    if (item.shotId !== shotId) break;
    last = id;
  }
  return last;
}

/** Where the first shots of the film go when none before them has a clip. Null is the head of the sequence. */
function beforeFollower(
  shots: readonly ShotPlace[],
  from: number,
  placed: ReadonlySet<ItemId>,
  firstPiece: ReadonlyMap<ShotId, ItemId>,
  previous: ReadonlyMap<ItemId, ItemId | null>,
  next: ReadonlyMap<ItemId | null, ItemId | null>,
): ItemId | null {
  const follower = shots.slice(from).find((shot) => !placed.has(shot.clipId));
  const clip = follower === undefined ? undefined : firstPiece.get(follower.shotId);
  if (clip !== undefined) return previous.get(clip) ?? null;
  let last: ItemId | null = null;
  for (let id = next.get(null) ?? null; id !== null; id = next.get(id) ?? null) last = id;
  return last;
}

function link(
  next: Map<ItemId | null, ItemId | null>,
  previous: Map<ItemId, ItemId | null>,
  behind: ItemId | null,
  id: ItemId,
): void {
  const after = next.get(behind) ?? null;
  next.set(behind, id);
  next.set(id, after);
  previous.set(id, behind);
  if (after !== null) previous.set(after, id);
}

function unlink(
  next: Map<ItemId | null, ItemId | null>,
  previous: Map<ItemId, ItemId | null>,
  id: ItemId,
): void {
  const before = previous.get(id) ?? null;
  const after = next.get(id) ?? null;
  next.set(before, after);
  if (after !== null) previous.set(after, before);
  next.delete(id);
  previous.delete(id);
}
