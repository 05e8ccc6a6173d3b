import { type Canvas, createCanvas } from '@napi-rs/canvas';
import { css, type Rgb } from '../colour.ts';
import type { LifeMoment } from './layers.ts';

const spritePx = 128;

/** A soft round light, painted once and then only scaled: a gradient a frame would cost several times as much. */
export function createGlowSprite(colour: Rgb): Canvas {
  const sprite = createCanvas(spritePx, spritePx);
  const ctx = sprite.getContext('2d');
  const r = spritePx / 2;
  const g = ctx.createRadialGradient(r, r, 0, r, r, r);
  for (let i = 0; i <= 8; i++) g.addColorStop(i / 8, css(colour, (1 - i / 8) ** 2));
  ctx.fillStyle = g;
  ctx.fillRect(0, 0, spritePx, spritePx);
  return sprite;
}

/** Adds a sprite's light, 0…1 strong, about a point. */
export function drawGlow(
  moment: LifeMoment,
  sprite: Canvas,
  x: number,
  y: number,
  radius: number,
  strength: number,
): void {
  const { ctx } = moment;
  ctx.globalCompositeOperation = 'screen';
  ctx.globalAlpha = Math.max(0, Math.min(1, strength));
  ctx.drawImage(sprite, x - radius, y - radius, radius * 2, radius * 2);
  ctx.globalAlpha = 1;
  ctx.globalCompositeOperation = 'source-over';
}
