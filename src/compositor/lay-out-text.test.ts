import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aspects, frameSize } from '../domain/project/frame-shape.ts';
import type { Aspect } from '../domain/project/project.ts';
import { TitleStyle } from '../domain/timeline/records.ts';
import { layOutCaption } from './lay-out-caption.ts';
import { layOutTitle } from './lay-out-title.ts';
import type { Mark } from './marks.ts';
import { type Box, type Stage, stageOf } from './stage.ts';
import { lineWidth } from './text/fit-text.ts';
import type { MeasureText } from './text/measure-text.ts';
import { splitGraphemes, splitWords } from './text/split-words.ts';

/** Stands in for a canvas: every character is a little more than half as wide as the type is high. */
const measure: MeasureText = (text, face) =>
  splitGraphemes(text).length * face.sizeUnits * (0.56 + face.tracking);

const stages = (Object.keys(aspects) as Aspect[]).map((aspect) => {
  const { widthPx, heightPx } = frameSize(aspect, 720);
  return stageOf(widthPx, heightPx);
});
const anyStage = fc.constantFrom(...stages);
const [wide] = stages;

type TextMark = Extract<Mark, { kind: 'text' }>;
const textsOf = (marks: readonly Mark[]): TextMark[] => marks.filter((mark) => mark.kind === 'text');
const linesOf = (marks: readonly Mark[]): string[] => textsOf(marks).map((mark) => mark.text);

function expectInside(marks: readonly Mark[], safe: Box): void {
  for (const mark of textsOf(marks)) {
    expect(mark.x).toBeGreaterThanOrEqual(safe.left - 0.5);
    expect(mark.x + lineWidth(mark.text, mark.face, measure)).toBeLessThanOrEqual(safe.right + 0.5);
    expect(mark.y - mark.face.sizeUnits * 0.72).toBeGreaterThanOrEqual(safe.top - 0.5);
    expect(mark.y).toBeLessThanOrEqual(safe.bottom + 0.5);
  }
}

const anyText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 300 }),
  fc.array(fc.stringMatching(/^[A-Za-z]{1,12}[,.?]?$/), { maxLength: 120 }).map((words) => words.join(' ')),
  fc.stringMatching(/^[a-z]{60,400}$/),
  // Credits whose columns are about as wide as a card, or far wider.
  fc
    .tuple(fc.integer({ min: 1, max: 150 }), fc.integer({ min: 1, max: 150 }))
    .map(([role, name]) => `${'r'.repeat(role)}: ${'n'.repeat(name)}`),
  fc.constantFrom('Title\nby One', 'Role: Name\nOther: Someone\n\nThe End', '\n\n', '- Yes?\n- No.'),
);

const wideStage = (): Stage => {
  if (wide === undefined) throw new Error('no stage');
  return wide;
};
const caption = (text: string, speaker: string | null = null): Mark[] =>
  layOutCaption({ text, speaker }, wideStage(), measure);

