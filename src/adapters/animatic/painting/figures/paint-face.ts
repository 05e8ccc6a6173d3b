import { darken, hex, mix, type Rgb } from '../../colour.ts';
import { lerp, type Point } from '../../geometry.ts';
import type { Appearance, Mood } from '../../reading/stage-plan.ts';
import type { Brush } from '../brush.ts';
import { expressions } from './expressions.ts';
import type { HeadFrame } from './head-frame.ts';
import { paintEye } from './paint-eye.ts';

/** Eyes, brows, nose and mouth, with more in them the larger the head is in the frame. */
export function paintFace(
  brush: Brush,
  frame: HeadFrame,
  who: Appearance,
  mood: Mood,
  speaking: boolean,
  skin: Rgb,
): void {
  const turn = Math.min(1, frame.turn);
  const look = expressions[mood];
  const big = frame.height * brush.px;
  const detail = big > 90;
  const h = frame.height;
  const old = who.age === 'old';
  const child = who.age === 'child';
  const dark = mix(hex('#2a1a18'), darken(skin, 0.7), 0.25);
  const middle = lerp(0, 0.235, turn);
  const apart = (0.155 + (child ? 0.01 : 0)) * lerp(1, 0.62, turn);
  const eyeY = child ? -0.035 : 0.02;
  const eyes: { x: number; w: number; far: boolean }[] = [
    { x: middle - apart, w: lerp(0.078, 0.066, turn), far: false },
  ];
  if (turn < 0.88)
    eyes.push({ x: middle + apart * lerp(1, 0.72, turn), w: lerp(0.078, 0.048, turn), far: true });

  // The eye sockets and the side of the nose are what models a face in flat light.
  if (detail) {
    for (const e of eyes) {
      brush.fill(frame.oval(e.x, eyeY + 0.015, e.w * 1.5, 0.075), darken(skin, 0.18), {
        line: 0,
        alpha: 0.5,
        plain: true,
      });
    }
    const cheek = mix(skin, hex('#c0604c'), child ? 0.4 : 0.22);
    brush.fill(frame.oval(middle - apart * 1.05, -0.16, 0.09, 0.06), cheek, {
      line: 0,
      alpha: 0.45,
      plain: true,
    });
  }
  for (const e of eyes) paintEye(brush, frame, e.x, eyeY, e.w, look, who, big, dark);
  for (const e of eyes) {
    const inner = e.far ? -1 : 1;
    const y = eyeY + 0.095 + who.face.brow * 0.01 - (child ? 0.0 : 0.005);
    const pts: Point[] = [
      frame.to(e.x + inner * e.w * 1.05, y + look.brow[0]),
      frame.to(e.x - inner * e.w * 0.2, y + 0.022 + (look.brow[0] + look.brow[1]) / 2),
      frame.to(e.x - inner * e.w * 1.35, y - 0.012 + look.brow[1]),
    ];
    brush.line(pts, mix(darken(who.hairColour, 0.25), dark, 0.35), h * (old ? 0.022 : 0.027));
  }
  paintNose(brush, frame, who, turn, middle, skin, dark, detail);
  const open = Math.max(look.open, speaking ? 0.034 : 0);
  const mx = middle + 0.02 * turn;
  const mw = (child ? 0.085 : 0.108) * lerp(1, 0.62, turn);
  const my = child ? -0.285 : -0.3;
  const left = frame.to(mx - mw, my + look.mouth);
  const right = frame.to(mx + mw * lerp(1, 0.8, turn), my + look.mouth);
  if (open > 0.01) {
    brush.fill(
      frame.shape(
        [mx - mw * 0.86, my + look.mouth * 0.8],
        [mx, my + 0.014],
        [mx + mw * 0.76, my + look.mouth * 0.8],
        [mx, my - open * 1.5],
      ),
      hex('#5a2420'),
      { line: 0.7, plain: true },
    );
    if (detail && mood === 'glad') {
      brush.line(
        [frame.to(mx - mw * 0.55, my + 0.004), frame.to(mx + mw * 0.5, my + 0.004)],
        hex('#f3ece2'),
        h * 0.018,
      );
    }
  } else {
    brush.line([left, frame.to(mx, my - look.mouth * 0.5), right], mix(dark, hex('#8a3c34'), 0.4), h * 0.02);
  }
  if (detail) {
    brush.line(
      [frame.to(mx - mw * 0.4, my - 0.055 - open), frame.to(mx + mw * 0.35, my - 0.055 - open)],
      darken(skin, 0.3),
      h * 0.012,
      { alpha: 0.6 },
    );
  }
  if (old && big > 34) {
    const crease = darken(skin, 0.34);
    brush.line(
      [
        frame.to(middle - 0.1 * lerp(1, 0.7, turn), -0.16),
        frame.to(mx - mw * 1.25, -0.24),
        frame.to(mx - mw * 1.3, -0.31),
      ],
      crease,
      h * 0.012,
      { alpha: 0.75 },
    );
    for (const e of eyes) {
      brush.line(
        [frame.to(e.x - e.w, eyeY - 0.055), frame.to(e.x, eyeY - 0.08), frame.to(e.x + e.w, eyeY - 0.055)],
        crease,
        h * 0.009,
        { alpha: 0.7 },
      );
    }
    brush.line([frame.to(middle - 0.16, 0.22), frame.to(middle + 0.1, 0.225)], crease, h * 0.009, {
      alpha: 0.55,
    });
    brush.line([frame.to(middle - 0.13, 0.265), frame.to(middle + 0.08, 0.27)], crease, h * 0.008, {
      alpha: 0.4,
    });
    const near = eyes[0];
    if (near !== undefined && detail) {
      for (const d of [-0.03, 0, 0.03]) {
        brush.line(
          [frame.to(near.x - near.w * 1.3, eyeY + d * 0.6), frame.to(near.x - near.w * 1.9, eyeY + d * 1.5)],
          crease,
          h * 0.007,
          { alpha: 0.55 },
        );
      }
    }
  }
  if (who.glasses) {
    for (const e of eyes) {
      const ring = frame.oval(e.x, eyeY - 0.005, e.w * 1.55, 0.092);
      brush.line([...ring.points, ring.points[0] ?? [0, 0]], hex('#3a332c'), h * 0.014);
    }
    const near = eyes[0];
    if (near !== undefined)
      brush.line(
        [frame.to(near.x - near.w * 1.5, eyeY + 0.01), frame.to(lerp(-0.36, -0.1, turn), 0.02)],
        hex('#3a332c'),
        h * 0.012,
      );
  }
}

