import { darken, hex, lighten, mix } from '../colour.ts';
import { curve, type Point, polygon } from '../geometry.ts';
import type { SetScene } from './sets/set-scene.ts';

/** Where there is only water, gives the people something to stand on: rocks, a deck, a bank. */
export function addStanding(scene: SetScene): void {
  const { plan, framing, camera, stack, random } = scene;
  const actor = framing.actors.find((one) => !one.shoulder);
  if (plan.flooded || (actor === undefined && plan.crowd === 0)) return;
  const z = actor?.z ?? camera.subjectM;
  const [x, y] = camera.project(actor?.x ?? 0, 0, z);
  const k = camera.scaleAt(z);
  switch (plan.place) {
    case 'coast':
      stack.add('standing-rock', z * 1.02, (brush) => {
        const { view } = brush;
        const floor = view.y + view.h;
        const side = x > 0 ? 1 : -1;
        const edge = (side * camera.aspect) / 2 + side * 0.3;
        const top: Point[] = [
          [x - side * 1.9 * k, floor],
          [x - side * 1.3 * k, y + 0.35 * k],
          [x - side * 0.7 * k, y + 0.05 * k],
          [x, y - 0.03 * k],
          [x + side * 0.9 * k, y - 0.06 * k],
          [x + side * 2 * k, y - 0.22 * k],
          [edge, y - 0.5 * k],
          [edge, floor],
        ];
        brush.fill(polygon(...top), hex('#5b5753'), { form: 0.9 });
        for (let i = 0; i < 14; i++) {
          const px = x + side * random.between(-0.9, 2.6) * k;
          const py = y + random.between(0.05, 0.9) * k;
          const w = random.between(0.08, 0.3) * k;
          brush.fill(
            curve(
              [px - w, py],
              [px - w * 0.3, py - w * 0.4],
              [px + w * 0.8, py - w * 0.25],
              [px + w, py + w * 0.2],
              [px, py + w * 0.25],
            ),
            mix(hex('#46433f'), hex('#7a746c'), random.next()),
            { line: 0.6, alpha: 0.7, plain: true },
          );
        }
      });
      return;
    case 'sea':
      stack.add('deck', z * 1.05, (brush) => {
        const { view } = brush;
        const floor = view.y + view.h;
        const far = y - 0.34 * k;
        const wood = hex('#7c6044');
        brush.fill(
          polygon([view.x, far], [view.x + view.w, far], [view.x + view.w, floor], [view.x, floor]),
          wood,
        );
        for (let i = -12; i <= 12; i++)
          brush.line(
            [
              [camera.vanishX + i * 0.16 * k, far],
              [camera.vanishX + i * 0.62 * k, floor],
            ],
            darken(wood, 0.45),
            0.002,
            { alpha: 0.6 },
          );
        const rail = far - 0.9 * k;
        brush.line(
          [
            [view.x, rail],
            [view.x + view.w, rail],
          ],
          lighten(wood, 0.15),
          0.07 * k,
        );
        for (let px = view.x; px < view.x + view.w; px += 0.7 * k)
          brush.line(
            [
              [px, rail],
              [px, far],
            ],
            darken(wood, 0.2),
            0.05 * k,
          );
      });
      return;
    case 'river':
      stack.add('bank', z * 1.05, (brush) => {
        const { view } = brush;
        const floor = view.y + view.h;
        const pts: Point[] = [];
        for (let i = 0; i <= 14; i++)
          pts.push([view.x + (view.w * i) / 14, y - 0.22 * k + random.bell() * 0.03 * k]);
        brush.fill(polygon(...pts, [view.x + view.w, floor], [view.x, floor]), hex('#67794a'));
        for (let i = 0; i < 70; i++) {
          const gx = view.x + random.next() * view.w;
          const gy = y - 0.2 * k + random.next() * Math.max(0.02, floor - y);
          const h = random.between(0.05, 0.16) * k;
          brush.line(
            [
              [gx, gy],
              [gx + random.bell() * h * 0.5, gy - h],
            ],
            random.chance(0.5) ? hex('#4d6238') : hex('#7c8f55'),
            0.0025,
            { alpha: 0.8 },
          );
        }
      });
      return;
    default:
      return;
  }
}
