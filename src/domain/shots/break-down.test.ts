import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arbitraryBlocks } from '../../testing/builders/arbitrary-blocks.ts';
import { buildBlocks, testProjectId } from '../../testing/builders/build-blocks.ts';
import { CastMember } from '../cast/cast-member.ts';
import { flicksToSeconds, frameFlicks, frameRates } from '../kernel/time.ts';
import { Scene } from '../scenes/scene.ts';
import { breakDown } from './break-down.ts';
import { Shot } from './shot.ts';
import { uncoveredWords } from './uncovered-words.ts';

const project = { id: testProjectId, fpsNum: 24, fpsDen: 1 };

describe('a breakdown of any text', () => {
  test('covers every word of every block, or says why not', () => {
    fc.assert(
      fc.property(arbitraryBlocks, (blocks) => {
        const { shots, notFilmed } = breakDown(project, blocks);
        for (const block of blocks) {
          const reason = notFilmed.get(block.id);
          expect(reason).not.toBeUndefined();
          if (reason === null) expect(uncoveredWords(block, shots)).toEqual([]);
        }
      }),
      { numRuns: 400 },
    );
  });

  test('is the same twice, with valid rows, unique ids, whole frames and people of the cast', () => {
    fc.assert(
      fc.property(arbitraryBlocks, fc.constantFrom(...Object.values(frameRates)), (blocks, rate) => {
        const at = { id: testProjectId, fpsNum: rate.num, fpsDen: rate.den };
        const first = breakDown(at, blocks);
        expect(breakDown(at, structuredClone(blocks))).toEqual(first);
        for (const rows of [first.shots, first.scenes, first.cast]) {
          expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
          expect(rows.map(({ order }) => order)).toEqual(rows.map(({ order }) => order).sort());
        }
        const cast = new Set(first.cast.map(({ name }) => name));
        expect(new Set([...cast].map((name) => name.toLowerCase())).size).toBe(cast.size);
        const scenes = new Set<string>(first.scenes.map(({ id }) => id));
        for (const scene of first.scenes) Scene.parse(scene);
        for (const member of first.cast) CastMember.parse(member);
        for (const shot of first.shots) {
          Shot.parse(shot);
          expect(shot.durationFlicks % frameFlicks(rate)).toBe(0);
          expect(flicksToSeconds(shot.durationFlicks)).toBeGreaterThan(1.4);
          expect(flicksToSeconds(shot.durationFlicks)).toBeLessThan(12.1);
          expect(shot.description).toMatch(/[\p{L}\p{N}\p{P}\p{S}\p{C}]/u);
          expect(scenes.has(shot.sceneId)).toBe(true);
          for (const name of shot.characters) expect(cast.has(name)).toBe(true);
          if (shot.dialogue !== null) expect(cast.has(shot.dialogue.speaker)).toBe(true);
        }
      }),
      { numRuns: 400 },
    );
  });

  test('every block is in exactly one scene once anything is filmed', () => {
    fc.assert(
      fc.property(arbitraryBlocks, (blocks) => {
        const { scenes, shots } = breakDown(project, blocks);
        if (scenes.length === 0) expect(shots).toEqual([]);
        else expect(scenes.flatMap(({ blockIds }) => blockIds)).toEqual(blocks.map(({ id }) => id));
      }),
    );
  });
});

test('no three set-ups in a row are alike', () => {
  const blocks = buildBlocks([
    ['heading', 'INT. OFFICE - DAY'],
    ...Array.from({ length: 30 }, (_, i) => ['action', `Mara waits by desk number ${i}.`] as const),
    ['character', 'MARA'],
    ['dialogue', 'Well.'],
  ]);
  const { shots } = breakDown(project, blocks);
  for (let i = 2; i < shots.length; i++) {
    const setups = shots.slice(i - 2, i + 1).map(({ size, angle }) => `${size} ${angle}`);
    expect(new Set(setups).size).toBeGreaterThan(1);
  }
});

test.each([
  ['commas', 'action', ', and '],
  ['brackets', 'character', '('],
  ['single quotes', 'paragraph', "'A "],
  ['open notes', 'action', '[[ '],
  ['open boneyards', 'dialogue', '/* '],
  ['words without an end', 'paragraph', 'at the '],
] as const)('a text of nothing but %s is broken down in linear time', (_name, kind, part) => {
  // Quadratic work would run into the time limit.
  const blocks = buildBlocks([
    ['character', 'MARA'],
    [kind, part.repeat(Math.ceil(200_000 / part.length))],
  ]);
  const { shots } = breakDown(project, blocks);
  for (const block of blocks) expect(uncoveredWords(block, shots)).toEqual([]);
});
