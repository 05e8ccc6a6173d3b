import { describe, expect, test } from 'vitest';
import type { Face } from '../fonts.ts';
import { type FittedText, fitText, lineWidth, type TextRequest } from './fit-text.ts';
import type { MeasureText } from './measure-text.ts';
import { splitGraphemes } from './split-words.ts';

const face: Face = { family: 'text', weight: 400, sizeUnits: 10, tracking: 0 };
const measure: MeasureText = (text, { sizeUnits, tracking }) =>
  splitGraphemes(text).length * sizeUnits * (1 + tracking);

const setIn100 = (text: string, fields: Partial<TextRequest> = {}): FittedText =>
  fitText(
    { text, face, maxWidthUnits: 100, maxLines: 2, maxCharactersPerLine: 99, sizes: [1, 0.5], ...fields },
    measure,
  );
const lines = (fitted: FittedText): string[] => fitted.lines.map((line) => line.text);

describe('fitText', () => {
  test('keeps the size where the text fits', () => {
    expect(setIn100('some words here')).toMatchObject({
      face: { sizeUnits: 10 },
      fits: true,
      shortened: false,
    });
  });

  test('goes smaller before it takes a line too many or cuts a word', () => {
    expect(setIn100('words and words and words').face.sizeUnits).toBe(5);
    expect(setIn100('interminable').face.sizeUnits).toBe(5);
    expect(lines(setIn100('interminable'))).toEqual(['interminable']);
  });

  test('ends in an ellipsis, inside the width, where even the smallest size is too large', () => {
    const fitted = setIn100('word '.repeat(40));
    expect(fitted).toMatchObject({ fits: false, shortened: true });
    expect(fitted.lines).toHaveLength(2);
    expect(lines(fitted)[1]).toMatch(/^word.*…$/);
    expect(fitted.lines[1]?.widthUnits).toBeLessThanOrEqual(100);
  });

  test('cuts a word that no size holds, and says so', () => {
    const fitted = setIn100('x'.repeat(30));
    expect(lines(fitted)).toEqual(['x'.repeat(20), 'x'.repeat(10)]);
    expect(fitted).toMatchObject({ fits: false, shortened: false });
  });

  test('paragraphs begin lines, and the tracking after a line does not count as its width', () => {
    const tracked = { ...face, tracking: 0.1 };
    const fitted = setIn100('one\ntwo', { face: tracked });
    expect(lines(fitted)).toEqual(['one', 'two']);
    expect(fitted.lines[0]?.widthUnits).toBeCloseTo(32, 9);
    expect(lineWidth('', tracked, measure)).toBe(0);
  });
});
