import { hex, lighten, mix } from '../../colour.ts';
import { curve, type Point, rect } from '../../geometry.ts';
import type { ExteriorPlace } from '../../reading/places.ts';
import { recipes } from './outdoor-recipes.ts';
import type { SetScene } from './set-scene.ts';

/** Framing things near the lens; only where they do not get in the way of a face. */
export function addForeground(scene: SetScene, place: ExteriorPlace): void {
  const { camera, stack, random, plan } = scene;
  const front = recipes[place].front;
  if (front === 'none' || plan.angle === 'overhead') return;
  const wide = plan.size === 'extreme-wide' || plan.size === 'wide' || plan.size === 'full';
  if (!wide && random.chance(0.6)) return;
  const side = random.chance(0.5) ? -1 : 1;
  const z = camera.subjectM * 0.45;
  stack.add('front', z, (brush) => {
    const { view } = brush;
    const edge = (side * camera.aspect) / 2;
    const floor = view.y + view.h;
    const dark = brush.at(z);
    switch (front) {
      case 'rocks': {
        const c = hex('#2f2e33');
        for (let i = 0; i < 3; i++) {
          const w = random.between(0.2, 0.42);
          const x = edge - side * random.between(-0.1, 0.28);
          const h = random.between(0.08, 0.24);
          dark.fill(
            curve(
              [x - w, floor],
              [x - w * 0.8, 0.98 - h * 0.5],
              [x - w * 0.2, 0.98 - h],
              [x + w * 0.4, 0.98 - h * 0.8],
              [x + w * 0.9, 0.99 - h * 0.25],
              [x + w * 1.1, floor],
            ),
            mix(c, hex('#4a474a'), i * 0.3),
            { form: 1.2 },
          );
        }
        return;
      }
      case 'branch': {
        const c = hex('#2a2620');
        const pts: Point[] = [
          [edge + side * 0.3, -0.06],
          [edge - side * 0.1, 0.05],
          [edge - side * 0.32, 0.05],
          [edge - side * 0.62, 0.13],
        ];
        dark.line(pts, c, 0.02);
        for (let i = 0; i < 44; i++) {
          const t = random.next();
          const x = edge + side * 0.2 - side * t * 0.84;
          const y = 0.0 + t * 0.12 + random.bell() * 0.09;
          const s = random.between(0.018, 0.045);
          const a = random.between(0, 6.28);
          dark.fill(
            curve(
              [x, y],
              [
                x + Math.cos(a) * s * 0.5 - Math.sin(a) * s * 0.3,
                y + Math.sin(a) * s * 0.5 + Math.cos(a) * s * 0.3,
              ],
              [x + Math.cos(a) * s, y + Math.sin(a) * s],
              [
                x + Math.cos(a) * s * 0.5 + Math.sin(a) * s * 0.3,
                y + Math.sin(a) * s * 0.5 - Math.cos(a) * s * 0.3,
              ],
            ),
            random.chance(0.5) ? hex('#33402a') : hex('#3f4d30'),
            { line: 0.5, plain: true },
          );
        }
        return;
      }
      case 'rope': {
        const c = hex('#3b3028');
        const x = edge - side * 0.16;
        dark.fill(rect(x - 0.06, 0.72, 0.12, floor - 0.7), c);
        dark.fill(
          curve([x - 0.085, 0.74], [x - 0.07, 0.68], [x + 0.07, 0.68], [x + 0.085, 0.74]),
          lighten(c, 0.1),
        );
        for (const y of [0.8, 0.83, 0.86])
          dark.line(
            [
              [x - 0.066, y],
              [x, y + 0.012],
              [x + 0.066, y],
            ],
            hex('#8f7a54'),
            0.018,
          );
        dark.line(
          [
            [x, 0.84],
            [x - side * 0.3, 0.97],
            [x - side * 0.7, floor],
          ],
          hex('#8f7a54'),
          0.014,
        );
        return;
      }
      case 'rail':
        dark.line(
          [
            [view.x, 0.86],
            [view.x + view.w, 0.9],
          ],
          hex('#24262b'),
          0.02,
        );
        for (let x = view.x; x < view.x + view.w; x += 0.22)
          dark.line(
            [
              [x, 0.87],
              [x, floor],
            ],
            hex('#24262b'),
            0.012,
          );
        return;
      case 'reeds':
      case 'grass': {
        for (let i = 0; i < 60; i++) {
          const t = random.next();
          const x = edge - side * t * t * 0.75 + side * 0.1;
          const h = random.between(0.08, front === 'reeds' ? 0.4 : 0.2) * (1 - t * 0.6);
          const lean = random.bell() * 0.06;
          const c = random.chance(0.5) ? hex('#37452b') : hex('#46542f');
          dark.fill(
            curve(
              [x - 0.007, floor],
              [x + lean * 0.4 - 0.004, 1 - h * 0.5],
              [x + lean, 1.0 - h],
              [x + lean * 0.5 + 0.006, 1 - h * 0.5],
              [x + 0.009, floor],
            ),
            c,
            { line: 0.4, plain: true },
          );
          if (front === 'reeds' && i % 5 === 0)
            dark.fill(
              curve(
                [x + lean - 0.008, 1 - h + 0.01],
                [x + lean - 0.006, 0.95 - h],
                [x + lean + 0.006, 0.95 - h],
                [x + lean + 0.008, 1 - h + 0.01],
              ),
              hex('#5a3f28'),
              { plain: true, line: 0.5 },
            );
        }
        return;
      }
    }
  });
}
