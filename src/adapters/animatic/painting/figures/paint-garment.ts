import { darken, hex, lighten, mix } from '../../colour.ts';
import { curve, lerp, type Point, polygon } from '../../geometry.ts';
import type { Appearance } from '../../reading/stage-plan.ts';
import type { Brush } from '../brush.ts';
import type { BodyFrame } from './body-frame.ts';

type Across = (p: Point, d: number, up?: number) => Point;

/** Collars, buttons, knit and folds; only where they are large enough to be seen. */
export function paintGarmentDetail(
  brush: Brush,
  who: Appearance,
  body: BodyFrame,
  across: Across,
  wide: number,
  back: boolean,
): void {
  const { skeleton: s, to, unit } = body;
  const px = unit * brush.px;
  if (px < 190) return;
  const cloth = who.top;
  const fold = darken(cloth, 0.36);
  const thin = unit * 0.0035;
  const at = (d: number, t: number): Point => {
    const p: Point = [lerp(s.neck[0], s.pelvis[0], t), lerp(s.neck[1], s.pelvis[1], t)];
    return to(across(p, d));
  };
  const middle = wide * 0.24;
  brush.line([at(-wide * 0.7, 0.2), at(-wide * 0.5, 0.42), at(-wide * 0.62, 0.66)], fold, thin, {
    alpha: 0.5,
  });
  brush.line([at(wide * 0.75, 0.24), at(wide * 0.62, 0.46), at(wide * 0.7, 0.7)], fold, thin, { alpha: 0.5 });
  if (back) return;
  switch (who.garment) {
    case 'sweater': {
      const neck = curve(
        to(across(s.neck, -0.05, 0.012)),
        to(across(s.neck, 0.055, 0.012)),
        to(across(s.neck, 0.062, -0.022)),
        to(across(s.neck, middle * 0.3, -0.04)),
        to(across(s.neck, -0.056, -0.022)),
      );
      brush.fill(neck, darken(cloth, 0.16));
      if (px > 420) {
        for (let i = 0; i < 12; i++) {
          const t = 0.12 + i * 0.075;
          const pts: Point[] = [];
          for (let k = -4; k <= 4; k++)
            pts.push(at((k / 4) * wide * 0.86, t + (k % 2 === 0 ? 0.011 : -0.011)));
          brush.line(pts, lighten(cloth, 0.16), thin * 0.9, { alpha: 0.34, smooth: false });
        }
      }
      return;
    }
    case 'raincoat':
    case 'coat': {
      brush.line([at(middle, 0.02), at(middle * 1.1, 0.5), at(middle, 1.3)], fold, thin * 1.3);
      brush.fill(
        polygon(
          to(across(s.neck, -0.06, 0.016)),
          to(across(s.neck, middle, -0.06)),
          to(across(s.neck, -0.05, -0.085)),
          to(across(s.neck, -0.095, -0.03)),
        ),
        lighten(cloth, 0.08),
      );
      brush.fill(
        polygon(
          to(across(s.neck, 0.06, 0.016)),
          to(across(s.neck, middle, -0.06)),
          to(across(s.neck, 0.095, -0.075)),
          to(across(s.neck, 0.1, -0.028)),
        ),
        darken(cloth, 0.1),
      );
      for (let i = 0; i < 4; i++)
        dot(
          brush,
          at(middle * 1.5 + 0.006, 0.24 + i * 0.2),
          unit * 0.0085,
          who.garment === 'raincoat' ? hex('#6b4a22') : hex('#2a2622'),
        );
      if (who.garment === 'raincoat' && px > 300)
        brush.line([at(-wide * 0.4, 0.12), at(-wide * 0.52, 0.5)], lighten(cloth, 0.55), thin * 1.8, {
          alpha: 0.5,
        });
      return;
    }
    case 'suit': {
      brush.fill(
        polygon(to(across(s.neck, -0.035, 0.005)), to(across(s.neck, 0.05, 0.005)), at(middle, 0.55)),
        hex('#e9e6de'),
      );
      brush.fill(
        polygon(
          at(middle * 0.7, 0.06),
          at(middle * 1.2, 0.06),
          at(middle * 1.3, 0.42),
          at(middle, 0.5),
          at(middle * 0.7, 0.42),
        ),
        mix(hex('#8a2f35'), cloth, 0.2),
      );
      brush.fill(
        polygon(
          to(across(s.neck, -0.05, 0.014)),
          at(middle, 0.55),
          at(-wide * 0.36, 0.34),
          at(-wide * 0.45, 0.2),
        ),
        darken(cloth, 0.14),
      );
      brush.fill(
        polygon(
          to(across(s.neck, 0.056, 0.014)),
          at(middle, 0.55),
          at(wide * 0.72, 0.34),
          at(wide * 0.66, 0.2),
        ),
        darken(cloth, 0.22),
      );
      return;
    }
    case 'shirt':
    case 'apron': {
      brush.line([at(middle, 0.05), at(middle, 0.95)], fold, thin);
      for (let i = 0; i < 4; i++) dot(brush, at(middle, 0.16 + i * 0.19), unit * 0.0055, lighten(cloth, 0.5));
      brush.fill(
        polygon(
          to(across(s.neck, -0.048, 0.016)),
          to(across(s.neck, middle, -0.034)),
          to(across(s.neck, -0.04, -0.055)),
        ),
        lighten(cloth, 0.14),
      );
      brush.fill(
        polygon(
          to(across(s.neck, 0.055, 0.016)),
          to(across(s.neck, middle, -0.034)),
          to(across(s.neck, 0.085, -0.05)),
        ),
        lighten(cloth, 0.06),
      );
      return;
    }
    case 'dress':
    case 'robe': {
      brush.fill(
        curve(
          to(across(s.neck, -0.045, 0.012)),
          to(across(s.neck, 0.055, 0.012)),
          to(across(s.neck, middle * 0.6, -0.06)),
        ),
        darken(who.skin, 0.06),
        { line: 0.7 },
      );
      brush.line([at(-wide * 0.85, 0.72), at(0, 0.76), at(wide * 0.85, 0.72)], fold, thin * 1.4);
      return;
    }
  }
}

function dot(brush: Brush, at: Point, r: number, colour: readonly [number, number, number]): void {
  brush.fill(curve([at[0] - r, at[1]], [at[0], at[1] - r], [at[0] + r, at[1]], [at[0], at[1] + r]), colour, {
    plain: true,
    line: 0.6,
  });
}
