import { type Canvas, createCanvas } from '@napi-rs/canvas';
import { css, hex, mix } from '../colour.ts';
import { type Point, tracePath } from '../geometry.ts';
import type { Look } from '../looks/look.ts';
import { createRandom } from '../random.ts';
import { type Falloff, paintFalloff } from './falloff.ts';
import { textureTile } from './textures.ts';

/** The sheet itself, laid over every frame: vignette, texture, unpainted edges. It never moves. */
export function paintPage(
  look: Look,
  falloff: Falloff,
  widthPx: number,
  heightPx: number,
  seed: string,
): Canvas {
  const page = createCanvas(widthPx, heightPx);
  const ctx = page.getContext('2d');
  const random = createRandom('page', seed, look.name);
  const px = heightPx;
  paintFalloff(ctx, falloff, look, widthPx, heightPx);
  if (look.page.vignette > 0) {
    const r = Math.hypot(widthPx, heightPx) / 2;
    const g = ctx.createRadialGradient(
      widthPx / 2,
      heightPx / 2,
      r * 0.5,
      widthPx / 2,
      heightPx / 2,
      r * 1.05,
    );
    g.addColorStop(0, 'rgba(0,0,0,0)');
    g.addColorStop(1, `rgba(0,0,0,${look.page.vignette})`);
    ctx.fillStyle = g;
    ctx.fillRect(0, 0, widthPx, heightPx);
  }
  if (look.page.texture > 0) {
    const name = look.page.border === 'deckle' || look.page.border === 'wash' ? 'fibre' : 'grain';
    const pattern = ctx.createPattern(textureTile(name, px), 'repeat');
    if (pattern !== null) {
      ctx.globalAlpha = look.page.texture;
      ctx.fillStyle = pattern;
      ctx.fillRect(0, 0, widthPx, heightPx);
      ctx.globalAlpha = 1;
    }
  }
  if (look.page.border === 'deckle') paintDeckle(ctx, look, widthPx, heightPx, random);
  if (look.page.border === 'wash') paintRunOut(ctx, look, widthPx, heightPx, random);
  if (look.page.border === 'grid') paintGrid(ctx, widthPx, heightPx);
  return page;
}

function paintDeckle(
  ctx: ReturnType<Canvas['getContext']>,
  look: Look,
  w: number,
  h: number,
  random: ReturnType<typeof createRandom>,
): void {
  const margin = Math.min(w, h) * 0.022;
  const edge = (from: Point, to: Point): Point[] => {
    const n = 26;
    return Array.from({ length: n }, (_, i): Point => {
      const t = i / n;
      const rough = Math.min(w, h) * 0.005;
      return [
        from[0] + (to[0] - from[0]) * t + random.bell() * rough,
        from[1] + (to[1] - from[1]) * t + random.bell() * rough,
      ];
    });
  };
  const m = margin;
  const outline = [
    ...edge([m, m], [w - m, m]),
    ...edge([w - m, m], [w - m, h - m]),
    ...edge([w - m, h - m], [m, h - m]),
    ...edge([m, h - m], [m, m]),
  ];
  ctx.fillStyle = css(look.paper);
  ctx.beginPath();
  ctx.rect(-2, -2, w + 4, h + 4);
  tracePath(ctx, [...outline].reverse(), true, true);
  ctx.fill('evenodd');
  if (look.line.weight > 1.5) {
    ctx.strokeStyle = css(look.line.colour ?? mix(look.paper, hex('#5a4632'), 0.6), 0.75);
    ctx.lineWidth = Math.max(1, h / 520);
    ctx.beginPath();
    tracePath(ctx, outline, true, true);
    ctx.stroke();
  }
}

/** Paint that ends raggedly: paper over the edges in several sheets, each a little smaller and fainter. */
function paintRunOut(
  ctx: ReturnType<Canvas['getContext']>,
  look: Look,
  w: number,
  h: number,
  random: ReturnType<typeof createRandom>,
): void {
  const unit = Math.min(w, h);
  for (let sheet = 0; sheet < 4; sheet++) {
    const m = unit * (0.028 + sheet * 0.011);
    const rough = unit * (0.012 + sheet * 0.006);
    const points: Point[] = [];
    const sides: readonly (readonly [Point, Point])[] = [
      [
        [m, m],
        [w - m, m],
      ],
      [
        [w - m, m],
        [w - m, h - m],
      ],
      [
        [w - m, h - m],
        [m, h - m],
      ],
      [
        [m, h - m],
        [m, m],
      ],
    ];
    for (const [from, to] of sides) {
      for (let i = 0; i < 22; i++) {
        const t = i / 22;
        points.push([
          from[0] + (to[0] - from[0]) * t + random.bell() * rough,
          from[1] + (to[1] - from[1]) * t + random.bell() * rough,
        ]);
      }
    }
    ctx.fillStyle = css(look.paper, sheet === 0 ? 1 : 0.42);
    ctx.beginPath();
    ctx.rect(-2, -2, w + 4, h + 4);
    tracePath(ctx, points.reverse(), true, true);
    ctx.fill('evenodd');
    if (sheet === 0) {
      ctx.strokeStyle = 'rgba(60,80,130,0.2)';
      ctx.lineWidth = Math.max(1, h / 400);
      ctx.beginPath();
      tracePath(ctx, points, true, true);
      ctx.stroke();
    }
  }
}

function paintGrid(ctx: ReturnType<Canvas['getContext']>, w: number, h: number): void {
  const step = h / 30;
  ctx.lineWidth = Math.max(0.6, h / 1100);
  for (let i = 0; i * step < Math.max(w, h); i++) {
    ctx.strokeStyle = `rgba(200,222,255,${i % 5 === 0 ? 0.13 : 0.055})`;
    ctx.beginPath();
    ctx.moveTo(w / 2 + i * step, 0);
    ctx.lineTo(w / 2 + i * step, h);
    ctx.moveTo(w / 2 - i * step, 0);
    ctx.lineTo(w / 2 - i * step, h);
    ctx.moveTo(0, i * step);
    ctx.lineTo(w, i * step);
    ctx.stroke();
  }
  ctx.strokeStyle = 'rgba(220,235,255,0.5)';
  ctx.lineWidth = Math.max(1, h / 640);
  const m = h * 0.02;
  ctx.strokeRect(m, m, w - 2 * m, h - 2 * m);
  const tick = h * 0.022;
  ctx.beginPath();
  for (const x of [w / 3, (2 * w) / 3]) {
    ctx.moveTo(x, m);
    ctx.lineTo(x, m + tick);
    ctx.moveTo(x, h - m);
    ctx.lineTo(x, h - m - tick);
  }
  for (const y of [h / 3, (2 * h) / 3]) {
    ctx.moveTo(m, y);
    ctx.lineTo(m + tick, y);
    ctx.moveTo(w - m, y);
    ctx.lineTo(w - m - tick, y);
  }
  ctx.stroke();
}
