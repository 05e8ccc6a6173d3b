import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { frames, testRate } from '../../../testing/builders/timeline-rows.ts';
import { flicksPerSecond, flicksToSeconds, frameRates } from '../../kernel/time.ts';
import { layCaptions } from './lay-captions.ts';
import { maxLineLength, maxLines, splitDialogue } from './split-dialogue.ts';

const line = (text: string, offScreen = false) => ({ speaker: 'Mara', text, parenthetical: null, offScreen });
const joined = (text: string): string => text.replace(/\s+/g, '');

describe('splitDialogue', () => {
  test('a short line stays one line', () => {
    expect(splitDialogue('Is anyone out there?')).toEqual(['Is anyone out there?']);
  });

  test('two lines are even and break at a clause', () => {
    expect(splitDialogue('I have kept this light for thirty years, and nobody ever called.')).toEqual([
      'I have kept this light for thirty years,\nand nobody ever called.',
    ]);
  });

  test('a long speech is cut at the ends of sentences', () => {
    const text =
      'They said the last ship went down with the storm. I never believed them. ' +
      'Every night I climb the stairs and listen to the radio until the morning comes.';
    expect(splitDialogue(text)).toEqual([
      'They said the last ship went down\nwith the storm. I never believed them.',
      'Every night I climb the stairs and listen\nto the radio until the morning comes.',
    ]);
  });

  test('no word is lost and every line fits, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ maxLength: 400 }), fc.lorem({ maxCount: 80 })),
        fc.nat({ max: 26 }),
        (text, label) => {
          const captions = splitDialogue(text, label);
          expect(joined(captions.join(''))).toBe(joined(text));
          captions.forEach((caption, i) => {
            const lines = caption.split('\n');
            expect(lines.length).toBeLessThanOrEqual(maxLines);
            lines.forEach((one, n) => {
              const room = i === 0 && n === 0 && lines.length > 1 ? maxLineLength - label : maxLineLength;
              expect([...one].length).toBeLessThanOrEqual(Math.max(room, 1));
            });
          });
        },
      ),
    );
  });

  test('a very long speech takes time in proportion', () => {
    const words = (count: number): string => Array.from({ length: count }, (_, i) => `word${i}`).join(' ');
    expect(splitDialogue(words(20_000)).length).toBeGreaterThan(1000);
  });
});

describe('layCaptions', () => {
  test('captions begin on the cut, stay apart and end before the clip does', () => {
    const laid = layCaptions(line('Hello there. '.repeat(12)), frames(24 * 11), testRate);
    expect(laid.length).toBeGreaterThan(1);
    expect(laid[0]?.offsetFlicks).toBe(0);
    for (const [i, caption] of laid.entries()) {
      const next = laid[i + 1]?.offsetFlicks ?? frames(24 * 11);
      expect(caption.offsetFlicks + caption.durationFlicks).toBe(
        i < laid.length - 1 ? next - frames(2) : caption.offsetFlicks + caption.durationFlicks,
      );
      expect(flicksToSeconds(caption.durationFlicks)).toBeGreaterThanOrEqual(1);
      expect(caption.text.length / flicksToSeconds(caption.durationFlicks)).toBeLessThanOrEqual(20);
    }
  });

  test('a short line in a long clip goes when it is read', () => {
    const [only] = layCaptions(line('No.'), frames(24 * 8), testRate);
    expect(only?.durationFlicks).toBe(flicksPerSecond);
  });

  test('a voice that is not in the picture is named', () => {
    const [first] = layCaptions(line('Come in, come in.', true), frames(72), testRate);
    expect(first?.text).toBe('MARA: Come in, come in.');
    expect(first?.speaker).toBe('Mara');
  });

  test('whatever the text and the clip: whole frames, in the clip, in order, no overlap, no word lost', () => {
    fc.assert(
      fc.property(
        fc.lorem({ maxCount: 120 }),
        fc.integer({ min: 1, max: 24 * 60 }),
        fc.constantFrom(...Object.values(frameRates)),
        (text, count, rate) => {
          const frame = flicksPerSecond / (rate.num / rate.den);
          const clip = Math.round(frame) * count;
          const laid = layCaptions(line(text), clip, rate);
          expect(joined(laid.map((caption) => caption.text).join(''))).toBe(joined(text));
          let end = 0;
          for (const caption of laid) {
            expect(caption.offsetFlicks).toBeGreaterThanOrEqual(end);
            expect(caption.durationFlicks).toBeGreaterThan(0);
            expect(caption.durationFlicks % Math.round(frame)).toBe(0);
            end = caption.offsetFlicks + caption.durationFlicks;
          }
          expect(end).toBeLessThanOrEqual(clip);
        },
      ),
    );
  });
});
