import { darken, hex, lighten, mix } from '../colour.ts';
import { capsule, curve, type Point, polygon } from '../geometry.ts';
import type { Person } from '../reading/stage-plan.ts';
import type { SetScene } from './sets/set-scene.ts';

/** A forearm and an open hand that comes in from the frame's edge. */
export function addHand(scene: SetScene, person: Person, target: Point, size: number): void {
  const { stack, camera, random } = scene;
  const from = target[0] > 0 ? 1 : -1;
  const { appearance: who } = person;
  stack.add(
    'hand',
    camera.subjectM * 0.94,
    (brush) => {
      const s = 0.14 * Math.max(0.7, size * 1.3);
      const wrist: Point = [target[0] + from * s * 2.1, target[1] + s * 1.25];
      const elbow: Point = [from * camera.aspect * 0.78, 1.22];
      const a = Math.atan2(wrist[1] - elbow[1], wrist[0] - elbow[0]);
      const p = (d: number, side: number): Point => [
        wrist[0] + Math.cos(a) * d * s - Math.sin(a) * side * s,
        wrist[1] + Math.sin(a) * d * s + Math.cos(a) * side * s,
      ];
      const skin = who.skin;
      brush.fill(capsule(elbow, p(-0.2, 0), s * 0.95, s * 0.52), skin, { form: 1.2 });
      // Three fingers behind, palm, then thumb and first finger: the order a hand overlaps itself.
      const fingers: readonly (readonly [number, number, number, number])[] = [
        [0.5, 0.46, 1.52, 0.66],
        [0.62, 0.2, 1.86, 0.3],
        [0.66, -0.06, 1.96, -0.04],
        [0.6, -0.32, 1.74, -0.42],
      ];
      for (const [d0, s0, d1, s1] of fingers) {
        const bend = p((d0 + d1) / 2 + 0.06, (s0 + s1) / 2 - 0.05);
        brush.fill(capsule(p(d0, s0), bend, s * 0.165, s * 0.15), skin, { form: 1.1 });
        brush.fill(capsule(bend, p(d1, s1), s * 0.15, s * 0.115), skin, { form: 1.1 });
        brush.line(
          [p((d0 + d1) / 2, (s0 + s1) / 2 - 0.13), p((d0 + d1) / 2 + 0.05, (s0 + s1) / 2 + 0.1)],
          darken(skin, 0.35),
          s * 0.025,
          { alpha: 0.7 },
        );
        brush.fill(
          curve(
            p(d1 - 0.05, s1 - 0.07),
            p(d1 + 0.08, s1 - 0.05),
            p(d1 + 0.08, s1 + 0.05),
            p(d1 - 0.05, s1 + 0.06),
          ),
          lighten(skin, 0.28),
          { plain: true, line: 0.5 },
        );
      }
      brush.fill(
        curve(
          p(-0.25, -0.44),
          p(0.3, -0.5),
          p(0.78, -0.44),
          p(0.84, 0),
          p(0.72, 0.52),
          p(0.2, 0.56),
          p(-0.25, 0.46),
        ),
        skin,
        { form: 1.1 },
      );
      brush.fill(capsule(p(0.12, -0.4), p(0.62, -0.8), s * 0.22, s * 0.17), skin, { form: 1.1 });
      brush.fill(capsule(p(0.6, -0.78), p(1.06, -0.88), s * 0.165, s * 0.13), skin, { form: 1.1 });
      for (const k of [-0.3, -0.04, 0.22, 0.44])
        brush.line([p(0.62, k), p(0.74, k + 0.02)], darken(skin, 0.32), s * 0.03, { alpha: 0.7 });
      if (who.age === 'old')
        for (const k of [-0.2, 0.05, 0.3])
          brush.line(
            [p(0.0, k * 0.7), p(0.3, k * 0.9 + 0.03), p(0.58, k)],
            mix(darken(skin, 0.3), hex('#6b6f8a'), 0.3),
            s * 0.03,
            { alpha: 0.55 },
          );
      const cuff = who.top;
      brush.fill(
        polygon(
          p(-0.32, -0.62),
          p(-0.32, 0.62),
          [elbow[0] + from * 0.1, elbow[1] + 0.3],
          [elbow[0] + from * 0.22, elbow[1] - 0.36],
        ),
        cuff,
        { form: 1.2 },
      );
      brush.fill(
        polygon(p(-0.3, -0.66), p(-0.3, 0.66), p(-0.72, 0.74), p(-0.72, -0.74)),
        lighten(cuff, 0.08),
      );
      if (who.garment === 'sweater')
        for (let i = -5; i <= 5; i++)
          brush.line([p(-0.33, i * 0.12), p(-0.7, i * 0.134)], darken(cuff, 0.35), s * 0.03, { alpha: 0.7 });
    },
    {
      sway: {
        x: from * camera.aspect * 0.6,
        y: 1.1,
        lift: 0.003,
        turnRad: 0.012,
        stretch: 0,
        periodS: random.between(2.4, 3.4),
        phase: random.between(0, 6),
      },
    },
  );
}
