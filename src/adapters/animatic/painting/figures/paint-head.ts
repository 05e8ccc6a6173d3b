import { darken, hex, lighten, mix, type Rgb } from '../../colour.ts';
import { lerp, type Point } from '../../geometry.ts';
import type { Appearance, Mood } from '../../reading/stage-plan.ts';
import type { Brush } from '../brush.ts';
import type { HeadFrame } from './head-frame.ts';
import { paintFace } from './paint-face.ts';
import { paintHair, paintHeadgear } from './paint-hair.ts';

const front: readonly Point[] = [
  [0, 0.5],
  [0.22, 0.45],
  [0.34, 0.25],
  [0.35, 0.05],
  [0.33, -0.12],
  [0.27, -0.31],
  [0.14, -0.46],
  [0, -0.5],
  [-0.14, -0.46],
  [-0.27, -0.31],
  [-0.33, -0.12],
  [-0.35, 0.05],
  [-0.34, 0.25],
  [-0.22, 0.45],
];
const profile: readonly Point[] = [
  [0.02, 0.5],
  [0.24, 0.44],
  [0.36, 0.27],
  [0.36, 0.1],
  [0.35, -0.04],
  [0.35, -0.18],
  [0.33, -0.33],
  [0.26, -0.48],
  [0.1, -0.47],
  [-0.08, -0.32],
  [-0.17, -0.16],
  [-0.36, -0.02],
  [-0.44, 0.2],
  [-0.3, 0.43],
];

/** Draws a head with its hair and, when it is near enough, its face. `turn` 0 is full face, 1 profile, 2 the back. */
export function paintHead(
  brush: Brush,
  frame: HeadFrame,
  who: Appearance,
  mood: Mood,
  speaking: boolean,
): void {
  const turn = Math.min(1, frame.turn);
  const back = frame.turn > 1.3;
  const jaw = who.face.jaw * 0.025 + (who.age === 'child' ? 0.03 : 0);
  const outline = front.map((p, i): Point => {
    const q = profile[i] ?? p;
    const low = p[1] < -0.2 ? 1 + jaw * 2 : 1;
    return [
      lerp(p[0], q[0], turn) * low,
      lerp(p[1], q[1], turn) + (who.age === 'child' && p[1] < -0.2 ? 0.03 : 0),
    ];
  });
  const skin: Rgb = mix(who.skin, hex('#c98b74'), who.age === 'old' ? 0.12 : 0);
  paintHair(brush, frame, who, 'behind', back);
  brush.fill(frame.shape(...outline), skin, { form: 1.15 });
  if (back) {
    paintHair(brush, frame, who, 'front', true);
    paintHeadgear(brush, frame, who);
    return;
  }
  const earX = lerp(-0.36, -0.09, turn);
  brush.fill(frame.oval(earX, -0.03, lerp(0.035, 0.065, turn), 0.095), darken(skin, 0.08), { line: 0.7 });
  if (frame.height * brush.px > 16) paintFace(brush, frame, who, mood, speaking, skin);
  if (who.beard) {
    const b = darken(who.hairColour, 0.05);
    const c = lerp(0, 0.2, turn);
    brush.fill(
      frame.shape(
        [c - 0.27, -0.1],
        [c - 0.2, -0.24],
        [c - 0.06, -0.24],
        [c + 0.02, -0.235],
        [c + 0.12 - turn * 0.02, -0.24],
        [c + 0.22 - turn * 0.08, -0.12],
        [c + 0.22 - turn * 0.08, -0.34],
        [c + 0.06, -0.56],
        [c - 0.14, -0.5],
        [c - 0.27, -0.32],
      ),
      b,
      { line: 0.6 },
    );
    brush.line(
      [frame.to(c - 0.04, -0.31), frame.to(c + 0.02, -0.32), frame.to(c + 0.1, -0.305)],
      mix(hex('#8a4a40'), b, 0.3),
      frame.height * 0.028,
    );
  }
  paintHair(brush, frame, who, 'front', false);
  paintHeadgear(brush, frame, who);
  if (who.age === 'child') {
    const [x, y] = frame.to(lerp(0, 0.22, turn), -0.16);
    brush.glow(x, y, frame.height * 0.16, lighten(hex('#e08a70'), 0.1), 0.12);
  }
}
