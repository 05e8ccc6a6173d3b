import type { SKRSContext2D } from '@napi-rs/canvas';
import type { PictureRequest } from '../../../domain/jobs/generation-request.ts';
import { flicksToSeconds } from '../../../domain/kernel/time.ts';
import { css, hex, luma, mix } from '../colour.ts';
import type { Look } from '../looks/look.ts';
import { registerFonts, slateFamilies, slateMono } from './register-fonts.ts';

/** Pixels below the picture that the slate takes; 0 when it is off. */
export function slateHeight(request: PictureRequest): number {
  if (!request.slate) return 0;
  return Math.max(10, Math.round(Math.min(request.heightPx * 0.055, request.widthPx * 0.06)));
}

/** One quiet line under the picture: scene and shot, what happens, and how it is shot. */
export function paintSlate(ctx: SKRSContext2D, request: PictureRequest, look: Look, top: number): void {
  registerFonts();
  const { brief, widthPx } = request;
  const high = request.heightPx - top;
  const dark = luma(look.paper) < 0.5;
  const ground = dark ? mix(look.paper, hex('#000000'), 0.35) : look.paper;
  const text = dark ? hex('#d9dde2') : hex('#3a352f');
  ctx.save();
  ctx.setTransform(1, 0, 0, 1, 0, 0);
  ctx.fillStyle = css(ground);
  ctx.fillRect(0, top, widthPx, high);
  ctx.fillStyle = css(text, 0.22);
  ctx.fillRect(0, top, widthPx, Math.max(1, high * 0.028));
  const size = Math.max(5, high * 0.42);
  const pad = high * 0.5;
  const base = top + high * 0.5;
  ctx.lang = 'en';
  ctx.textBaseline = 'middle';
  ctx.font = `${size}px "${slateMono}"`;
  const number = `${brief.sceneNumber}/${brief.shotNumber}`;
  ctx.fillStyle = css(text, 0.95);
  ctx.fillText(number, pad, base);
  const numberWide = ctx.measureText(number).width;
  const seconds = flicksToSeconds(request.durationFlicks);
  const facts = [
    brief.size.replace(/-/g, ' '),
    brief.move.replace(/-/g, ' '),
    `${Math.round(brief.lensMm)} mm`,
    ...(seconds > 0 ? [`${seconds.toFixed(1)} s`] : []),
  ].join('  ·  ');
  ctx.font = `500 ${size * 0.86}px ${slateFamilies}`;
  const factsWide = ctx.measureText(facts).width;
  const narrow = widthPx < high * 14;
  ctx.fillStyle = css(text, 0.6);
  if (!narrow) ctx.fillText(facts, widthPx - pad - factsWide, base);
  const room = widthPx - pad * 2 - numberWide - pad * 1.2 - (narrow ? 0 : factsWide + pad);
  ctx.fillStyle = css(text, 0.82);
  ctx.font = `${size * 0.9}px ${slateFamilies}`;
  ctx.fillText(
    shorten(ctx, brief.description.replace(/\s+/g, ' ').trim(), room),
    pad * 2.2 + numberWide,
    base,
  );
  ctx.restore();
}

function shorten(ctx: SKRSContext2D, text: string, room: number): string {
  const whole = text.slice(0, 400);
  if (room <= 0) return '';
  if (ctx.measureText(whole).width <= room) return whole;
  let low = 0;
  let high = whole.length;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (ctx.measureText(`${whole.slice(0, middle).trimEnd()}…`).width <= room) low = middle;
    else high = middle - 1;
  }
  const cut = whole.slice(0, low);
  const word = cut.lastIndexOf(' ');
  return low === 0 ? '' : `${(word > low * 0.6 ? cut.slice(0, word) : cut).trimEnd()}…`;
}
