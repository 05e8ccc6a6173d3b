import type { ItemId } from '../../../../domain/kernel/ids.ts';
import { formatTimecode } from '../../../../domain/kernel/time.ts';
import { rulerTicks } from '../geometry/ruler-ticks.ts';
import { pxOf } from '../geometry/time-scale.ts';
import { rulerHeightPx, stackHeightPx, type TrackRow } from '../geometry/track-layout.ts';
import { drawClip } from './draw-clip.ts';
import { drawTransitions } from './draw-transitions.ts';
import { drawCaption, drawTitle } from './draw-words.ts';
import type { Picture } from './picture.ts';

/** Draws the whole timeline. What it costs depends on what is in view, not on the length of the film. */
export function drawTimeline(context: CanvasRenderingContext2D, picture: Picture): void {
  const { widthPx, heightPx, colours } = picture;
  context.fillStyle = colours.ground;
  context.fillRect(0, 0, widthPx, heightPx);
  context.save();
  context.beginPath();
  context.rect(0, rulerHeightPx, widthPx, heightPx - rulerHeightPx);
  context.clip();
  context.translate(0, rulerHeightPx - picture.scrollTopPx);
  context.textBaseline = 'middle';
  for (const row of picture.rows) {
    if (row.topPx + row.heightPx < picture.scrollTopPx) continue;
    if (row.topPx > picture.scrollTopPx + heightPx) break;
    drawRow(context, picture, row);
  }
  drawRange(context, picture);
  context.restore();
  drawRuler(context, picture);
}

function drawRow(context: CanvasRenderingContext2D, picture: Picture, row: TrackRow): void {
  const { colours, widthPx, index } = picture;
  const isMain = row.track.id === index.mainTrackId;
  context.fillStyle = isMain ? colours.laneMain : colours.lane;
  context.fillRect(0, row.topPx, widthPx, row.heightPx - 1);
  const items = picture.itemsOf(row);
  context.globalAlpha = row.track.hidden || (row.track.kind === 'audio' && row.track.muted) ? 0.4 : 1;
  for (const placed of items) {
    switch (placed.item.kind) {
      case 'clip':
        drawClip(context, picture, row, placed.item, placed.startFlicks);
        break;
      case 'title':
        drawTitle(context, picture, row, placed.item, placed.startFlicks);
        break;
      case 'caption':
        drawCaption(context, picture, row, placed.item, placed.startFlicks);
        break;
      case 'gap':
        drawGap(context, picture, row, placed.item.id, placed.startFlicks, placed.item.durationFlicks);
        break;
    }
  }
  if (isMain && index.transitions.size > 0) drawTransitions(context, picture, row, items);
  context.globalAlpha = 1;
}

/** A hole in the film: what lies below is seen, which is black. */
function drawGap(
  context: CanvasRenderingContext2D,
  { colours, scale, widthPx, selected }: Picture,
  row: TrackRow,
  id: ItemId,
  startFlicks: number,
  durationFlicks: number,
): void {
  const from = Math.max(-2, pxOf(scale, startFlicks));
  const to = Math.min(widthPx + 2, pxOf(scale, startFlicks + durationFlicks));
  if (to - from < 2) return;
  const isSelected = selected.has(id);
  context.fillStyle = isSelected ? colours.accentSoft : colours.ground;
  context.fillRect(from, row.topPx + 1, to - from - 1, row.heightPx - 3);
  context.strokeStyle = isSelected ? colours.accent : colours.line;
  context.setLineDash([3, 3]);
  context.strokeRect(from + 0.5, row.topPx + 1.5, to - from - 2, row.heightPx - 4);
  context.setLineDash([]);
}

/** In and out: what lies outside of them is veiled. */
function drawRange(context: CanvasRenderingContext2D, picture: Picture): void {
  const { inFlicks, outFlicks, scale, widthPx, rows, colours } = picture;
  if (inFlicks === null && outFlicks === null) return;
  const from = inFlicks === null ? 0 : pxOf(scale, inFlicks);
  const to = outFlicks === null ? widthPx : pxOf(scale, outFlicks);
  context.fillStyle = colours.scrim;
  context.globalAlpha = 0.5;
  const height = stackHeightPx(rows);
  if (from > 0) context.fillRect(0, 0, Math.min(from, widthPx), height);
  if (to < widthPx) context.fillRect(Math.max(0, to), 0, widthPx - Math.max(0, to), height);
  context.globalAlpha = 1;
}

function drawRuler(context: CanvasRenderingContext2D, picture: Picture): void {
  const { colours, widthPx, scale, index, inFlicks, outFlicks, endFlicks } = picture;
  context.fillStyle = colours.lane;
  context.fillRect(0, 0, widthPx, rulerHeightPx);
  const end = pxOf(scale, endFlicks);
  if (end < widthPx) {
    context.fillStyle = colours.ground;
    context.fillRect(Math.max(0, end), 0, widthPx - Math.max(0, end), rulerHeightPx);
  }
  if (inFlicks !== null || outFlicks !== null) {
    const from = Math.max(0, inFlicks === null ? 0 : pxOf(scale, inFlicks));
    const to = Math.min(widthPx, outFlicks === null ? end : pxOf(scale, outFlicks));
    context.fillStyle = colours.accentSoft;
    if (to > from) context.fillRect(from, 0, to - from, rulerHeightPx);
    context.fillStyle = colours.accent;
    if (inFlicks !== null) context.fillRect(from - 1, 0, 2, rulerHeightPx);
    if (outFlicks !== null) context.fillRect(to - 1, 0, 2, rulerHeightPx);
  }
  context.font = picture.fonts.mono;
  context.textBaseline = 'middle';
  const ticks = rulerTicks(scale, widthPx, index.rate);
  context.fillStyle = colours.lineStrong;
  for (const { xPx, major } of ticks) {
    const height = major ? 10 : 5;
    context.fillRect(Math.round(xPx), rulerHeightPx - height, 1, height);
  }
  context.fillStyle = colours.muted;
  for (const { xPx, major, atFlicks } of ticks) {
    if (major) context.fillText(formatTimecode(atFlicks, index.rate), Math.round(xPx) + 4, 11);
  }
  context.fillStyle = colours.line;
  context.fillRect(0, rulerHeightPx - 1, widthPx, 1);
}
