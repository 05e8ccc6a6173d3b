import { hex, lighten, mix, type Rgb } from '../../colour.ts';
import type { Appearance } from '../../reading/stage-plan.ts';
import type { Brush } from '../brush.ts';
import type { Expression } from './expressions.ts';
import type { HeadFrame } from './head-frame.ts';

/** An eye: a dot from afar, with lids, iris and a light in it from near. */
export function paintEye(
  brush: Brush,
  frame: HeadFrame,
  x: number,
  y: number,
  w: number,
  look: Expression,
  who: Appearance,
  big: number,
  dark: Rgb,
): void {
  const h = frame.height;
  const tall = 0.046 * look.lids * (who.age === 'child' ? 1.2 : 1);
  const gaze = Math.min(1, frame.turn) * w * 0.28 + w * 0.05;
  if (big < 46) {
    brush.fill(frame.oval(x + gaze, y, 0.028, 0.034 * look.lids), dark, { line: 0, plain: true });
    return;
  }
  brush.fill(
    frame.shape(
      [x - w, y - 0.006],
      [x - w * 0.35, y + tall * 0.9],
      [x + w * 0.35, y + tall],
      [x + w, y],
      [x + w * 0.3, y - tall * 0.72],
      [x - w * 0.4, y - tall * 0.7],
    ),
    hex('#efe8de'),
    { line: 0, plain: true },
  );
  const iris = mix(hex('#4a5d6e'), hex('#5d4128'), (who.face.nose + 1) / 2);
  const r = Math.min(0.043, tall * 0.98);
  brush.fill(frame.oval(x + gaze, y + 0.004, r, r), iris, { line: 0, plain: true });
  if (big > 90)
    brush.fill(frame.oval(x + gaze, y + 0.004, r * 0.5, r * 0.5), hex('#15100f'), { line: 0, plain: true });
  brush.fill(frame.oval(x + gaze - 0.013, y + 0.02, 0.011, 0.011), hex('#fffdf4'), {
    line: 0,
    plain: true,
    shines: true,
  });
  brush.line(
    [
      frame.to(x - w * 1.06, y - 0.01),
      frame.to(x - w * 0.35, y + tall * 0.96),
      frame.to(x + w * 0.35, y + tall * 1.06),
      frame.to(x + w * 1.04, y - 0.002),
    ],
    dark,
    h * 0.021,
  );
  if (big > 90) {
    brush.line(
      [
        frame.to(x - w * 0.8, y + tall + 0.025),
        frame.to(x, y + tall + 0.042),
        frame.to(x + w * 0.85, y + tall + 0.02),
      ],
      lighten(dark, 0.15),
      h * 0.009,
      { alpha: 0.65 },
    );
    brush.line(
      [frame.to(x - w * 0.7, y - tall * 0.68), frame.to(x + w * 0.6, y - tall * 0.72)],
      dark,
      h * 0.008,
      { alpha: 0.5 },
    );
  }
}
