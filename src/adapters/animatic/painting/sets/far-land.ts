import { css, hex, mix } from '../../colour.ts';
import { curve, type Point, polygon, rect } from '../../geometry.ts';
import type { SetScene } from './set-scene.ts';

export type Far = 'hills' | 'mountains' | 'city' | 'trees' | 'dunes' | 'headland' | 'none';

/** Land on the horizon. */
export function addFar(scene: SetScene, far: Far, index: number): void {
  const { camera, stack } = scene;
  if (far === 'none') return;
  const r = scene.placeRandom();
  const zoom = Math.min(2.2, 0.6 + camera.focal * 0.32);
  const z = index === 0 ? 900 : 220;
  stack.add(`far-${far}`, z, (brush) => {
    const { view } = brush;
    const base = camera.horizonY + 0.004;
    const bottom = base + 0.03;
    const hazed = brush.at(index === 0 ? 170 : 90);
    const ridge = (height: number, rough: number, waves: readonly number[]): Point[] => {
      const points: Point[] = [];
      const phases = waves.map(() => r.between(0, 6.28));
      for (let i = 0; i <= 48; i++) {
        const x = view.x + (view.w * i) / 48;
        let h = 0.55;
        waves.forEach((w, k) => {
          h += (Math.sin((x / zoom) * w + (phases[k] ?? 0)) * 0.5) / (k + 1);
        });
        points.push([x, base - Math.max(0.08, h) * height * zoom - r.next() * rough * zoom]);
      }
      return points;
    };
    const close = (points: Point[]): Point[] => [...points, [view.x + view.w, bottom], [view.x, bottom]];
    switch (far) {
      case 'hills':
        hazed.fill(polygon(...close(ridge(0.12, 0, [2.1, 4.7, 9]))), hex('#6d8260'));
        brush.at(90).fill(polygon(...close(ridge(0.06, 0.002, [3.3, 7.1, 13]))), hex('#66794f'));
        return;
      case 'mountains': {
        const points = ridge(0.3, 0.03, [2.7, 6.3, 14]);
        hazed.fill(polygon(...close(points)), hex('#6b7685'));
        for (let i = 2; i < points.length - 2; i += 1) {
          const p = points[i];
          const q = points[i - 1];
          const n = points[i + 1];
          if (p === undefined || q === undefined || n === undefined || p[1] > q[1] || p[1] > n[1]) continue;
          hazed.fill(
            polygon(
              [p[0], p[1]],
              [p[0] - 0.03, p[1] + 0.045],
              [p[0] - 0.01, p[1] + 0.035],
              [p[0] + 0.005, p[1] + 0.06],
              [p[0] + 0.026, p[1] + 0.035],
            ),
            hex('#f2f4f6'),
            { plain: true, line: 0.3 },
          );
        }
        return;
      }
      case 'dunes':
        for (let i = 0; i < 3; i++)
          brush
            .at(160 - i * 55)
            .fill(curve(...close(ridge(0.07 + i * 0.02, 0, [1.7 + i, 3.1]))), hex('#cfae7c'), { form: 1.4 });
        return;
      case 'headland': {
        const side = r.chance(0.5) ? -1 : 1;
        const points: Point[] = [];
        for (let i = 0; i <= 24; i++) {
          const t = i / 24;
          const x = side * camera.aspect * (0.72 - t * 0.9);
          const h = (1 - t) ** 0.7 * 0.13 * zoom * (0.85 + r.next() * 0.2);
          points.push([x, base - h]);
        }
        hazed.fill(
          polygon(
            ...points,
            [side * -0.18 * camera.aspect, bottom],
            [side * 1.2 * camera.aspect, bottom],
            [side * 1.2 * camera.aspect, base - 0.1],
          ),
          hex('#5b6664'),
        );
        return;
      }
      case 'trees':
        for (let i = 0; i < 64; i++) {
          const x = view.x + (i / 63) * view.w + r.bell() * 0.02;
          const h = r.between(0.03, 0.075) * zoom;
          const w = h * r.between(0.3, 0.6);
          brush
            .at(index === 0 ? 90 : 60)
            .fill(
              curve(
                [x - w, bottom],
                [x - w * 1.1, base - h * 0.4],
                [x - w * 0.4, base - h],
                [x + w * 0.5, base - h * 0.92],
                [x + w * 1.1, base - h * 0.4],
                [x + w, bottom],
              ),
              mix(hex('#3f5a3b'), hex('#5b6f42'), r.next()),
              { line: 0.4, plain: true },
            );
        }
        return;
      case 'city':
        for (let i = 0; i < 30; i++) {
          const x = view.x + (i / 29) * view.w;
          const w = r.between(0.04, 0.1) * zoom;
          const h = r.between(0.06, 0.34) * zoom;
          const c = mix(hex('#5f6a78'), hex('#7b7f86'), r.next());
          hazed.fill(rect(x - w / 2, base - h, w, h + 0.03), c, { line: 0.6 });
          for (let k = 0; k < 14; k++) {
            if (!r.chance(scene.light.lampsLit ? 0.42 : 0.25)) continue;
            const wx = x - w * 0.38 + Math.floor(r.next() * 4) * w * 0.22;
            const wy = base - h + 0.012 + Math.floor(r.next() * (h / 0.022)) * 0.022;
            brush.ctx.fillStyle = css(
              brush.look.tone(scene.light.lampsLit ? hex('#ffd592') : hex('#93a6b6')),
              0.85,
            );
            brush.ctx.fillRect(wx, wy, w * 0.1, 0.01);
          }
        }
        return;
    }
  });
}
