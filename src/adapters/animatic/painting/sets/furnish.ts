import { darken, hex, lighten, type Rgb } from '../../colour.ts';
import { curve, type Point, polygon } from '../../geometry.ts';
import type { Brush } from '../brush.ts';
import { createSpot } from '../spot.ts';
import { catalogue } from '../things/catalogue.ts';
import type { RoomBox } from './room-box.ts';
import type { Furnishing } from './room-plans.ts';
import type { SetScene } from './set-scene.ts';

/** Draws one piece of furniture where the plan of the room has it. */
export function furnish(brush: Brush, scene: SetScene, box: RoomBox, item: Furnishing, flip: 1 | -1): void {
  const { camera } = scene;
  const z = camera.subjectM + (box.backZ - camera.subjectM) * (item.deep ?? 1);
  const middle = (box.left + box.right) / 2;
  const x = middle + (item.x * flip * (box.right - box.left)) / 2.15;
  const at = (dx: number, y: number): Point => camera.project(x + dx, y, z);
  const k = camera.scaleAt(z);
  const b = brush.at(z);
  const boxOf = (x0: number, y0: number, x1: number, y1: number, c: Rgb): void =>
    b.fill(polygon(at(x0, y0), at(x1, y0), at(x1, y1), at(x0, y1)), c);
  const wood = hex('#6f5237');
  switch (item.kind) {
    case 'shelf': {
      const y = item.up ?? 1.5;
      for (const level of [0, 0.42]) {
        for (let i = 0; i < 9; i++) {
          const h = 0.12 + ((i * 37) % 11) * 0.017;
          const w = 0.05 + ((i * 53) % 7) * 0.008;
          const c = hex(
            ['#8a4a3c', '#4f6a6d', '#a8894c', '#5d5a74', '#6f7d54'][(i + (level > 0 ? 2 : 0)) % 5] ??
              '#8a4a3c',
          );
          if ((i * 7 + (level > 0 ? 3 : 0)) % 9 < 6)
            boxOf(-0.5 + i * 0.11, y + level, -0.5 + i * 0.11 + w, y + level + h, c);
        }
        boxOf(-0.56, y + level - 0.035, 0.56, y + level, wood);
      }
      return;
    }
    case 'workbench':
    case 'desk':
    case 'counter':
    case 'bar': {
      const tall = item.kind === 'bar' ? 1.06 : 0.84;
      const half = item.kind === 'desk' ? 0.8 : 1.35;
      const c = item.kind === 'counter' ? hex('#8f9a92') : item.kind === 'desk' ? hex('#8a6a4a') : wood;
      boxOf(-half, 0, half, tall - 0.06, darken(c, 0.22));
      for (let i = 0; i < 4; i++)
        b.fill(
          polygon(
            at(-half + 0.06 + i * half * 0.5, 0.08),
            at(-half + i * half * 0.5 + half * 0.44, 0.08),
            at(-half + i * half * 0.5 + half * 0.44, tall - 0.14),
            at(-half + 0.06 + i * half * 0.5, tall - 0.14),
          ),
          darken(c, 0.1),
          { line: 0.7, plain: true },
        );
      const deep = z - 0.55;
      b.fill(
        polygon(
          camera.project(x - half - 0.04, tall, deep),
          camera.project(x + half + 0.04, tall, deep),
          at(half + 0.04, tall),
          at(-half - 0.04, tall),
        ),
        lighten(c, 0.14),
      );
      b.fill(
        polygon(
          camera.project(x - half - 0.04, tall, deep),
          camera.project(x + half + 0.04, tall, deep),
          camera.project(x + half + 0.04, tall - 0.07, deep),
          camera.project(x - half - 0.04, tall - 0.07, deep),
        ),
        c,
      );
      if (item.kind === 'workbench') {
        for (let i = 0; i < 5; i++) {
          const [vx, vy] = at(0.45 + i * 0.13, tall);
          b.fill(
            curve(
              [vx - 0.035 * k, vy],
              [vx - 0.04 * k, vy - 0.13 * k],
              [vx, vy - 0.17 * k],
              [vx + 0.04 * k, vy - 0.13 * k],
              [vx + 0.035 * k, vy],
            ),
            hex('#e8c27c'),
            { shines: true, line: 0.8, form: 0.5 },
          );
          b.glow(vx, vy - 0.08 * k, 0.16 * k, hex('#ffb056'), 0.6);
        }
        b.line(
          [at(-1.1, tall + 0.02), at(-0.7, tall + 0.1), at(-0.2, tall + 0.02), at(0.3, tall + 0.05)],
          hex('#2b2421'),
          0.012 * k,
        );
      }
      return;
    }
    case 'stove':
      boxOf(-0.36, 0, 0.36, 0.88, hex('#3d4046'));
      boxOf(-0.28, 0.2, 0.28, 0.56, hex('#25272b'));
      b.line([at(-0.26, 0.62), at(0.26, 0.62)], hex('#9aa0a6'), 0.025 * k);
      boxOf(-0.12, 0.88, 0.06, 2.7, hex('#34373c'));
      return;
    case 'sofa':
      b.fill(
        curve(
          at(-1, 0.1),
          at(-1.05, 0.62),
          at(-0.8, 0.66),
          at(-0.7, 0.92),
          at(0.7, 0.92),
          at(0.8, 0.66),
          at(1.05, 0.62),
          at(1, 0.1),
        ),
        hex('#7a5a52'),
      );
      boxOf(-0.74, 0.3, -0.02, 0.5, hex('#8d6a60'));
      boxOf(0.02, 0.3, 0.74, 0.5, hex('#8d6a60'));
      return;
    case 'pew':
      boxOf(-1.5, 0, 1.5, 0.45, darken(wood, 0.2));
      boxOf(-1.55, 0.45, 1.55, 0.95, wood);
      b.line([at(-1.58, 0.96), at(1.58, 0.96)], lighten(wood, 0.2), 0.05 * k);
      return;
    case 'pipes':
      for (const d of [-0.1, 0.04, 0.2])
        b.line([at(d, 0), at(d, box.heightM)], hex(d === 0.04 ? '#8a5a3c' : '#5e6468'), 0.06 * k);
      return;
    case 'lockers':
      for (let i = 0; i < 3; i++) boxOf(-0.7 + i * 0.47, 0, -0.25 + i * 0.47, 1.85, hex('#6c7b80'));
      return;
    default: {
      const drawing = catalogue[item.kind];
      const up = item.up ?? (drawing.home === 'wall' ? 1.5 : 0);
      const [sx, sy] = at(0, up);
      drawing.paint(
        createSpot(
          b,
          sx,
          sy,
          drawing.heightM * k * (drawing.home === 'surface' ? 1.25 : 1),
          flip,
          scene.light.lampsLit,
        ),
      );
    }
  }
}
