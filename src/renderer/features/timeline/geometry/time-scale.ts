import { flicksPerSecond } from '../../../../domain/kernel/time.ts';

/** How time lies on the screen: `leftFlicks` is the time at x = 0. */
export interface TimeScale {
  readonly pxPerSecond: number;
  readonly leftFlicks: number;
}

/** Most that one can come near: about 40 px a frame. */
export const nearestPxPerSecond = 1_000;
/** A day and more on one screen. */
export const farthestPxPerSecond = 0.005;

export function pxOf(scale: TimeScale, flicks: number): number {
  return ((flicks - scale.leftFlicks) / flicksPerSecond) * scale.pxPerSecond;
}

export function flicksAt(scale: TimeScale, xPx: number): number {
  return scale.leftFlicks + flicksOfPx(scale, xPx);
}

/** How long `px` pixels are. */
export function flicksOfPx(scale: TimeScale, px: number): number {
  return (px / scale.pxPerSecond) * flicksPerSecond;
}

/** The scale `factor` times as near, with the time under `xPx` where it is. Never left of the start. */
export function zoomAround(scale: TimeScale, factor: number, xPx: number): TimeScale {
  const pxPerSecond = clampZoom(scale.pxPerSecond * factor);
  const at = flicksAt(scale, xPx);
  const leftFlicks = Math.max(0, Math.round(at - (xPx / pxPerSecond) * flicksPerSecond));
  return { pxPerSecond, leftFlicks };
}

/** All of a film in `widthPx`, with a little air behind its end. */
export function fitScale(durationFlicks: number, widthPx: number): TimeScale {
  const seconds = Math.max(1, durationFlicks / flicksPerSecond);
  return { pxPerSecond: clampZoom(Math.max(1, widthPx - 48) / seconds), leftFlicks: 0 };
}

/**
 * The scale moved by pixels. It goes no further than where half a screen is left empty behind the film, and not before
 * the start.
 */
export function scrolledBy(
  scale: TimeScale,
  dxPx: number,
  durationFlicks: number,
  widthPx: number,
): TimeScale {
  const farthest = Math.max(0, durationFlicks - flicksOfPx(scale, widthPx / 2));
  const wanted = Math.round(scale.leftFlicks + flicksOfPx(scale, dxPx));
  return { ...scale, leftFlicks: Math.min(Math.max(0, wanted), Math.max(farthest, 0)) };
}

/** The least movement that brings a time into view, `marginPx` from the edges. */
export function revealed(scale: TimeScale, flicks: number, widthPx: number, marginPx: number): TimeScale {
  const x = pxOf(scale, flicks);
  const margin = Math.min(marginPx, widthPx / 3);
  const dx = x < margin ? x - margin : x > widthPx - margin ? x - (widthPx - margin) : 0;
  return dx === 0
    ? scale
    : { ...scale, leftFlicks: Math.max(0, Math.round(scale.leftFlicks + flicksOfPx(scale, dx))) };
}

/** Zoom as a slider sees it, 0…1: equal steps of it are equal factors. */
export function zoomShare(pxPerSecond: number, farthest: number): number {
  const range = Math.log(nearestPxPerSecond / farthest);
  return Math.min(1, Math.max(0, Math.log(pxPerSecond / farthest) / range));
}

export function zoomOfShare(share: number, farthest: number): number {
  return clampZoom(farthest * Math.exp(share * Math.log(nearestPxPerSecond / farthest)));
}

export function clampZoom(pxPerSecond: number): number {
  return Math.min(nearestPxPerSecond, Math.max(farthestPxPerSecond, pxPerSecond));
}
