import { beforeEach, expect, test } from 'vitest';
import type { BlockId } from '../../../../domain/kernel/ids.ts';
import type { BlockKind } from '../../../../domain/text/block.ts';
import { planTextEdit, type TextEdit } from '../../../../domain/text/commands/text-edit.ts';
import { buildBlocks, type ShortBlock, testProjectId } from '../../../../testing/builders/build-blocks.ts';
import { applyToBlocks } from '../model/apply-to-blocks.ts';
import type { TextEdits } from '../model/text-edits.ts';
import type { ScriptSelection } from './caret.ts';
import { createScriptInput, type ScriptInput } from './script-input.ts';

/** Edits that are done at once, without a studio. */
function instantEdits(short: readonly ShortBlock[]): Pick<TextEdits, 'blocks' | 'type' | 'run'> {
  let blocks: ReturnType<TextEdits['blocks']> = buildBlocks(short);
  const run = (edit: TextEdit) => {
    const planned = planTextEdit(blocks, testProjectId, edit);
    if (!planned.ok) return planned;
    blocks = applyToBlocks(blocks, planned.value);
    return { ok: true, value: null } as const;
  };
  return {
    blocks: () => blocks,
    run,
    type: (blockId, text) => void run({ edit: 'editBlock', blockId, text }),
  };
}

let edits: ReturnType<typeof instantEdits>;
let input: ScriptInput;
const begin = (...short: ShortBlock[]): void => {
  edits = instantEdits(short);
  input = createScriptInput(edits as TextEdits, 'fountain');
};
const id = (at: number): BlockId => edits.blocks()[at]?.id as BlockId;
const caret = (at: number, offset: number): ScriptSelection => {
  const point = { blockId: id(at), offset };
  return { from: point, to: point, collapsed: true };
};
const over = (from: [number, number], to: [number, number]): ScriptSelection => ({
  from: { blockId: id(from[0]), offset: from[1] },
  to: { blockId: id(to[0]), offset: to[1] },
  collapsed: false,
});
const said = (): [BlockKind, string][] => edits.blocks().map(({ kind, text }) => [kind, text]);

beforeEach(() =>
  begin(['heading', 'INT. HUT'], ['action', 'Mara listens.'], ['character', 'MARA'], ['dialogue', 'Who?']),
);

test('words go where the caret is, and over what is selected', () => {
  expect(input.insertWords(caret(1, 4), ' still')).toEqual({ blockId: id(1), offset: 10 });
  expect(said()[1]).toEqual(['action', 'Mara still listens.']);
  input.insertWords(over([1, 0], [1, 4]), 'She');
  expect(said()[1]).toEqual(['action', 'She still listens.']);
  expect(input.insertWords(over([1, 4], [3, 2]), 'X')).toEqual({ blockId: id(1), offset: 5 });
  expect(said()).toEqual([
    ['heading', 'INT. HUT'],
    ['action', 'She Xo?'],
  ]);
});

test('Enter goes on as a screenplay does', () => {
  const after = (at: number, text: string): BlockKind | undefined => {
    const place = input.breakBlock(caret(at, text.length));
    return edits.blocks().find(({ id }) => id === place?.blockId)?.kind;
  };
  expect(after(3, 'Who?')).toBe('action');
  expect(after(2, 'MARA')).toBe('dialogue');
  expect(after(0, 'INT. HUT')).toBe('action');
});

test('a line typed as action becomes what it is by the rules of the format', () => {
  begin(['action', 'EXT. PIER - NIGHT'], ['action', 'OTTO (V.O.)'], ['action', 'CUT TO:'], ['action', 'No.']);
  for (let at = 3; at >= 0; at--) input.breakBlock(caret(at, edits.blocks()[at]?.text.length ?? 0));
  expect(said().map(([kind]) => kind)).toEqual([
    'heading',
    'action',
    'character',
    'dialogue',
    'transition',
    'heading',
    'action',
    'action',
  ]);
});

test('Enter on an empty line of another kind goes back to action', () => {
  begin(['dialogue', '']);
  expect(input.breakBlock(caret(0, 0))).toEqual({ blockId: id(0), offset: 0 });
  expect(said()).toEqual([['action', '']]);
});

test('Backspace at the start joins, Delete at the end does too', () => {
  expect(input.remove(caret(3, 0), null, 'back')).toEqual({ blockId: id(2), offset: 4 });
  expect(said().at(-1)).toEqual(['character', 'MARAWho?']);
  expect(input.remove(caret(0, 8), null, 'on')).toEqual({ blockId: id(0), offset: 8 });
  expect(said()[0]).toEqual(['heading', 'INT. HUTMara listens.']);
  expect(input.remove(caret(0, 0), null, 'back')).toEqual({ blockId: id(0), offset: 0 });
});

test('several pasted paragraphs are blocks of their kinds; one line is words', () => {
  input.paste(caret(1, 13), 'OTTO\nMe.\n\nHe enters.');
  expect(said().slice(1, 6)).toEqual([
    ['action', 'Mara listens.'],
    ['character', 'OTTO'],
    ['dialogue', 'Me.'],
    ['action', 'He enters.'],
    ['character', 'MARA'],
  ]);
  input.paste(caret(0, 8), ' - NIGHT\n');
  expect(said()[0]).toEqual(['heading', 'INT. HUT - NIGHT']);
});

test('what is copied over several blocks is written as a file of the project', () => {
  expect(input.copy(over([1, 5], [3, 4]))).toBe('listens.\n\nMARA\nWho?');
  expect(input.copy(over([1, 0], [1, 4]))).toBe('Mara');
});

test('Tab goes through the kinds and comes round', () => {
  for (let press = 0; press < 6; press++) input.cycleKind(caret(1, 0), 1);
  expect(said()[1]?.[0]).toBe('action');
  input.cycleKind(caret(1, 0), -1);
  expect(said()[1]?.[0]).toBe('transition');
});

test('an empty script takes the first word', () => {
  begin();
  const place = input.insertWords(caret(0, 0), 'I');
  expect(said()).toEqual([['action', 'I']]);
  expect(place?.offset).toBe(1);
});
