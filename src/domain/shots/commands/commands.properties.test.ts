import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyPatch, type RowTable } from '../../../testing/apply-patch.ts';
import { arbitraryBlocks } from '../../../testing/builders/arbitrary-blocks.ts';
import { breakdownIn, brokenDown, brokenDownProject } from '../../../testing/builders/breakdown-table.ts';
import { buildBlocks } from '../../../testing/builders/build-blocks.ts';
import type { CastMember } from '../../cast/cast-member.ts';
import { BlockId, ShotId } from '../../kernel/ids.ts';
import { type RecordsPatch, reversePatch } from '../../kernel/patch.ts';
import type { Result } from '../../kernel/result.ts';
import { frameFlicks, frameRates } from '../../kernel/time.ts';
import { editScene } from '../../scenes/commands/edit-scene.ts';
import { moveScene } from '../../scenes/commands/move-scene.ts';
import { notFilmedReason } from '../../scenes/not-filmed.ts';
import { Scene } from '../../scenes/scene.ts';
import { updateBreakdown } from '../reconcile/reconcile-breakdown.ts';
import { Shot } from '../shot.ts';
import { shotsInFilmOrder } from '../shot-numbers.ts';
import { uncoveredWords } from '../uncovered-words.ts';
import { addShot } from './add-shot.ts';
import type { BreakdownRows } from './breakdown-rows.ts';
import { deleteShot } from './delete-shot.ts';
import { duplicateShot } from './duplicate-shot.ts';
import { editShot } from './edit-shot.ts';
import { mergeScenes } from './merge-scenes.ts';
import { mergeShots } from './merge-shots.ts';
import { moveShot } from './move-shot.ts';
import { splitScene } from './split-scene.ts';
import { splitShot } from './split-shot.ts';

const rate = frameRates['24'];

interface Rows extends BreakdownRows {
  readonly cast: readonly CastMember[];
}

/** A command with everything it needs chosen from the rows by numbers, so that any row can be hit. */
type AnyCommand = (rows: Rows, a: number, b: number, fresh: ShotId) => Result<RecordsPatch>;
const pick = <T>(list: readonly T[], n: number): T | undefined => list[n % Math.max(1, list.length)];
const idAt = (list: readonly { readonly id: string }[], n: number): string => pick(list, n)?.id ?? 'none';

const commands: Record<string, AnyCommand> = {
  editShot: (rows, a, b) =>
    editShot(rows.shots, rows.cast, rate, idAt(rows.shots, a), {
      description: `Take ${b}`,
      durationFlicks: frameFlicks(rate) * (1 + (b % 200)),
    }),
  addShot: (rows, a, b, id) => {
    const scene = pick(rows.scenes, a);
    const own = rows.shots.filter(({ sceneId }) => sceneId === scene?.id);
    const afterShotId = b % 3 === 0 ? null : (pick(own, b)?.id ?? null);
    return addShot(rows, rows.cast, rate, { id, sceneId: scene?.id ?? 'none', afterShotId, fields: {} });
  },
  deleteShot: (rows, a) => deleteShot(rows, idAt(rows.shots, a)),
  duplicateShot: (rows, a, _b, id) => duplicateShot(rows, idAt(rows.shots, a), id),
  moveShot: (rows, a, b) => {
    const target = pick(rows.shots, b);
    return moveShot(
      rows,
      idAt(rows.shots, a),
      target?.sceneId ?? 'none',
      b % 4 === 0 ? null : (target?.id ?? null),
    );
  },
  splitShot: (rows, a, b, id) => {
    const range = pick(pick(rows.shots, a)?.covers ?? [], b);
    const at = { blockId: range?.blockId ?? 'none', offset: (range?.start ?? 0) + (b % 40) };
    return splitShot(rows, rate, idAt(rows.shots, a), id, at);
  },
  mergeShots: (rows, a) => {
    const film = shotsInFilmOrder(rows.scenes, rows.shots);
    return mergeShots(rows, idAt(film, a), idAt(film, a + 1));
  },
  editScene: (rows, a, b) =>
    editScene(rows.scenes, idAt(rows.scenes, a), { heading: `Scene ${b}`, mood: null }),
  moveScene: (rows, a, b) =>
    moveScene(rows.scenes, idAt(rows.scenes, a), b % 4 === 0 ? null : idAt(rows.scenes, b)),
  splitScene: (rows, a, b) =>
    splitScene(rows, idAt(rows.scenes, a), pick(pick(rows.scenes, a)?.blockIds ?? [], b) ?? 'none'),
  mergeScenes: (rows, a) => mergeScenes(rows, idAt(rows.scenes, a), idAt(rows.scenes, a + 1)),
};

const steps = fc.array(fc.tuple(fc.constantFrom(...Object.keys(commands)), fc.nat(200), fc.nat(200)), {
  maxLength: 8,
});

