import { describe, expect, test } from 'vitest';
import { ShotSize } from '../../../domain/shots/shot.ts';
import { poseSkeleton } from '../painting/figures/skeleton.ts';
import { createRandom } from '../random.ts';
import { readStage } from '../reading/read-stage.ts';
import { buildRequest } from '../testing/build-request.ts';
import { frameShot } from './frame-shot.ts';

const mara = { name: 'MARA', description: 'a woman' };
const elias = { name: 'ELIAS', description: 'a man' };

function frame(size: ShotSize, seed: number, characters = [mara]) {
  const { brief } = buildRequest({
    brief: { size, characters, kind: 'dialogue', description: 'They talk.' },
  });
  return frameShot(readStage(brief), 16 / 9, createRandom(seed));
}

/** Head and feet of the first actor, frame heights from the top. */
function bodyOf(framing: ReturnType<typeof frame>): { crown: number; eyes: number; feet: number; x: number } {
  const actor = framing.actors[0];
  if (actor === undefined) throw new Error('nobody is in the picture');
  const { appearance, posture } = actor.person;
  const skeleton = poseSkeleton(posture, appearance.age, 0.1);
  const k = framing.camera.scaleAt(actor.z) * appearance.heightM;
  const [x, feet] = framing.camera.project(actor.x, 0, actor.z);
  return {
    crown: feet - (skeleton.head[1] + skeleton.headHeight * 0.5) * k,
    eyes: feet - skeleton.head[1] * k,
    feet,
    x,
  };
}

describe('framing', () => {
  const seeds = Array.from({ length: 20 }, (_, i) => i);

  test.each(ShotSize.options)('shows the right part of a body in a %s shot', (size) => {
    for (const seed of seeds) {
      const { crown, eyes, feet, x } = bodyOf(frame(size, seed));
      expect(Math.abs(x)).toBeLessThan(0.75);
      if (size === 'extreme-close') expect(eyes).toBeGreaterThan(0.15);
      else expect(crown).toBeGreaterThan(0.01);
      expect(eyes).toBeLessThan(0.85);
      const whole = size === 'full' || size === 'wide' || size === 'extreme-wide';
      if (whole) expect(feet).toBeLessThan(1);
      else expect(feet).toBeGreaterThan(1);
    }
  });

  test('brings people nearer with every size', () => {
    const heights = ShotSize.options.map((size) => {
      const { crown, feet } = bodyOf(frame(size, 1));
      return feet - crown;
    });
    expect(heights).toEqual([...heights].sort((a, b) => a - b));
  });

  test('keeps two speakers on their sides, looking at each other, in every shot', () => {
    const left = new Set<string>();
    for (const seed of seeds) {
      const order = seed % 2 === 0 ? [mara, elias] : [elias, mara];
      const { actors } = frame('medium', seed, order);
      const [first, second] = [...actors].sort((a, b) => a.x - b.x);
      expect(first?.facing).toBe(1);
      expect(second?.facing).toBe(-1);
      left.add(first?.person.name ?? '');
    }
    expect(left.size).toBe(1);
  });

  test('gives a single speaker room in the direction of the look', () => {
    for (const seed of seeds) {
      const framing = frame('medium', seed);
      const actor = framing.actors[0];
      expect(Math.sign(bodyOf(framing).x)).toBe(-(actor?.facing ?? 0));
    }
  });
});
