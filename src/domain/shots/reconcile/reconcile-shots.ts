import { sameValue } from '../../kernel/patch.ts';
import { cutByHand, type SourceBlock } from '../../scenes/not-filmed.ts';
import { type ReconciledRows, reconcileRows } from '../../scenes/reconcile/reconcile-rows.ts';
import type { Scene } from '../../scenes/scene.ts';
import type { Shot } from '../shot.ts';
import { untaken } from '../untaken.ts';
import { closeGaps, isCoveredByHand, isFilmedByHand, validCovers } from './hand-coverage.ts';

/** A block as stored: `notFilmed` tells what a person cut. */
export type StoredBlock = SourceBlock & { readonly notFilmed: string | null };

/** What makes the picture; a shot in which it is unchanged keeps its set-up, so an edit elsewhere never asks for a new take. */
const picture = [
  'kind',
  'description',
  'subject',
  'dialogue',
  'characters',
  'covers',
  'setting',
  'place',
  'timeOfDay',
] as const;
/** What a person directed or chose; the text never changes it. */
const directed = Object.keys(untaken) as readonly (keyof typeof untaken)[];
const setUp = ['size', 'angle', 'move', 'lensMm', 'mood'] as const satisfies readonly (keyof Shot)[];

/**
 * Brings stored shots up to a fresh breakdown of the same scenes. Shots are the same by id. Shots added by hand stay;
 * what a person split, merged or deleted stays so: a fresh shot is not added when shots with hand-made covers film all
 * its words, or when its blocks were cut. Takes that were chosen stay chosen.
 */
export function reconcileShots(
  stored: readonly Shot[],
  fresh: readonly Shot[],
  blocks: readonly StoredBlock[],
  scenes: readonly Scene[],
  /** Scenes whose fresh shots are of a language model just now: what it chose is taken as it is. */
  read: ReadonlySet<string> = new Set(),
): ReconciledRows<Shot> {
  const byId = new Map<string, StoredBlock>(blocks.map((block) => [block.id, block]));
  const filmed = blocks.filter(({ notFilmed }) => notFilmed !== cutByHand);
  const filmedById = new Map<string, SourceBlock>(filmed.map((block) => [block.id, block]));
  const known = new Set<string>(stored.map(({ id }) => id));
  const byHand = stored.filter(isCoveredByHand).map((shot) => ({ covers: validCovers(shot.covers, byId) }));
  const wanted = fresh.flatMap((shot): Shot[] => {
    const covers = validCovers(shot.covers, filmedById);
    if (covers.length === 0) return [];
    if (!known.has(shot.id) && isFilmedByHand(covers, byHand, byId)) return [];
    return [{ ...shot, covers }];
  });
  const sceneIds = new Set<string>(scenes.map(({ id }) => id));
  const homes = homeOfBlocks(scenes);
  return reconcileRows('shot', stored, wanted, {
    // A shot with hand-made covers stays as long as one of its words does.
    staysAlone: (shot) =>
      shot.origin === 'user' || (isCoveredByHand(shot) && validCovers(shot.covers, byId).length > 0),
    keeps: (before, after) => {
      const samePicture = picture.every((field) => sameValue(before[field], after[field]));
      return [...directed, 'origin', ...(samePicture && !read.has(after.sceneId) ? setUp : [])];
    },
    finish: (shots) => {
      const homed = shots.map((shot) => ({
        ...shot,
        covers: isCoveredByHand(shot) ? validCovers(shot.covers, byId) : shot.covers,
        sceneId: sceneIds.has(shot.sceneId)
          ? shot.sceneId
          : (newHome(shot, homes) ?? scenes[0]?.id ?? shot.sceneId),
      }));
      const mended = closeGaps(homed, filmed, wanted);
      return homed.map((shot) => ({ ...shot, covers: mended.get(shot.id) ?? shot.covers }));
    },
  });
}

function homeOfBlocks(scenes: readonly Scene[]): ReadonlyMap<string, Scene['id']> {
  return new Map(
    scenes.flatMap(({ id, blockIds }) => blockIds.map((blockId) => [blockId as string, id] as const)),
  );
}

/** The scene that has the words of a shot whose own scene is gone. */
function newHome(shot: Shot, homes: ReadonlyMap<string, Scene['id']>): Scene['id'] | null {
  for (const { blockId } of shot.covers) {
    const home = homes.get(blockId);
    if (home !== undefined) return home;
  }
  return null;
}
