import type { SKRSContext2D } from '@napi-rs/canvas';
import { css, hex } from '../colour.ts';
import type { Look } from '../looks/look.ts';
import type { Light } from './light.ts';

/** Where the picture is brightest, frame heights, and how dark it gets away from there. */
export interface Falloff {
  readonly x: number;
  readonly y: number;
  /** 0…1. */
  readonly amount: number;
  readonly inside: boolean;
}

export function readFalloff(light: Light, inside: boolean, subjectX: number): Falloff {
  return { x: subjectX * 0.7 + light.side * 0.1, y: 0.43, amount: light.falloff, inside };
}

/** Dark away from the lamps. It stays with the frame, so it is painted once, with the page. */
export function paintFalloff(
  ctx: SKRSContext2D,
  falloff: Falloff,
  look: Look,
  widthPx: number,
  heightPx: number,
): void {
  const amount = Math.min(0.92, falloff.amount * look.light.falloff);
  if (amount < 0.02) return;
  const x = widthPx / 2 + falloff.x * heightPx;
  const y = falloff.y * heightPx;
  const r = Math.hypot(widthPx, heightPx) * 0.66;
  const dark = look.tone(hex(falloff.inside ? '#120d12' : '#060c1c'));
  const g = ctx.createRadialGradient(x, y, r * 0.12, x, y, r);
  for (let i = 0; i <= 5; i++) g.addColorStop(i / 5, css(dark, amount * (i / 5) ** 1.35));
  ctx.fillStyle = g;
  ctx.fillRect(0, 0, widthPx, heightPx);
}
