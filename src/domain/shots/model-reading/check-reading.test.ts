import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arbitraryBlocks } from '../../../testing/builders/arbitrary-blocks.ts';
import { testProjectId } from '../../../testing/builders/build-blocks.ts';
import { unwrap } from '../../kernel/result.ts';
import { uncoveredWords } from '../uncovered-words.ts';
import { type CheckedStretch, checkReading } from './check-reading.ts';
import type { AnsweredScene } from './reading-answer.ts';
import { firstPieces, readingChunks } from './reading-chunks.ts';
import { readingMaterial } from './reading-material.ts';
import { noContext, readingText } from './reading-prompt.ts';

const project = { id: testProjectId, fpsNum: 24, fpsDen: 1 };
const rate = { num: 24, den: 1 };
const nothing = { scenes: [], cast: [], shots: [] };

/** An answer that cuts `pieces` into shots of random lengths. */
function answerOf(first: number, pieces: number, lengths: readonly number[]): AnsweredScene {
  const shots: AnsweredScene['shots'] = [];
  for (let from = first, i = 0; from < first + pieces; i++) {
    const to = Math.min(first + pieces - 1, from + (lengths[i % lengths.length] ?? 1) - 1);
    shots.push({
      from,
      to,
      kind: 'action',
      size: 'medium',
      angle: 'eye',
      move: 'static',
      description: 'Something is seen.',
      subject: null,
      characters: ['Nobody'],
      seconds: 4,
    });
    from = to + 1;
  }
  return {
    scene: 1,
    place: 'Here',
    setting: 'unknown',
    timeOfDay: 'unknown',
    mood: null,
    synopsis: null,
    shots,
  };
}

test('every piece is in one chunk, every chunk is told on lines of its own, and a fitting answer loses no word', () => {
  fc.assert(
    fc.property(
      arbitraryBlocks,
      fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 8 }),
      (blocks, lengths) => {
        const { stretches } = readingMaterial(project, blocks, nothing);
        const chunks = readingChunks(stretches);
        expect(chunks.flatMap((chunk) => chunk.stretches)).toEqual(stretches);
        const shots = chunks.flatMap((chunk) => {
          const firsts = firstPieces(chunk);
          const lines = readingText(chunk, noContext).split('\n');
          const told = chunk.stretches.reduce((sum, { pieces }) => sum + pieces.length + 1, 0);
          expect(lines).toHaveLength(told + 2);
          return chunk.stretches.flatMap((stretch, i): CheckedStretch['shots'] => {
            const firstPiece = firsts[i] ?? 1;
            const answer = answerOf(firstPiece, stretch.pieces.length, lengths);
            const checked = unwrap(checkReading(stretch, answer, { cast: [], rate, firstPiece }));
            expect(checked.shots.every(({ covers }) => covers.length > 0)).toBe(true);
            return checked.shots;
          });
        });
        const byRules = readingMaterial(project, blocks, nothing).stretches.flatMap(({ pieces }) =>
          pieces.map(({ shot }) => shot),
        );
        for (const block of blocks)
          expect(uncoveredWords(block, shots)).toEqual(uncoveredWords(block, byRules));
      },
    ),
    { numRuns: 60 },
  );
});

test('an answer that loses, repeats or invents a piece is refused', () => {
  fc.assert(
    fc.property(
      arbitraryBlocks,
      fc.constantFrom('drop', 'repeat', 'invent', 'backwards', 'half', 'empty'),
      fc.nat(),
      (blocks, fault, pick) => {
        for (const stretch of readingMaterial(project, blocks, nothing).stretches) {
          const answer = answerOf(1, stretch.pieces.length, [1]);
          const at = pick % answer.shots.length;
          const shot = answer.shots[at];
          if (shot === undefined) continue;
          if (fault === 'drop') answer.shots.splice(at, 1);
          else if (fault === 'repeat') answer.shots.splice(at, 0, shot);
          else if (fault === 'invent') answer.shots.push({ ...shot, from: 5_000, to: 5_000 });
          else if (fault === 'backwards') answer.shots[at] = { ...shot, to: shot.from - 1 };
          else if (fault === 'half') answer.shots[at] = { ...shot, from: shot.from + 0.5 };
          else answer.shots.length = 0;
          expect(checkReading(stretch, answer, { cast: [], rate, firstPiece: 1 }).ok).toBe(false);
        }
      },
    ),
    { numRuns: 60 },
  );
});
