import { createCanvas } from '@napi-rs/canvas';
import { describe, expect, test } from 'vitest';
import { type CameraMove, CameraMove as moves } from '../../../domain/shots/shot.ts';
import { composeShot } from '../compose-shot.ts';
import { buildRequest } from '../testing/build-request.ts';
import { createCameraPath } from './camera-path.ts';
import { drawFrame } from './draw-frame.ts';
import { type Picture, paintPlates } from './plates.ts';

const widthPx = 192;
const heightPx = 108;

function film(move: CameraMove, angle: 'eye' | 'dutch', seconds: number) {
  const request = buildRequest({
    brief: {
      move,
      angle,
      setting: 'exterior',
      place: 'COAST',
      description: 'Gulls rise over the lighthouse.',
    },
  });
  const composition = composeShot({ ...request, style: 'cinema' }, widthPx / heightPx);
  const { camera } = composition;
  const path = createCameraPath(
    move,
    seconds,
    camera.subjectM,
    camera.scaleAt(camera.subjectM),
    camera.aspect,
    'seed',
  );
  const picture: Picture = { widthPx, heightPx, durationS: seconds, path };
  // A paper nothing else has, so that a pixel of it is a hole.
  const holed = { ...composition, look: { ...composition.look, paper: [255, 0, 255] as const } };
  const drawables = paintPlates(holed, picture);
  return { path, picture, composition: holed, drawables };
}

describe.each(moves.options)('the move %s', (move) => {
  test.each(['eye', 'dutch'] as const)('never shows the edge of what is painted (%s)', (angle) => {
    const { picture, composition, drawables } = film(move, angle, 6);
    const ctx = createCanvas(widthPx, heightPx).getContext('2d');
    for (let t = 0; t <= 6; t += 0.75) {
      drawFrame(ctx, composition, picture, drawables, t);
      const pixels = ctx.canvas.data();
      for (let i = 0; i < pixels.length; i += 4) {
        const hole = (pixels[i] ?? 0) > 220 && (pixels[i + 1] ?? 0) < 60 && (pixels[i + 2] ?? 0) > 220;
        if (hole || pixels[i + 3] !== 255)
          expect.fail(`a hole at ${(i / 4) % widthPx}, ${Math.floor(i / 4 / widthPx)} at ${t} s`);
      }
    }
  });

  test('is smooth: no step is much longer than its neighbours', () => {
    const { path } = film(move, 'eye', 4);
    const position = (frame: number): number[] => {
      const s = path(frame / 24);
      return [s.panX, s.panY, s.dz / 4, s.dx / 4, s.dy / 4];
    };
    let last = 0;
    for (let frame = 1; frame < 96; frame++) {
      const before = position(frame - 1);
      const step = Math.hypot(...position(frame).map((n, i) => n - (before[i] ?? 0)));
      expect(step).toBeLessThan(0.012);
      if (frame > 1) expect(Math.abs(step - last)).toBeLessThan(0.0012);
      last = step;
    }
  });

  test(`${move === 'static' ? 'stays where it is' : 'goes somewhere'}`, () => {
    const { path } = film(move, 'eye', 4);
    const travel = JSON.stringify(path(0.3)) !== JSON.stringify(path(3.1));
    expect(travel).toBe(move !== 'static');
  });
});
