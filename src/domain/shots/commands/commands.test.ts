import { describe, expect, test } from 'vitest';
import { applyPatch, tableOf } from '../../../testing/apply-patch.ts';
import { breakdownIn, brokenDown } from '../../../testing/builders/breakdown-table.ts';
import { buildBlocks } from '../../../testing/builders/build-blocks.ts';
import { ShotId } from '../../kernel/ids.ts';
import type { RecordsPatch } from '../../kernel/patch.ts';
import type { Result } from '../../kernel/result.ts';
import { frameRates } from '../../kernel/time.ts';
import { editScene } from '../../scenes/commands/edit-scene.ts';
import { cutByHand } from '../../scenes/not-filmed.ts';
import type { Shot } from '../shot.ts';
import { addShot } from './add-shot.ts';
import { chooseTake } from './choose-take.ts';
import { deleteShot } from './delete-shot.ts';
import { duplicateShot } from './duplicate-shot.ts';
import { editShot } from './edit-shot.ts';
import { mergeScenes } from './merge-scenes.ts';
import { mergeShots } from './merge-shots.ts';
import { moveShot } from './move-shot.ts';
import { splitScene } from './split-scene.ts';
import { splitShot } from './split-shot.ts';

const rate = frameRates['24'];

const table = brokenDown(
  buildBlocks([
    ['heading', 'INT. HUT - NIGHT'],
    ['action', 'MARA (60s) trims the wick. A radio crackles on the shelf.'],
    ['character', 'MARA'],
    ['dialogue', 'Who is there? Say it again.'],
    ['heading', 'EXT. PIER - NIGHT'],
    ['action', 'A lamp swings.'],
  ]),
);
const rows = breakdownIn(table);
const [first, second, line, lamp] = rows.shots;

describe('commands on shots', () => {
  test('an edit is remembered as made by hand, and its refusals say what was kept', () => {
    const edited = editShot(rows.shots, rows.cast, rate, first?.id ?? '', { size: 'close' });
    expect(edited.ok && edited.value.changes[0]).toMatchObject({
      fields: { size: { to: 'close' }, editedFields: { to: ['size'] } },
    });
    const refusal = (edit: Parameters<typeof editShot>[4]): string => {
      const result = editShot(rows.shots, rows.cast, rate, first?.id ?? '', edit);
      return result.ok ? 'accepted' : result.fault.code;
    };
    expect(refusal({ description: ' ' })).toBe('shot.empty-description');
    expect(refusal({ lensMm: 3 })).toBe('shot.bad-lens');
    expect(refusal({ durationFlicks: 7 })).toBe('shot.bad-duration');
    expect(refusal({ characters: ['NOBODY'] })).toBe('shot.unknown-character');
    expect(refusal({ characters: ['MARA'] })).toBe('accepted');
  });

  test('a deleted shot leaves its words to the shot before it', () => {
    const result = deleteShot(rows, second?.id ?? '');
    const after = breakdownIn(applyPatch(table, result.ok ? result.value : { changes: [] }));
    expect(after.shots).toHaveLength(rows.shots.length - 1);
    expect(after.shots[0]?.covers).toEqual([
      ...(first?.covers.slice(0, 1) ?? []),
      { blockId: 'b1', start: 0, end: 57 },
    ]);
  });

  test('the last shot of a scene takes its blocks out of the film', () => {
    const result = deleteShot(rows, lamp?.id ?? '');
    const after = breakdownIn(applyPatch(table, result.ok ? result.value : { changes: [] }));
    expect(after.blocks.map(({ notFilmed }) => notFilmed)).toEqual([
      null,
      null,
      null,
      null,
      cutByHand,
      cutByHand,
    ]);
  });

  test('a split shares out words and length, a merge puts them together again', () => {
    const result = splitShot(rows, rate, line?.id ?? '', ShotId.parse('new'), { blockId: 'b3', offset: 14 });
    const split = breakdownIn(applyPatch(table, result.ok ? result.value : { changes: [] }));
    const halves = split.shots.filter(({ id }) => id === line?.id || id === 'new');
    expect(halves.map(({ dialogue }) => dialogue?.text)).toEqual(['Who is there?', 'Say it again.']);
    expect(halves.reduce((sum, { durationFlicks }) => sum + durationFlicks, 0)).toBe(line?.durationFlicks);
    const joined = mergeShots(split, line?.id ?? '', 'new');
    const merged = breakdownIn(
      applyPatch(
        tableOf({ block: split.blocks, scene: split.scenes, shot: split.shots }),
        joined.ok ? joined.value : { changes: [] },
      ),
    );
    const { editedFields: _, ...whole } = merged.shots.find(({ id }) => id === line?.id) ?? ({} as Shot);
    expect({ ...whole, editedFields: [] }).toEqual(line);
  });

  test('refusals are named', () => {
    const code = (result: Result<RecordsPatch>): string => (result.ok ? 'accepted' : result.fault.code);
    const id = ShotId.parse('new');
    expect(code(deleteShot(rows, 'none'))).toBe('shot.not-found');
    expect(code(splitShot(rows, rate, line?.id ?? '', id, { blockId: 'b3', offset: 2 }))).toBe(
      'shot.bad-split',
    );
    expect(code(mergeShots(rows, second?.id ?? '', first?.id ?? ''))).toBe('shot.not-neighbours');
    expect(code(moveShot(rows, first?.id ?? '', 'none', null))).toBe('scene.not-found');
    expect(
      code(
        addShot(rows, rows.cast, rate, {
          id,
          sceneId: rows.scenes[0]?.id ?? '',
          afterShotId: lamp?.id ?? '',
          fields: {},
        }),
      ),
    ).toBe('shot.not-in-scene');
    expect(code(duplicateShot(rows, first?.id ?? '', first?.id ?? id))).toBe('shot.id-taken');
    expect(code(splitScene(rows, rows.scenes[0]?.id ?? '', 'b3'))).toBe('scene.bad-split');
    expect(code(mergeScenes(rows, rows.scenes[1]?.id ?? '', rows.scenes[0]?.id ?? ''))).toBe(
      'scene.not-neighbours',
    );
    expect(code(editScene(rows.scenes, rows.scenes[0]?.id ?? '', { heading: '' }))).toBe(
      'scene.empty-heading',
    );
    const take = {
      id: 'take-1' as NonNullable<Shot['chosenClipId']>,
      shotId: lamp?.id ?? '',
      kind: 'clip' as const,
    };
    expect(code(chooseTake(rows.shots, first?.id ?? '', 'clip', take))).toBe('shot.foreign-take');
    expect(code(chooseTake(rows.shots, lamp?.id ?? '', 'still', take))).toBe('shot.wrong-take-kind');
    expect(code(chooseTake(rows.shots, lamp?.id ?? '', 'clip', take))).toBe('accepted');
  });
});