/** Runs commands one after another; refusals leave the rows as they were. */
function run(
  table: RowTable,
  list: readonly (readonly [string, number, number])[],
  each: (before: RowTable, patch: RecordsPatch) => void,
): RowTable {
  let now = table;
  list.forEach(([name, a, b], i) => {
    const result = commands[name]?.(breakdownIn(now), a, b, ShotId.parse(`new-${i}`));
    if (result === undefined || !result.ok) return;
    each(now, result.value);
    now = applyPatch(now, result.value);
  });
  return now;
}

function expectNothingLost({ blocks, shots }: Rows): void {
  for (const block of blocks) {
    if (block.notFilmed !== null || notFilmedReason(block) !== null) continue;
    expect(uncoveredWords(block, shots)).toEqual([]);
  }
}

describe('any edits of scenes and shots', () => {
  test('can be taken back one by one', () => {
    fc.assert(
      fc.property(arbitraryBlocks, steps, (blocks, list) => {
        run(brokenDown(blocks), list, (before, patch) => {
          const back = applyPatch(applyPatch(before, patch), reversePatch(patch));
          expect(new Map([...back].sort())).toEqual(new Map([...before].sort()));
        });
      }),
      { numRuns: 200 },
    );
  });

  test('lose no word and leave valid rows', () => {
    fc.assert(
      fc.property(arbitraryBlocks, steps, (blocks, list) => {
        const rows = breakdownIn(run(brokenDown(blocks), list, () => {}));
        expectNothingLost(rows);
        const scenes = new Set<string>(rows.scenes.map(({ id }) => id));
        for (const scene of rows.scenes) Scene.parse(scene);
        for (const shot of rows.shots) {
          Shot.parse(shot);
          expect(scenes.has(shot.sceneId)).toBe(true);
          expect(shot.durationFlicks % frameFlicks(rate)).toBe(0);
        }
      }),
      { numRuns: 200 },
    );
  });

  test('the words of a scene’s last shot go to the shot elsewhere that films the same paragraph', () => {
    const blocks = buildBlocks([
      ['action', '\u0000'],
      ['break', ''],
      ['action', 'JOHN (40s, tall) and MARY (30) dance. MARA MONTAGE - RAIN'],
    ]);
    const list = [
      ['moveShot', 10, 0],
      ['deleteShot', 0, 0],
      ['deleteShot', 0, 0],
    ] as const;
    expectNothingLost(breakdownIn(run(brokenDown(blocks), list, () => {})));
  });

  test('a deleted shot whose words another shot films too does not come back', () => {
    const film = brokenDown([
      ...buildBlocks([
        ['centered', 'diam'],
        ['parenthetical', 'softly'],
      ]),
      ...buildBlocks([['title-page', 'MARA']]).map((block) => ({
        ...block,
        id: BlockId.parse('t'),
        order: 'a5',
        key: 'Title',
      })),
    ]);
    const edited = run(film, [['deleteShot', 1, 0]], () => {});
    const before = breakdownIn(edited);
    expect(breakdownIn(film).shots).toHaveLength(2);
    expect(before.shots).toHaveLength(1);
    expect(updateBreakdown(brokenDownProject, before.blocks, before).rows.shots).toHaveLength(1);
  });

  test('a scene cut before a break leaves the scene after the break to itself', () => {
    const film = brokenDown(
      buildBlocks([
        ['centered', 'Title'],
        ['paragraph', 'She waits.'],
        ['break', ''],
        ['title-page', ''],
        ['centered', 'Rain.'],
      ]),
    );
    const before = breakdownIn(run(film, [['splitScene', 0, 1]], () => {}));
    expect(before.scenes.map(({ blockIds }) => blockIds)).toEqual([['b0'], ['b1', 'b2', 'b3'], ['b4']]);
    expect(updateBreakdown(brokenDownProject, before.blocks, before).patch.changes).toEqual([]);
  });

  test('survive a new breakdown of the same text: nothing comes back, nothing is lost, a second one changes nothing', () => {
    fc.assert(
      fc.property(arbitraryBlocks, steps, (blocks, list) => {
        const edited = run(brokenDown(blocks), list, () => {});
        const before = breakdownIn(edited);
        const again = applyPatch(edited, updateBreakdown(brokenDownProject, before.blocks, before).patch);
        const after = breakdownIn(again);
        // Another cut of the scenes may ask for other shots (a name whose line is in the next scene).
        if (!list.some(([name]) => name === 'splitScene' || name === 'mergeScenes')) {
          expect(after.shots.map(({ id }) => id).sort()).toEqual(before.shots.map(({ id }) => id).sort());
        }
        expect(after.scenes.map(({ id }) => id)).toEqual(before.scenes.map(({ id }) => id));
        expectNothingLost(after);
        expect(updateBreakdown(brokenDownProject, after.blocks, after).patch.changes).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});
