import { css, darken, hex, lighten, mix } from '../../colour.ts';
import { curve, type Point, polygon } from '../../geometry.ts';
import { createGlowSprite, drawGlow } from '../glow-sprite.ts';
import { createSpot } from '../spot.ts';
import { paintLens } from '../things/instruments.ts';
import type { SetScene } from './set-scene.ts';
import { addSky } from './sky.ts';
import { addWater } from './water.ts';

/** Glass all round, the sea far below, the great lens in the middle. */
export function addLampRoom(scene: SetScene): void {
  const { camera, stack, random, plan } = scene;
  addSky(scene);
  addWater(scene, camera.horizonY + 0.02, 400);
  const back = camera.subjectM + 1.9;
  const k = camera.scaleAt(back);
  const sill = camera.project(0, 0.75, back)[1];
  const roof = camera.project(0, 3.3, back)[1];
  stack.add('gallery', back, (brush) => {
    const { view } = brush;
    const iron = hex('#33383c');
    const step = 0.95 * k;
    const shift = camera.vanishX % step;
    for (let x = view.x - step * 2 + shift, i = 0; x < view.x + view.w + step * 2; x += step, i++) {
      brush.line(
        [
          [x, roof - 0.3],
          [x, sill],
        ],
        iron,
        0.055 * k,
      );
      const m = roof + (sill - roof) * 0.5;
      brush.line(
        [
          [x, i % 2 === 0 ? m : sill],
          [x + step, i % 2 === 0 ? sill : m],
        ],
        iron,
        0.03 * k,
        { smooth: false },
      );
      brush.line(
        [
          [x, i % 2 === 0 ? m : roof],
          [x + step, i % 2 === 0 ? roof : m],
        ],
        iron,
        0.03 * k,
        { smooth: false },
      );
      brush.line(
        [
          [x + step * 0.2, roof + 0.02],
          [x + step * 0.52, sill - 0.02],
        ],
        hex('#dce8ee'),
        0.05 * k,
        { alpha: 0.1 },
      );
    }
    brush.fill(
      polygon(
        [view.x, roof],
        [view.x + view.w, roof],
        [view.x + view.w, Math.min(view.y, roof - 0.1)],
        [view.x, Math.min(view.y, roof - 0.1)],
      ),
      hex('#4d4440'),
    );
    brush.fill(
      polygon(
        [view.x, sill],
        [view.x + view.w, sill],
        [view.x + view.w, sill + 0.1 * k],
        [view.x, sill + 0.1 * k],
      ),
      lighten(iron, 0.2),
    );
    brush.fill(
      polygon(
        [view.x, sill + 0.09 * k],
        [view.x + view.w, sill + 0.09 * k],
        [view.x + view.w, view.y + view.h],
        [view.x, view.y + view.h],
      ),
      hex('#6f7a74'),
    );
    for (let x = view.x; x < view.x + view.w; x += 0.3 * k)
      brush.line(
        [
          [x, sill + 0.1 * k],
          [x, sill + 0.75 * k],
        ],
        darken(hex('#6f7a74'), 0.4),
        0.012 * k,
        { alpha: 0.6 },
      );
    const floorY = camera.project(0, 0, back)[1];
    brush.fill(
      polygon(
        [view.x, floorY],
        [view.x + view.w, floorY],
        [view.x + view.w, view.y + view.h + 0.1],
        [view.x, view.y + view.h + 0.1],
      ),
      hex('#5a5148'),
    );
  });
  if (plan.hero === 'lens') return;
  const person = scene.framing.actors[0];
  const close = plan.size === 'close' || plan.size === 'extreme-close' || plan.size === 'medium-close';
  const z = camera.subjectM + (close ? 1.35 : 0.5);
  const toward = person === undefined ? (random.chance(0.5) ? 1 : -1) : person.facing;
  const lx =
    (person === undefined ? 0.1 : camera.project(person.x, 0, person.z)[0]) +
    toward * Math.max(0.34, Math.min(0.74, 0.68 * camera.scaleAt(z))) * Math.min(1, camera.aspect / 1.5);
  const [, fy] = camera.project(0, 0.35, z);
  stack.add('lens', z, (brush) => {
    const kz = camera.scaleAt(z);
    brush
      .at(z)
      .fill(
        polygon(
          [lx - 0.34 * kz, fy + 0.6 * kz],
          [lx + 0.34 * kz, fy + 0.6 * kz],
          [lx + 0.26 * kz, fy - 0.02],
          [lx - 0.26 * kz, fy - 0.02],
        ),
        hex('#3f4448'),
      );
    paintLens(createSpot(brush.at(z), lx, fy, 2.1 * kz, 1, true));
  });
  const bright = camera.project(0, 1.5, z)[1];
  const sprite = createGlowSprite(scene.toneOf(hex('#ffecbe')));
  stack.live(z, (moment) => {
    const sweep = Math.max(0, Math.sin(moment.t * 1.1 + 0.6));
    drawGlow(moment, sprite, lx, bright, close ? 0.5 : 0.62, (close ? 0.08 : 0.16) + 0.16 * sweep);
  });
}

