import { darken, hex, lighten, mix } from '../../colour.ts';
import { lerp, type Point } from '../../geometry.ts';
import type { Appearance } from '../../reading/stage-plan.ts';
import type { Brush } from '../brush.ts';
import type { HeadFrame } from './head-frame.ts';

/** Hair behind the face, or the part that lies on the skull. */
export function paintHair(
  brush: Brush,
  frame: HeadFrame,
  who: Appearance,
  part: 'behind' | 'front',
  back: boolean,
): void {
  const turn = Math.min(1, frame.turn);
  const colour = who.hairColour;
  const s = -lerp(0, 0.16, turn);
  if (who.headgear === 'hood' || who.headgear === 'souwester' || who.headgear === 'scarf') return;
  if (part === 'behind') {
    switch (who.hair) {
      case 'long':
        brush.fill(
          frame.shape(
            [s, 0.54],
            [s + 0.34, 0.38],
            [s + 0.38 - turn * 0.2, 0],
            [s + 0.36 - turn * 0.26, -0.5],
            [s + 0.3 - turn * 0.3, -0.78],
            [s - 0.3, -0.8],
            [s - 0.42, -0.4],
            [s - 0.42, 0.1],
            [s - 0.32, 0.42],
          ),
          darken(colour, 0.15),
        );
        break;
      case 'bob':
        brush.fill(
          frame.shape(
            [s, 0.55],
            [s + 0.34, 0.4],
            [s + 0.42 - turn * 0.24, 0],
            [s + 0.38 - turn * 0.3, -0.36],
            [s, -0.3],
            [s - 0.4, -0.38],
            [s - 0.46, 0],
            [s - 0.34, 0.42],
          ),
          darken(colour, 0.15),
        );
        break;
      case 'curly':
        for (let i = 0; i < 11; i++) {
          const a = -0.7 + (i / 10) * (Math.PI + 1.4);
          brush.fill(
            frame.oval(s * 0.8 + Math.cos(a) * 0.36, 0.16 + Math.sin(a) * 0.36, 0.15, 0.15),
            darken(colour, 0.12),
            { line: 0.6 },
          );
        }
        break;
      case 'ponytail':
        brush.fill(
          frame.shape(
            [s - 0.2, 0.3],
            [s - 0.5, 0.26],
            [s - 0.64, -0.05],
            [s - 0.6, -0.45],
            [s - 0.48, -0.6],
            [s - 0.46, -0.2],
            [s - 0.36, 0.06],
          ),
          darken(colour, 0.1),
        );
        break;
      case 'bun':
        brush.fill(
          frame.oval(s - lerp(0, 0.34, turn), lerp(0.56, 0.3, turn), 0.17, 0.15),
          darken(colour, 0.12),
        );
        break;
      default:
        break;
    }
    return;
  }
  if (back) {
    brush.fill(
      frame.shape(
        [0, 0.55],
        [0.3, 0.46],
        [0.4, 0.15],
        [0.36, -0.14],
        [0.2, -0.26],
        [-0.2, -0.26],
        [-0.36, -0.14],
        [-0.4, 0.15],
        [-0.3, 0.46],
      ),
      colour,
    );
    if (who.hair === 'bun') brush.fill(frame.oval(0, 0.1, 0.18, 0.16), lighten(colour, 0.08));
    if (who.hair === 'long' || who.hair === 'bob')
      brush.fill(frame.shape([-0.38, 0.2], [0.38, 0.2], [0.36, -0.5], [0, -0.6], [-0.36, -0.5]), colour);
    return;
  }
  if (who.hair === 'bald') {
    brush.fill(
      frame.shape(
        [lerp(-0.37, -0.2, turn), 0.16],
        [lerp(-0.3, -0.08, turn), 0.05],
        [lerp(-0.33, -0.1, turn), -0.12],
        [lerp(-0.37, -0.32, turn), -0.1],
        [lerp(-0.38, -0.46, turn), 0.12],
      ),
      colour,
      { line: 0.6 },
    );
    return;
  }
  const hairline: Point[] =
    who.hair === 'tousled'
      ? [
          [lerp(0.36, 0.37, turn), 0.18],
          [lerp(0.24, 0.3, turn), 0.27],
          [lerp(0.12, 0.24, turn), 0.16],
          [lerp(0.02, 0.12, turn), 0.28],
          [lerp(-0.12, 0.02, turn), 0.17],
          [lerp(-0.24, -0.05, turn), 0.26],
        ]
      : [
          [lerp(0.35, 0.37, turn), 0.2],
          [lerp(0.2, 0.3, turn), 0.3],
          [lerp(-0.02, 0.16, turn), 0.34],
          [lerp(-0.2, 0.0, turn), 0.24],
        ];
  const nape: Point[] = [
    [lerp(-0.33, -0.1, turn), 0.06],
    [lerp(-0.34, -0.13, turn), -0.08],
    [lerp(-0.37, -0.36, turn), -0.13],
    [lerp(-0.4, -0.47, turn), 0.12],
  ];
  brush.fill(
    frame.shape(
      ...hairline,
      ...nape,
      [lerp(-0.34, -0.42, turn), 0.4],
      [lerp(-0.16, -0.2, turn), 0.54],
      [lerp(0.04, 0.06, turn), 0.57],
      [lerp(0.26, 0.27, turn), 0.47],
    ),
    colour,
    { form: 1.2 },
  );
  if (frame.height * brush.px > 60) {
    for (let i = 0; i < 5; i++) {
      const t = i / 4;
      brush.line(
        [
          frame.to(lerp(0.28, -0.3, t), lerp(0.36, 0.14, t)),
          frame.to(lerp(0.14, -0.34, t), lerp(0.48, 0.3, t)),
          frame.to(lerp(-0.12, -0.4, t), lerp(0.5, 0.2, t)),
        ],
        i % 2 === 0 ? lighten(colour, 0.18) : darken(colour, 0.3),
        frame.height * 0.012,
        { alpha: 0.6 },
      );
    }
  }
}

