import {
  patchOf,
  type RecordChange,
  type RecordsPatch,
  removeChange,
  updateChange,
} from '../../kernel/patch.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { markEdited } from '../../scenes/commands/mark-edited.ts';
import { cutByHand } from '../../scenes/not-filmed.ts';
import { joinCovers } from '../reconcile/hand-coverage.ts';
import type { Coverage, Shot } from '../shot.ts';
import { shotsInFilmOrder } from '../shot-numbers.ts';
import { uncoveredWords } from '../uncovered-words.ts';
import { type BreakdownRows, requireShot } from './breakdown-rows.ts';

/**
 * Deletes a shot. Words that it alone covered go to the shot before it in its scene, else to the one after it, so that
 * they stay accounted for and a new breakdown does not bring the shot back; for the same reason, shots that film its words
 * as well count as arranged by hand from then on. When it was the last shot of its scene, blocks that nothing else covers
 * are marked as cut by hand, and words of a block that a shot of another scene films too go to that shot.
 *
 * Refusals: `shot.not-found`.
 */
export function deleteShot({ blocks, scenes, shots }: BreakdownRows, shotId: string): Result<RecordsPatch> {
  const found = requireShot(shots, shotId);
  if (!found.ok) return found;
  const shot = found.value;
  const own = shotsInFilmOrder(scenes, shots).filter(({ sceneId }) => sceneId === shot.sceneId);
  const at = own.findIndex(({ id }) => id === shotId);
  const others = shots.filter(({ id }) => id !== shotId);
  const orphaned = orphanedBy(shot, others, blocks);
  const before = own[at - 1];
  const heir = before ?? own[at + 1];
  const changes: (RecordChange | null)[] = [removeChange('shot', shot)];
  const covers = new Map<Shot, readonly Coverage[]>(
    others.filter((other) => filmsWordsOf(other, shot)).map((other) => [other, other.covers]),
  );
  if (heir === undefined) {
    const last = settleLast(orphaned, others, blocks);
    changes.push(...last.cut);
    for (const [keeper, words] of last.given) covers.set(keeper, joinCovers([...keeper.covers, ...words]));
  } else if (orphaned.length > 0) {
    const inOrder = before === undefined ? [...orphaned, ...heir.covers] : [...heir.covers, ...orphaned];
    covers.set(heir, joinCovers(inOrder));
  }
  for (const [keeper, words] of covers) {
    const editedFields = markEdited(keeper.editedFields, ['covers']);
    changes.push(updateChange<Shot>('shot', keeper, { covers: [...words], editedFields }));
  }
  return ok(patchOf(changes));
}

function filmsWordsOf(other: Shot, shot: Shot): boolean {
  return other.covers.some((a) =>
    shot.covers.some((b) => a.blockId === b.blockId && a.start < b.end && a.end > b.start),
  );
}

/** Where the words of a scene's last shot go: to a shot elsewhere that films the same block, else their block is cut. */
function settleLast(
  orphaned: readonly Coverage[],
  others: readonly Shot[],
  blocks: BreakdownRows['blocks'],
): {
  readonly given: ReadonlyMap<Shot, readonly Coverage[]>;
  readonly cut: readonly (RecordChange | null)[];
} {
  const given = new Map<Shot, Coverage[]>();
  const cut: (RecordChange | null)[] = [];
  for (const block of blocks) {
    const words = orphaned.filter(({ blockId }) => blockId === block.id);
    if (words.length === 0) continue;
    const heir = others.find(({ covers }) => covers.some(({ blockId }) => blockId === block.id));
    if (heir === undefined) cut.push(updateChange('block', block, { notFilmed: cutByHand }));
    else given.set(heir, [...(given.get(heir) ?? []), ...words]);
  }
  return { given, cut };
}

/** The ranges with words that only this shot covers. */
function orphanedBy(shot: Shot, others: readonly Shot[], blocks: BreakdownRows['blocks']): Coverage[] {
  const covered = new Set<string>(shot.covers.map(({ blockId }) => blockId));
  const rest = others.filter(({ covers }) => covers.some(({ blockId }) => covered.has(blockId)));
  return blocks
    .filter(({ id }) => covered.has(id))
    .flatMap((block) =>
      uncoveredWords(block, rest)
        .filter(({ start, end }) =>
          shot.covers.some((c) => c.blockId === block.id && c.start < end && c.end > start),
        )
        .map((range) => ({ blockId: block.id, ...range })),
    );
}
