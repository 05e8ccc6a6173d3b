import { darken, hex, type Rgb } from '../../colour.ts';
import { type Point, polygon } from '../../geometry.ts';
import type { SetScene } from './set-scene.ts';

/** Two rows of houses that run to the vanishing point. */
export function addTerrace(scene: SetScene): void {
  const { camera, stack, light } = scene;
  const r = scene.placeRandom();
  const paintSide = (side: -1 | 1): void => {
    const half = r.between(3.6, 5.2);
    const fronts: { z0: number; z1: number; h: number; c: Rgb; lit: readonly boolean[] }[] = [];
    let z = Math.max(0.8, camera.subjectM * 0.5);
    while (z < 70) {
      const w = r.between(4, 7);
      fronts.push({
        z0: z,
        z1: z + w,
        h: r.between(5.5, 10.5),
        c: hex(r.pick(['#a88f7b', '#8f7466', '#9a968c', '#b39a80', '#7d6f6c', '#a37a66'])),
        lit: [r.chance(0.4), r.chance(0.4), r.chance(0.4), r.chance(0.4)],
      });
      z += w;
    }
    stack.add('terrace', camera.subjectM * 1.6, (brush) => {
      for (const f of [...fronts].reverse()) {
        const b = brush.at(f.z0 + 2);
        const at = (h: number, zz: number): Point => camera.project(side * half, h, zz);
        b.fill(polygon(at(0, f.z0), at(0, f.z1), at(f.h, f.z1), at(f.h, f.z0)), f.c, { form: 0.7 });
        b.fill(
          polygon(at(f.h, f.z0), at(f.h, f.z1), at(f.h + 0.5, f.z1), at(f.h + 0.5, f.z0)),
          darken(f.c, 0.3),
          { plain: true },
        );
        for (let row = 0; row * 2.6 + 3.2 < f.h; row++) {
          for (let col = 0; col < 2; col++) {
            const za = f.z0 + (f.z1 - f.z0) * (0.18 + col * 0.42);
            const zb = za + (f.z1 - f.z0) * 0.22;
            const h = 1.2 + row * 2.6;
            const lit = light.lampsLit && f.lit[(row + col) % 4] === true;
            b.fill(
              polygon(at(h, za), at(h, zb), at(h + 1.35, zb), at(h + 1.35, za)),
              lit ? hex('#ffcf85') : hex('#46525e'),
              { shines: lit, plain: true, line: 0.8 },
            );
          }
        }
        const zd = f.z0 + (f.z1 - f.z0) * 0.86;
        b.fill(polygon(at(0, zd), at(0, zd + 0.9), at(2.1, zd + 0.9), at(2.1, zd)), hex('#3f3027'), {
          plain: true,
        });
      }
    });
  };
  paintSide(-1);
  paintSide(1);
}
