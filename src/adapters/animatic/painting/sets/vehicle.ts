import { hex, lighten } from '../../colour.ts';
import { curve, polygon } from '../../geometry.ts';
import { addGround } from './ground.ts';
import type { SetScene } from './set-scene.ts';
import { addSky } from './sky.ts';

/** Inside a car: the road through the windscreen, pillars and seats about it. */
export function addVehicle(scene: SetScene): void {
  const { camera, stack } = scene;
  addSky(scene);
  addGround(scene, 'asphalt');
  const a = camera.aspect / 2;
  stack.add('cab', camera.subjectM * 1.15, (brush) => {
    const dark = hex('#2c2d33');
    const { view } = brush;
    const l = view.x;
    const r = view.x + view.w;
    brush.fill(
      polygon([l, view.y], [r, view.y], [r, 0.08], [a * 0.8, 0.1], [-a * 0.8, 0.1], [l, 0.08]),
      dark,
    );
    brush.fill(polygon([l, view.y], [-a * 0.78, 0.09], [-a * 0.96, 0.74], [l, 0.8]), lighten(dark, 0.05));
    brush.fill(polygon([r, view.y], [a * 0.78, 0.09], [a * 0.96, 0.74], [r, 0.8]), lighten(dark, 0.05));
    brush.fill(
      curve(
        [l, 0.74],
        [-a * 0.6, 0.71],
        [0, 0.7],
        [a * 0.6, 0.71],
        [r, 0.74],
        [r, view.y + view.h],
        [l, view.y + view.h],
      ),
      lighten(dark, 0.08),
    );
    brush.fill(polygon([-0.11, 0.12], [0.11, 0.12], [0.1, 0.18], [-0.1, 0.18]), hex('#55606a'));
    for (const side of [-1, 1])
      brush.fill(
        curve(
          [side * a * 0.62 - 0.2, view.y + view.h],
          [side * a * 0.62 - 0.19, 0.62],
          [side * a * 0.62 - 0.08, 0.5],
          [side * a * 0.62 + 0.08, 0.5],
          [side * a * 0.62 + 0.19, 0.62],
          [side * a * 0.62 + 0.2, view.y + view.h],
        ),
        hex('#4a3f3a'),
      );
  });
}
