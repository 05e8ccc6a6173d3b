import type { SKRSContext2D } from '@napi-rs/canvas';
import { css, darken, lighten, type Rgb } from '../colour.ts';
import { type Box, boundsOf, type Point, type Shape, tracePath } from '../geometry.ts';
import type { Look } from '../looks/look.ts';
import type { Random } from '../random.ts';
import type { Light } from './light.ts';
import { textureTile } from './textures.ts';

export interface ShapeStyle {
  /** Multiplies the look's line; 0 draws none. */
  readonly line?: number;
  /** Multiplies the look's light-to-dark across the shape. */
  readonly form?: number;
  readonly alpha?: number;
  /** Shines by itself: neither light nor haze changes it. */
  readonly shines?: boolean;
  /** No texture or hatching: for the many and the small. */
  readonly plain?: boolean;
}

/**
 * Paints in frame heights with the tools of a look, under the light of a shot, at one distance. Everything that is
 * drawn into a layer goes through it, so that a look has the last word on every colour and line.
 */
export interface Brush {
  readonly ctx: SKRSContext2D;
  /** What has to be covered: the frame and what a moving camera may reveal of this layer. */
  readonly view: Box;
  readonly random: Random;
  readonly look: Look;
  readonly light: Light;
  /** Pixels per frame height. */
  readonly px: number;
  readonly zM: number;
  at(zM: number): Brush;
  fill(shape: Shape, colour: Rgb, style?: ShapeStyle): void;
  line(
    points: readonly Point[],
    colour: Rgb,
    width: number,
    style?: ShapeStyle & { readonly smooth?: boolean },
  ): void;
  /** The finished colour of a surface here. */
  tone(colour: Rgb, shines?: boolean): Rgb;
  /** A soft pool of light (or of dark, with `darken`). */
  glow(x: number, y: number, radius: number, colour: Rgb, strength: number): void;
}

export interface BrushSettings {
  readonly ctx: SKRSContext2D;
  readonly view: Box;
  readonly random: Random;
  readonly look: Look;
  readonly light: Light;
  readonly px: number;
  readonly zM: number;
}

