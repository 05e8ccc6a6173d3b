import { hex } from '../../colour.ts';
import { curve } from '../../geometry.ts';
import { createSpot } from '../spot.ts';
import { paintBulb } from '../things/household.ts';
import { addFlicker } from './flicker.ts';
import type { RoomBox } from './room-box.ts';
import type { SetScene } from './set-scene.ts';

/** A bulb or a shaded lamp over the middle of the room. */
export function addHangingLamp(scene: SetScene, box: RoomBox, kind: 'bulb' | 'pendant'): void {
  const { camera, stack, random, light } = scene;
  const z = camera.subjectM + (box.backZ - camera.subjectM) * 0.5;
  const x = random.between(-0.4, 0.4) * camera.subjectM;
  const k = camera.scaleAt(z);
  const [sx, top] = camera.project(x, box.heightM, z);
  const y = camera.project(x, kind === 'bulb' ? 2.02 : 1.95, z)[1];
  stack.add('lamp', z, (brush) => {
    brush.line(
      [
        [sx, top - 0.4],
        [sx, y - 0.16 * k],
      ],
      hex('#221f1e'),
      0.018 * k,
    );
    if (kind === 'pendant') {
      brush.fill(
        curve(
          [sx - 0.24 * k, y],
          [sx - 0.09 * k, y - 0.2 * k],
          [sx + 0.09 * k, y - 0.2 * k],
          [sx + 0.24 * k, y],
        ),
        hex('#5f3f36'),
      );
      if (light.lampsLit)
        brush.fill(
          curve([sx - 0.21 * k, y], [sx, y + 0.035 * k], [sx + 0.21 * k, y], [sx, y - 0.02 * k]),
          hex('#ffeebc'),
          { shines: true, plain: true, line: 0.5 },
        );
    } else {
      paintBulb(createSpot(brush, sx, y, 0.17 * k, 1, true));
    }
    if (light.lampsLit) brush.glow(sx, y, Math.min(1.1, 1.5 * k), light.lampColour, 0.55);
  });
  if (light.lampsLit) {
    const glowR = Math.min(0.9, 1.2 * k);
    addFlicker(scene, z, sx, y, glowR, 0.1);
  }
}