/** An iron spiral that winds down a round stone shaft. */
export function addStairwell(scene: SetScene): void {
  const { camera, stack, random, light, flip } = scene;
  const cx = -flip * camera.aspect * random.between(0.02, 0.12);
  const eye = camera.horizonY;
  stack.add('shaft', camera.subjectM * 2.2, (brush) => {
    const { view, ctx } = brush;
    const stone = hex('#a89d8f');
    const gradient = ctx.createLinearGradient(view.x, 0, view.x + view.w, 0);
    gradient.addColorStop(0, css(brush.tone(darken(stone, 0.66))));
    gradient.addColorStop(0.5 + light.side * 0.18, css(brush.tone(lighten(stone, 0.06))));
    gradient.addColorStop(1, css(brush.tone(darken(stone, 0.66))));
    ctx.fillStyle = gradient;
    ctx.fillRect(view.x, view.y, view.w, view.h);
    const line = darken(stone, 0.5);
    // Courses of a round wall: they bow upwards above the eye, downwards below it.
    for (let row = -14; row < 22; row++) {
      const y = eye + row * 0.085;
      const bow = (y - eye) * 0.34;
      const pts: Point[] = [];
      for (let i = 0; i <= 12; i++) {
        const u = (i / 12) * 2 - 1;
        pts.push([u * camera.aspect * 0.78, y + bow * u * u]);
      }
      brush.line(pts, line, 0.0022, { alpha: 0.55 });
      for (let i = 0; i < 13; i++) {
        const u = Math.sin(((i + (row % 2 === 0 ? 0.5 : 0)) / 13 - 0.5) * Math.PI);
        const yy = y + bow * u * u;
        brush.line(
          [
            [u * camera.aspect * 0.78, yy],
            [u * camera.aspect * 0.78, yy + 0.085],
          ],
          line,
          0.002,
          { alpha: 0.45 },
        );
        if (brush.random.chance(0.14)) {
          const w = camera.aspect * 0.09 * Math.cos(u * 1.3);
          brush.fill(
            polygon(
              [u * camera.aspect * 0.78, yy],
              [u * camera.aspect * 0.78 + w, yy],
              [u * camera.aspect * 0.78 + w, yy + 0.083],
              [u * camera.aspect * 0.78, yy + 0.083],
            ),
            brush.random.chance(0.5) ? lighten(stone, 0.1) : darken(stone, 0.2),
            { line: 0, plain: true, alpha: 0.5 },
          );
        }
      }
    }
    const wx = flip * camera.aspect * 0.3;
    brush.fill(
      curve(
        [wx - 0.06, eye + 0.02],
        [wx - 0.06, eye - 0.16],
        [wx, eye - 0.22],
        [wx + 0.06, eye - 0.16],
        [wx + 0.06, eye + 0.02],
      ),
      darken(stone, 0.4),
    );
    brush.fill(
      curve(
        [wx - 0.04, eye],
        [wx - 0.04, eye - 0.15],
        [wx, eye - 0.195],
        [wx + 0.04, eye - 0.15],
        [wx + 0.04, eye],
      ),
      light.sky.low,
      { shines: true, line: 0.5 },
    );
    brush.glow(wx, eye - 0.1, 0.5, mix(light.sky.low, hex('#bcd0ee'), 0.4), 0.4);
  });
  stack.add('spiral', camera.subjectM * 1.5, (brush) => {
    const iron = hex('#3a3e42');
    const R = camera.aspect * 0.42;
    const steps: { a: number; y: number }[] = [];
    for (let i = -18; i < 30; i++) steps.push({ a: i * 0.36 * flip + 0.4, y: 0.1 + i * 0.043 });
    const place = (a: number, y: number, r: number): Point => [
      cx + Math.cos(a) * r,
      y + Math.sin(a) * r * 0.24 * Math.min(1.1, y - eye + 0.25),
    ];
    const behind = steps.filter((s) => Math.sin(s.a) < 0);
    const front = steps.filter((s) => Math.sin(s.a) >= 0);
    const tread = (s: { a: number; y: number }, dark: number): void => {
      const p1 = place(s.a, s.y, R);
      const p2 = place(s.a + 0.36 * flip, s.y, R);
      const q1 = place(s.a, s.y, R * 0.1);
      const q2 = place(s.a + 0.36 * flip, s.y, R * 0.1);
      brush.fill(polygon(p1, p2, [p2[0], p2[1] + 0.014], q2, q1), darken(iron, dark), {
        line: 0.9,
        form: 0.5,
      });
      brush.line([p1, [p1[0], p1[1] - 0.15]], darken(iron, dark), 0.005);
      brush.line(
        [
          [p1[0], p1[1] - 0.15],
          [p2[0], p2[1] + 0.043 - 0.15],
        ],
        lighten(iron, 0.12 - dark * 0.2),
        0.009,
      );
    };
    for (const s of behind) tread(s, 0.4);
    brush.fill(
      polygon(
        [cx - 0.026, brush.view.y],
        [cx + 0.026, brush.view.y],
        [cx + 0.026, brush.view.y + brush.view.h],
        [cx - 0.026, brush.view.y + brush.view.h],
      ),
      lighten(iron, 0.08),
      { form: 1.4 },
    );
    for (const s of front.filter((_, i) => i < 14)) tread(s, 0.05);
  });
}
