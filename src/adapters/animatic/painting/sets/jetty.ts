import { darken, hex } from '../../colour.ts';
import { type Point, polygon, rect } from '../../geometry.ts';
import type { SetScene } from './set-scene.ts';

/** A landing stage of boards on piles. */
export function addJetty(scene: SetScene): void {
  const { camera, stack } = scene;
  const side = scene.flip;
  const z = camera.subjectM * 1.25;
  const nearZ = Math.max(0.5, camera.subjectM * 0.35);
  const farZ = Math.max(26, camera.subjectM * 2.6);
  // Whoever stands in a harbour stands on the boards.
  const actor = scene.framing.actors.find((one) => !one.shoulder);
  const shift = actor === undefined ? 0 : actor.x - side * 2.2;
  stack.add('jetty', z, (brush) => {
    const wood = hex('#84684a');
    const a = camera.project(shift - side * 1.9, 0, nearZ);
    const b = camera.project(shift + side * 7, 0, nearZ);
    const c = camera.project(shift + side * 5.6, 0, farZ);
    const d = camera.project(shift - side * 0.2, 0, farZ);
    const drop = (p: Point, z0: number): Point => [p[0], p[1] + 1.1 * camera.scaleAt(z0)];
    brush.fill(polygon(a, d, drop(d, farZ), drop(a, nearZ)), darken(wood, 0.5));
    brush.fill(polygon(a, b, c, d), wood);
    for (let zz = nearZ; zz < farZ - 2; zz *= 1.16) {
      const t = 1 - (1 / zz - 1 / farZ) / (1 / nearZ - 1 / farZ);
      const l: Point = [a[0] + (d[0] - a[0]) * t, a[1] + (d[1] - a[1]) * t];
      const r2: Point = [b[0] + (c[0] - b[0]) * t, b[1] + (c[1] - b[1]) * t];
      brush.line([l, r2], darken(wood, 0.5), Math.max(0.0008, 0.014 * camera.scaleAt(zz)), { alpha: 0.7 });
    }
    for (const zz of [0.8, 1.3, 2.1, 3.4].map((k) => k * camera.subjectM * 0.7)) {
      if (zz < nearZ) continue;
      const t = 1 - (1 / zz - 1 / farZ) / (1 / nearZ - 1 / farZ);
      const x = a[0] + (d[0] - a[0]) * t;
      const y = a[1] + (d[1] - a[1]) * t;
      const k = camera.scaleAt(zz);
      brush.at(zz).fill(rect(x - 0.12 * k, y - 0.7 * k, 0.24 * k, 2.2 * k), hex('#5a4532'));
    }
  });
}
