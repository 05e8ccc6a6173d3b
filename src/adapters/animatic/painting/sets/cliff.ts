import { hex, mix } from '../../colour.ts';
import { curve, type Point, polygon } from '../../geometry.ts';
import type { SetScene } from './set-scene.ts';

/** A headland of rock with grass on it, foam at its foot. */
export function addCliff(scene: SetScene): void {
  const { camera, stack, random } = scene;
  const r = scene.placeRandom();
  const side = scene.flip;
  const z = Math.max(30, camera.subjectM * 1.4);
  const reach = random.between(0.3, 0.62);
  stack.add('cliff', z, (brush) => {
    const base = camera.horizonY;
    const edge = (side * camera.aspect) / 2;
    const top: Point[] = [];
    for (let i = 0; i <= 16; i++) {
      const t = i / 16;
      const h = (1 - t ** 2.2) * 0.2 * (0.9 + r.next() * 0.2) + 0.015;
      top.push([edge + side * 0.4 - side * t * (0.4 + reach * camera.aspect), base - h]);
    }
    const last = top[top.length - 1] ?? [0, base];
    const foot: Point[] = [];
    for (let i = 0; i <= 8; i++) {
      const t = i / 8;
      foot.push([last[0] + (edge + side * 0.5 - last[0]) * t, base + 0.035 + t * 0.16 + r.next() * 0.02]);
    }
    brush.fill(polygon(...top, ...foot), hex('#5c5954'), { form: 1.2 });
    brush.fill(
      polygon(...top, ...[...top].reverse().map(([x, y]): Point => [x, y + 0.025 + r.next() * 0.015])),
      hex('#5d6f48'),
      { line: 0.6 },
    );
    for (let i = 0; i < 30; i++) {
      const p = top[r.whole(0, 14)] ?? last;
      const y = p[1] + r.between(0.04, 0.2);
      const w = r.between(0.01, 0.045);
      brush.fill(
        polygon(
          [p[0] - w, y],
          [p[0] - w * 0.4, y - w * 0.7],
          [p[0] + w * 0.8, y - w * 0.4],
          [p[0] + w, y + w * 0.4],
          [p[0], y + w * 0.5],
        ),
        mix(hex('#4a4744'), hex('#7d776f'), r.next()),
        { line: 0.6, plain: true, alpha: 0.75 },
      );
    }
    for (let i = 0; i < 16; i++) {
      const p = foot[r.whole(0, 8)] ?? last;
      brush.fill(
        curve(
          [p[0] - 0.03, p[1] + 0.004],
          [p[0], p[1] - 0.008 - r.next() * 0.014],
          [p[0] + 0.035, p[1] + 0.004],
          [p[0], p[1] + 0.008],
        ),
        mix(hex('#eef3f5'), scene.light.sky.low, 0.4),
        { line: 0.3, plain: true, alpha: 0.55 },
      );
    }
  });
}
