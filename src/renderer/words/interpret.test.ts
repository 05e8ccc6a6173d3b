import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createInterpreter } from './interpret.ts';

const interpret = createInterpreter(
  [
    ['Nothing was sent.', 'Nichts ging hinaus.'],
    ['There is no {what} {id}.', 'Es gibt kein {what} mit der Nummer {id}.'],
    ['It costs {price} for {size}.', 'Für {size} kostet es {price}.'],
    ['shot', 'Bild'],
    ['Move {what}', '{what} bewegen'],
  ],
  'de',
);

test('sentences that stand together are said one after the other, with their values in place', () => {
  expect(interpret('There is no shot 7. Nothing was sent.')).toEqual({
    text: 'Es gibt kein Bild mit der Nummer 7. Nichts ging hinaus.',
    unknown: [],
  });
  expect(interpret('Move shot').text).toBe('Bild bewegen');
});

test('numbers among the values are written as the language does', () => {
  expect(interpret('It costs $0.025 for 1.5 GB.').text.replaceAll('\u00a0', ' ')).toBe(
    'Für 1,5 GB kostet es 0,025 $.',
  );
});

test('what no phrase knows stays as it is, between sentences that are known', () => {
  expect(interpret('Nothing was sent. The queue is full! Nothing was sent.')).toEqual({
    text: 'Nichts ging hinaus. The queue is full! Nichts ging hinaus.',
    unknown: ['The queue is full!'],
  });
});

test('any text comes out again, and ends', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (text) => {
      const { text: said, unknown } = interpret(text);
      if (unknown.length > 0) for (const part of unknown) expect(said).toContain(part);
      expect(said === '').toBe(text.trim() === '');
    }),
  );
});
