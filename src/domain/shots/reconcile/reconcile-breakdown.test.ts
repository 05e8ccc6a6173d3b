import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyPatch, type RowTable, tableOf } from '../../../testing/apply-patch.ts';
import { arbitraryBlocks } from '../../../testing/builders/arbitrary-blocks.ts';
import { breakdownIn, brokenDown, updateOf } from '../../../testing/builders/breakdown-table.ts';
import { buildBlocks, type ShortBlock } from '../../../testing/builders/build-blocks.ts';
import { reversePatch } from '../../kernel/patch.ts';
import type { Block } from '../../text/block.ts';
import type { Shot } from '../shot.ts';
import { uncoveredWords } from '../uncovered-words.ts';

/** The same table with other rows of one block or shot. */
function withRow<R extends { readonly id: string }>(
  table: RowTable,
  entity: 'block' | 'shot' | 'scene',
  row: R,
): RowTable {
  return new Map([...table, ...tableOf({ [entity]: [row] })]);
}

const story: readonly ShortBlock[] = [
  ['heading', 'EXT. PIER - NIGHT'],
  ['action', 'Wind over the water. A lamp swings at the end of the pier. MARA (60s, tall) walks out to it.'],
  ['character', 'MARA'],
  ['dialogue', 'Nobody came. Nobody ever comes.'],
  ['action', 'She takes the lamp from its hook.'],
  ['heading', 'INT. HUT - CONTINUOUS'],
  ['action', 'Mara sets the lamp down. A radio crackles on the shelf.'],
  ['character', 'VOICE (V.O.)'],
  ['dialogue', 'Is anybody there?'],
  ['action', 'She covers her mouth.'],
  ['transition', 'FADE OUT.'],
];