describe('a caption', () => {
  test('keeps the line breaks that it came with', () => {
    expect(linesOf(caption('Where were you\nall night?'))).toEqual(['Where were you', 'all night?']);
  });

  test('flows anew where a given line is too long', () => {
    const text = 'I followed the worst trumpet in the world for a whole hour\nand laughed.';
    expect(linesOf(caption(text))).toEqual([
      'I followed the worst trumpet in the world',
      'for a whole hour and laughed.',
    ]);
  });

  test('sets the name of a voice that is not in the picture apart', () => {
    expect(linesOf(caption('KEEPER: Come in.', 'Keeper'))).toEqual(['KEEPER', 'Come in.']);
    expect(linesOf(caption('Come in.', 'Keeper'))).toEqual(['Come in.']);
    expect(linesOf(caption('Keeper, come in.', 'Keeper'))).toEqual(['Keeper, come in.']);
  });

  test('keeps two voices on lines of their own', () => {
    expect(linesOf(caption('- Did you hear that?\n- Hear what?'))).toHaveLength(2);
  });

  test('stands in the safe area with few short lines, whatever the words and the frame', () => {
    fc.assert(
      fc.property(anyText, anyStage, (text, stage) => {
        const marks = layOutCaption({ text, speaker: null }, stage, measure);
        expectInside(marks, stage.captionSafe);
        // Four words of 21 characters need four lines, or longer ones. Shorter words leave less of a line empty, and
        // words longer than a line are cut, so that ninety characters of them stand on three.
        const words = splitWords(text.replaceAll('\n', ' ')).map((word) => splitGraphemes(word.text).length);
        if (splitGraphemes(text).length > 90 || words.some((n) => n > 13 && n <= 42)) return;
        expect(linesOf(marks).length).toBeLessThanOrEqual(3);
        for (const line of linesOf(marks)) expect(splitGraphemes(line).length).toBeLessThanOrEqual(42);
      }),
    );
  });

  test('a word longer than two lines fills the line that it begins on rather than making longer lines', () => {
    expect(linesOf(caption(`r: ${'n'.repeat(85)}`)).map((line) => line.length)).toEqual([42, 42, 4]);
  });

  test('stays clear of the lower fifth of an upright frame, where apps lay their buttons', () => {
    const stage = stageOf(720, 1280);
    const marks = layOutCaption({ text: 'Come in.', speaker: null }, stage, measure);
    for (const mark of marks) {
      const bottom = mark.kind === 'text' ? mark.y : mark.y + mark.height;
      expect(bottom).toBeLessThanOrEqual(stage.heightUnits * 0.8 + 0.5);
    }
  });

  test('loses no word of a long one', () => {
    const text = 'Harbour, harbour, this is Santa Rita, and we can not see our own bow. '.repeat(4).trim();
    expect(linesOf(caption(text)).join(' ')).toBe(text);
  });
});

describe('a title', () => {
  test.each(stages)('many short words of tracked type stay within the safe area of %j', (stage) => {
    for (let words = 1; words <= 120; words++) {
      const text = `Role: Name\n${'h '.repeat(words)}`;
      expectInside(layOutTitle({ text, style: 'credits' }, stage, measure), stage.titleSafe);
    }
  });

  test('leads with its first line and sets the others smaller', () => {
    const [lead, follow] = textsOf(
      layOutTitle({ text: 'The Last Signal\nby Nobody', style: 'title' }, wideStage(), measure),
    );
    expect(lead).toMatchObject({ text: 'The Last Signal', face: { family: 'display' } });
    expect(follow?.face.sizeUnits).toBeLessThan((lead?.face.sizeUnits ?? 0) / 3);
  });

  test('credits meet in the middle', () => {
    const marks = layOutTitle(
      { text: 'Music: Ann\nSound: The Rain', style: 'credits' },
      wideStage(),
      measure,
    );
    const ends = textsOf(marks).map((mark) => ({
      left: mark.x,
      right: mark.x + lineWidth(mark.text, mark.face, measure),
    }));
    const middle = wideStage().widthUnits / 2;
    expect(linesOf(marks)).toEqual(['Music', 'Ann', 'Sound', 'The Rain']);
    expect(ends[0]?.right).toBeCloseTo(ends[2]?.right ?? 0, 6);
    expect(ends[1]?.left).toBeCloseTo(ends[3]?.left ?? 0, 6);
    expect(((ends[0]?.right ?? 0) + (ends[1]?.left ?? 0)) / 2).toBeCloseTo(middle, 6);
  });

  test.each(TitleStyle.options)('stays in the safe area, whatever the words and the frame: %s', (style) => {
    fc.assert(
      fc.property(anyText, anyStage, (text, stage) => {
        expectInside(layOutTitle({ text, style }, stage, measure), stage.titleSafe);
      }),
    );
  });

  test('no words, no marks', () => {
    for (const style of TitleStyle.options) {
      expect(layOutTitle({ text: ' \n', style }, wideStage(), measure)).toEqual([]);
    }
  });
});