function paintNose(
  brush: Brush,
  frame: HeadFrame,
  who: Appearance,
  turn: number,
  middle: number,
  skin: Rgb,
  dark: Rgb,
  detail: boolean,
): void {
  const long = 0.155 + who.face.nose * 0.015 - (who.age === 'child' ? 0.04 : 0);
  const tip = lerp(0.03, 0.135, turn) + who.face.nose * 0.012;
  const top = who.age === 'child' ? -0.05 : 0.02;
  const bottom = top - long;
  if (turn > 0.3) {
    brush.fill(
      frame.shape(
        [middle + 0.055 * turn, top + 0.02],
        [middle + tip * 0.75, top - long * 0.6],
        [middle + tip, bottom + 0.02],
        [middle + tip * 0.55, bottom - 0.014],
        [middle - 0.015, bottom - 0.004],
        [middle - 0.02, top - long * 0.5],
      ),
      skin,
      { line: 0, form: 0.5 },
    );
    brush.line(
      [
        frame.to(middle + 0.055 * turn, top + 0.02),
        frame.to(middle + tip * 0.72, top - long * 0.6),
        frame.to(middle + tip, bottom + 0.022),
        frame.to(middle + tip * 0.55, bottom - 0.014),
        frame.to(middle + 0.005, bottom - 0.006),
      ],
      mix(darken(skin, 0.5), dark, 0.25),
      frame.height * 0.014,
    );
    return;
  }
  brush.line(
    [
      frame.to(middle - 0.045, bottom + 0.01),
      frame.to(middle, bottom - 0.012),
      frame.to(middle + 0.05, bottom + 0.012),
    ],
    darken(skin, 0.48),
    frame.height * 0.015,
  );
  if (detail)
    brush.line(
      [frame.to(middle + 0.035, top), frame.to(middle + 0.028, bottom + 0.05)],
      darken(skin, 0.25),
      frame.height * 0.01,
      { alpha: 0.6 },
    );
}