describe('a breakdown that is brought up to date', () => {
  test('the same text twice is an empty patch', () => {
    fc.assert(
      fc.property(arbitraryBlocks, (blocks) => {
        expect(updateOf(brokenDown(blocks)).patch.changes).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  test('an edited paragraph changes only the shots and scenes that cover it', () => {
    const at = [1, 3, 4, 6, 8, 9];
    fc.assert(
      fc.property(
        fc.constantFrom(...at),
        fc.constantFrom('Nothing moves.', 'The tide is turning now.', ''),
        (index, added) => {
          const blocks = buildBlocks(story);
          const before = brokenDown(blocks);
          const block = breakdownIn(before).blocks[index];
          if (block === undefined) return;
          const edited = withRow(before, 'block', { ...block, text: `${block.text} ${added}`.trim() });
          const { patch } = updateOf(edited);
          const { shots, scenes } = breakdownIn(before);
          for (const change of patch.changes) {
            const row = change.kind === 'update' ? null : (change.row as unknown as Shot);
            if (change.entity === 'shot') {
              const shot = row ?? shots.find(({ id }) => change.kind === 'update' && id === change.id);
              expect(shot?.covers.some(({ blockId }) => blockId === block.id)).toBe(true);
            } else if (change.entity === 'scene') {
              const scene = scenes.find(({ id }) => change.kind === 'update' && id === change.id);
              expect(scene?.blockIds).toContain(block.id);
            } else expect(change.entity === 'cast').toBe(true);
          }
        },
      ),
    );
  });

  test('a paragraph put in adds its shots and leaves the ids, keys and words of the others', () => {
    const before = brokenDown(buildBlocks(story));
    const blocks = buildBlocks([
      ...story.slice(0, 5).map(([kind, text], i): ShortBlock => [kind, text, { id: `b${i}` as Block['id'] }]),
      ['action', 'The tide turns. A brass bell rings once.', { id: 'new' as Block['id'] }],
      ...story
        .slice(5)
        .map(([kind, text], i): ShortBlock => [kind, text, { id: `b${i + 5}` as Block['id'] }]),
    ]);
    const old = breakdownIn(before);
    const table = tableOf({ block: blocks, scene: old.scenes, cast: old.cast, shot: old.shots });
    const after = breakdownIn(applyPatch(table, updateOf(table).patch));
    const kept = after.shots.filter((shot) => shot.covers.every(({ blockId }) => blockId !== 'new'));
    expect(kept).toEqual(old.shots);
    expect(after.shots.length).toBeGreaterThan(old.shots.length);
    expect(after.shots.map(({ sceneId }) => sceneId)).toEqual(
      [...after.shots]
        .sort((a, b) => (a.sceneId === b.sceneId ? 0 : a.sceneId === old.scenes[0]?.id ? -1 : 1))
        .map(({ sceneId }) => sceneId),
    );
  });

  test('fields edited by hand and chosen takes survive any new text', () => {
    fc.assert(
      fc.property(arbitraryBlocks, arbitraryBlocks, fc.nat(), (blocks, others, pick) => {
        const table = brokenDown(blocks);
        const { shots, scenes } = breakdownIn(table);
        const shot = shots[pick % Math.max(1, shots.length)];
        if (shot === undefined) return;
        const mine: Shot = {
          ...shot,
          description: 'As I want it.',
          size: 'full',
          lensMm: 77,
          editedFields: ['description', 'size', 'lensMm'],
          chosenClipId: 'take-1' as Shot['chosenClipId'],
        };
        const changed = new Map(withRow(table, 'shot', mine));
        others.forEach((block, i) => {
          const covered = shot.covers.some(({ blockId }) => blockId === block.id);
          const key = `block/b${i}`;
          const old = changed.get(key);
          if (old !== undefined && !covered) changed.set(key, { ...old, text: block.text });
        });
        const after = breakdownIn(applyPatch(changed, updateOf(changed).patch));
        const found = after.shots.find(({ id }) => id === shot.id);
        if (found === undefined)
          expect(after.scenes.length).toBeLessThanOrEqual(scenes.length + others.length);
        else {
          expect(found).toMatchObject({
            description: 'As I want it.',
            size: 'full',
            lensMm: 77,
            chosenClipId: 'take-1',
          });
        }
      }),
      { numRuns: 200 },
    );
  });

  test('shots added by hand stay, even when everything around them is gone', () => {
    const before = brokenDown(buildBlocks(story));
    const [shot] = breakdownIn(before).shots;
    if (shot === undefined) throw new Error('no shot');
    const mine: Shot = {
      ...shot,
      id: 'mine' as Shot['id'],
      order: `${shot.order}V`,
      covers: [],
      origin: 'user',
    };
    const rest = buildBlocks([['action', 'Something else altogether.', { id: 'other' as Block['id'] }]]);
    const { scenes, cast, shots } = breakdownIn(withRow(before, 'shot', mine));
    const table = tableOf({ block: rest, scene: scenes, cast, shot: shots });
    const after = breakdownIn(applyPatch(table, updateOf(table).patch));
    expect(after.shots.map(({ id }) => id)).toContain('mine');
    expect(after.scenes.map(({ id }) => id)).toEqual([after.shots.find(({ id }) => id === 'mine')?.sceneId]);
  });

  test('every patch can be taken back', () => {
    fc.assert(
      fc.property(arbitraryBlocks, arbitraryBlocks, (blocks, others) => {
        const table = new Map([...brokenDown(blocks), ...tableOf({ block: others })]);
        const { patch } = updateOf(table);
        const back = applyPatch(applyPatch(table, patch), reversePatch(patch));
        expect(new Map([...back].sort())).toEqual(new Map([...table].sort()));
      }),
      { numRuns: 100 },
    );
  });

  test('words that an edit brings under hand-made covers are given to a shot', () => {
    const before = brokenDown(buildBlocks([['action', 'A door opens.']]));
    const [shot] = breakdownIn(before).shots;
    if (shot === undefined) throw new Error('no shot');
    const held = withRow(before, 'shot', { ...shot, editedFields: ['covers'] });
    const block = breakdownIn(before).blocks[0];
    if (block === undefined) throw new Error('no block');
    const table = withRow(held, 'block', { ...block, text: 'A door opens. A child runs out into the rain.' });
    const after = breakdownIn(applyPatch(table, updateOf(table).patch));
    for (const row of after.blocks) expect(uncoveredWords(row, after.shots)).toEqual([]);
  });
});
