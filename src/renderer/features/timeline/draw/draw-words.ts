import { captionSpan } from '../../../../domain/timeline/caption-span.ts';
import type { CaptionItem, TitleItem } from '../../../../domain/timeline/records.ts';
import { titleHandlePx } from '../geometry/hit-test.ts';
import type { TrackRow } from '../geometry/track-layout.ts';
import { type Box, boxOf, outline } from './box.ts';
import { drawFadeHandles } from './draw-fades.ts';
import type { Picture } from './picture.ts';

export function drawTitle(
  context: CanvasRenderingContext2D,
  picture: Picture,
  row: TrackRow,
  item: TitleItem,
  startFlicks: number,
): void {
  const { colours } = picture;
  const box = boxOf(picture, row, startFlicks, item.durationFlicks);
  const width = box.rightPx - box.leftPx;
  const isSelected = picture.selected.has(item.id);
  fillBox(context, box, isSelected ? colours.accentSoft : colours.title);
  if (width < 4) return;
  context.fillStyle = isSelected ? colours.accent : colours.titleInk;
  context.fillRect(box.fromPx, box.topPx, Math.min(2, width), box.bottomPx - box.topPx);
  write(
    context,
    picture,
    box,
    item.text.replace(/\s*\n\s*/g, ' / '),
    isSelected ? colours.accentInk : colours.ink,
  );
  if (isSelected) outline(context, box, colours.accent);
  if (picture.hovered === item.id && width >= 48) {
    drawFadeHandles(context, picture, item, box, width, titleHandlePx);
  }
}

export function drawCaption(
  context: CanvasRenderingContext2D,
  picture: Picture,
  row: TrackRow,
  item: CaptionItem,
  startFlicks: number,
): void {
  const { colours, index } = picture;
  const box = boxOf(picture, row, startFlicks, item.durationFlicks);
  const isSelected = picture.selected.has(item.id);
  const isThin = box.rightPx - box.leftPx < 4;
  fillBox(context, box, isSelected ? colours.accentSoft : isThin ? colours.line : colours.caption);
  if (isThin) return;
  const words = item.text.replace(/\s*\n\s*/g, ' ');
  const isSaid = item.speaker === null || words.startsWith(`${item.speaker}:`);
  // Words that were trimmed out of sight are there, and not shown.
  const isShown = captionSpan(index, item, startFlicks) !== null;
  const ink = isSelected ? colours.accentInk : isShown ? colours.muted : colours.faint;
  write(context, picture, box, isSaid ? words : `${item.speaker}: ${words}`, ink);
  if (isSelected) outline(context, box, colours.accent);
}

function fillBox(context: CanvasRenderingContext2D, box: Box, colour: string): void {
  context.fillStyle = colour;
  const width = Math.max(1, box.toPx - box.fromPx - 1);
  context.fillRect(box.fromPx, box.topPx, width, box.bottomPx - box.topPx);
}

function write(
  context: CanvasRenderingContext2D,
  { words, fonts }: Picture,
  box: Box,
  text: string,
  colour: string,
): void {
  const from = Math.max(2, box.fromPx) + 7;
  const room = box.toPx - 6 - from;
  if (room < 16) return;
  context.font = fonts.label;
  context.fillStyle = colour;
  const fitted = words.fit(context, text, room);
  if (fitted !== '') context.fillText(fitted, from, (box.topPx + box.bottomPx) / 2 + 0.5);
}