export function paintHeadgear(brush: Brush, frame: HeadFrame, who: Appearance): void {
  const turn = Math.min(1, frame.turn);
  const f = (a: number, b: number): number => lerp(a, b, turn);
  switch (who.headgear) {
    case 'none':
      return;
    case 'hood':
      brush.fill(
        frame.shape(
          [f(0.3, 0.36), 0.4],
          [f(0.3, 0.3), 0.2],
          [f(0.33, 0.2), -0.1],
          [f(0.28, 0.12), -0.42],
          [f(0.44, 0.2), -0.6],
          [f(-0.44, -0.42), -0.62],
          [f(-0.5, -0.6), -0.1],
          [f(-0.44, -0.52), 0.36],
          [0, 0.64],
        ),
        who.top,
      );
      return;
    case 'souwester':
      brush.fill(
        frame.shape(
          [f(0.56, 0.62), 0.12],
          [f(0.4, 0.4), 0.24],
          [f(-0.2, 0.0), 0.27],
          [f(-0.42, -0.34), 0.12],
          [f(-0.62, -0.74), -0.18],
          [f(-0.46, -0.56), 0.32],
          [0, 0.36],
          [f(0.46, 0.46), 0.3],
        ),
        darken(who.top, 0.12),
      );
      brush.fill(
        frame.shape(
          [f(0.36, 0.38), 0.26],
          [f(0.28, 0.26), 0.52],
          [0, 0.62],
          [f(-0.28, -0.3), 0.52],
          [f(-0.42, -0.48), 0.22],
          [f(0, -0.02), 0.3],
        ),
        who.top,
      );
      return;
    case 'cap':
      brush.fill(
        frame.shape(
          [f(0.4, 0.42), 0.24],
          [f(0.34, 0.34), 0.5],
          [0, 0.6],
          [f(-0.34, -0.36), 0.5],
          [f(-0.42, -0.48), 0.22],
          [0, 0.3],
        ),
        mix(hex('#2f3a4c'), who.bottom, 0.4),
      );
      brush.fill(
        frame.shape([f(0.34, 0.3), 0.26], [f(0.34, 0.62), 0.17], [f(0, 0.5), 0.13], [f(-0.3, 0.2), 0.24]),
        hex('#23262e'),
      );
      return;
    case 'hat':
      brush.fill(
        frame.shape(
          [f(0.3, 0.3), 0.26],
          [f(0.28, 0.26), 0.66],
          [0, 0.6],
          [f(-0.28, -0.32), 0.68],
          [f(-0.36, -0.42), 0.26],
        ),
        darken(who.bottom, 0.1),
      );
      brush.fill(
        frame.shape(
          [f(0.62, 0.66), 0.2],
          [0.2, 0.29],
          [-0.2, 0.3],
          [f(-0.62, -0.68), 0.2],
          [-0.2, 0.2],
          [0.2, 0.19],
        ),
        darken(who.bottom, 0.2),
      );
      return;
    case 'scarf':
      brush.fill(
        frame.shape(
          [f(0.3, 0.38), 0.36],
          [f(0.3, 0.2), 0.1],
          [f(0.34, 0.1), -0.2],
          [f(0.2, 0.16), -0.52],
          [f(-0.2, -0.1), -0.54],
          [f(-0.42, -0.46), -0.1],
          [f(-0.4, -0.48), 0.34],
          [0, 0.58],
        ),
        mix(who.top, hex('#9a3f3a'), 0.6),
      );
      return;
  }
}