export function createBrush(settings: BrushSettings): Brush {
  const { ctx, look, light, px, zM, random, view } = settings;
  const unit = 1 / 720;
  const tone = (colour: Rgb, shines = false): Rgb => look.tone(shines ? colour : light.grade(colour, zM));

  const wobbled = (
    shape: { points: readonly Point[]; smooth: boolean },
    closed: boolean,
  ): readonly Point[] => {
    const amount = look.line.wobble * unit;
    if (amount === 0) return shape.points;
    const out: Point[] = [];
    const n = shape.points.length;
    for (let i = 0; i < n; i++) {
      const p = shape.points[i];
      if (p === undefined) continue;
      out.push([p[0] + random.bell() * amount, p[1] + random.bell() * amount]);
      const q = shape.points[(i + 1) % n];
      if (shape.smooth || q === undefined || (!closed && i === n - 1)) continue;
      const length = Math.hypot(q[0] - p[0], q[1] - p[1]);
      const cuts = Math.min(6, Math.floor(length / 0.07));
      for (let c = 1; c <= cuts; c++) {
        const t = c / (cuts + 1);
        out.push([
          p[0] + (q[0] - p[0]) * t + random.bell() * amount,
          p[1] + (q[1] - p[1]) * t + random.bell() * amount,
        ]);
      }
    }
    return out;
  };

  const lineFor = (colour: Rgb): Rgb => look.line.colour ?? darken(colour, 0.62);

  const drawOutline = (
    points: readonly Point[],
    smooth: boolean,
    closed: boolean,
    colour: Rgb,
    strength: number,
    extent: number,
  ): void => {
    const weight = look.line.weight * unit * strength * Math.min(1.35, 0.42 + extent * 1.7);
    if (weight < 0.12 * unit) return;
    const far = Math.max(0.35, 1 - (zM === Infinity ? 1 : zM * light.hazePerM * 1.4));
    ctx.strokeStyle = css(lineFor(colour), look.line.alpha * far);
    ctx.lineWidth = weight;
    ctx.lineJoin = 'round';
    ctx.lineCap = 'round';
    ctx.beginPath();
    tracePath(ctx, points, smooth, closed);
    ctx.stroke();
    if (look.line.twice && extent > 0.05) {
      const shift = look.line.wobble * unit;
      ctx.lineWidth = weight * 0.45;
      ctx.beginPath();
      tracePath(
        ctx,
        points.map(([x, y]) => [x + random.bell() * shift * 1.2, y + random.bell() * shift * 1.2] as const),
        smooth,
        closed,
      );
      ctx.stroke();
    }
  };

  const overTile = (
    name: Parameters<typeof textureTile>[0],
    alpha: number,
    mode: 'source-over' | 'multiply' | 'overlay',
  ): void => {
    const pattern = ctx.createPattern(textureTile(name, px), 'repeat');
    if (pattern === null) return;
    ctx.save();
    ctx.setTransform(1, 0, 0, 1, 0, 0);
    ctx.globalAlpha = alpha;
    ctx.globalCompositeOperation = mode;
    ctx.fillStyle = pattern;
    ctx.fillRect(0, 0, ctx.canvas.width, ctx.canvas.height);
    ctx.restore();
  };

  const fill: Brush['fill'] = (shape, colour, style = {}) => {
    if (shape.points.length < 3) return;
    const box = boundsOf(shape.points);
    if (!(box.w < 1e4) || !(box.h < 1e4)) return;
    if (
      box.x > view.x + view.w ||
      box.x + box.w < view.x ||
      box.y > view.y + view.h ||
      box.y + box.h < view.y
    )
      return;
    const extent = Math.min(1, Math.hypot(box.w, box.h));
    const toned = tone(colour, style.shines);
    const points = wobbled(shape, true);
    ctx.beginPath();
    tracePath(ctx, points, shape.smooth, true);
    ctx.fillStyle = css(toned, look.surface.opacity * (style.alpha ?? 1));
    ctx.fill();
    if (style.plain !== true && extent > 0.035) {
      const { form, hatch, edge, grain } = look.surface;
      const strength = form * (style.form ?? 1) * (style.shines === true ? 0.3 : 1);
      const hasHatch = hatch > 0 && extent > 0.09 && (style.form ?? 1) > 0.3 && style.shines !== true;
      ctx.save();
      ctx.clip();
      if (strength > 0.01) {
        const from = light.side === -1 ? box.x : box.x + box.w;
        const to = light.side === -1 ? box.x + box.w : box.x;
        const gradient = ctx.createLinearGradient(from, box.y, to, box.y + box.h * 0.6);
        gradient.addColorStop(0, css(lighten(toned, 0.5), strength * 0.62 * (style.alpha ?? 1)));
        gradient.addColorStop(0.42, css(toned, 0));
        gradient.addColorStop(1, css(darken(toned, 0.75), strength * (style.alpha ?? 1)));
        ctx.fillStyle = gradient;
        ctx.fillRect(box.x - 0.02, box.y - 0.02, box.w + 0.04, box.h + 0.04);
      }
      if (hasHatch) {
        const split = box.x + box.w * (light.side === -1 ? 0.62 : 0.38);
        ctx.save();
        ctx.beginPath();
        const lean = box.w * 0.12;
        if (light.side === -1) {
          ctx.moveTo(split + lean, box.y);
          ctx.lineTo(box.x + box.w + 0.02, box.y);
          ctx.lineTo(box.x + box.w + 0.02, box.y + box.h + 0.02);
          ctx.lineTo(split - lean, box.y + box.h + 0.02);
        } else {
          ctx.moveTo(split - lean, box.y);
          ctx.lineTo(box.x - 0.02, box.y);
          ctx.lineTo(box.x - 0.02, box.y + box.h + 0.02);
          ctx.lineTo(split + lean, box.y + box.h + 0.02);
        }
        ctx.clip();
        overTile('hatch', hatch * 0.6 * (style.alpha ?? 1), 'source-over');
        ctx.restore();
      }
      if (grain > 0.12 && extent > 0.06)
        overTile(
          grain > 0.35 ? 'blotch' : 'grain',
          grain * (style.alpha ?? 1) * (extent > 0.4 ? 1 : 0.7),
          'source-over',
        );
      if (edge > 0.02) {
        ctx.beginPath();
        tracePath(ctx, points, shape.smooth, true);
        ctx.strokeStyle = css(darken(toned, 0.5), edge * 0.5 * (style.alpha ?? 1));
        ctx.lineWidth = 7 * unit;
        ctx.stroke();
        ctx.lineWidth = 2.6 * unit;
        ctx.stroke();
      }
      ctx.restore();
    }
    const line = style.line ?? 1;
    if (line > 0 && look.line.weight > 0) drawOutline(points, shape.smooth, true, toned, line, extent);
  };

  return {
    ctx,
    view,
    random,
    look,
    light,
    px,
    zM,
    tone,
    fill,
    at: (z) => createBrush({ ...settings, zM: z }),
    line: (points, colour, width, style = {}) => {
      const wobbly = wobbled({ points, smooth: style.smooth ?? true }, false);
      ctx.lineCap = 'round';
      ctx.lineJoin = 'round';
      ctx.beginPath();
      tracePath(ctx, wobbly, style.smooth ?? true, false);
      const own = tone(colour, style.shines);
      const { strokes } = look.line;
      if (strokes === null) {
        ctx.strokeStyle = css(own, style.alpha ?? 1);
        ctx.lineWidth = Math.max(width, 0.5 * unit);
        ctx.stroke();
        return;
      }
      // A drafting pen has one width: what is broad is drawn by its two edges.
      const broad = width > 3.4 * unit;
      ctx.strokeStyle = css(strokes, (style.alpha ?? 1) * 0.85);
      ctx.lineWidth = broad ? width : Math.min(Math.max(width, 0.7 * unit), 1.3 * unit);
      ctx.stroke();
      if (!broad) return;
      ctx.strokeStyle = css(own);
      ctx.lineWidth = width - 2.4 * unit;
      ctx.stroke();
    },
    glow: (x, y, radius, colour, strength) => {
      const amount = strength * look.light.glow;
      if (amount <= 0.01) return;
      const toned = look.tone(colour);
      const gradient = ctx.createRadialGradient(x, y, 0, x, y, radius);
      gradient.addColorStop(0, css(toned, amount));
      gradient.addColorStop(0.25, css(toned, amount * 0.5));
      gradient.addColorStop(0.6, css(toned, amount * 0.13));
      gradient.addColorStop(1, css(toned, 0));
      ctx.save();
      ctx.globalCompositeOperation = 'screen';
      ctx.fillStyle = gradient;
      ctx.fillRect(x - radius, y - radius, radius * 2, radius * 2);
      ctx.restore();
    },
  };
}
