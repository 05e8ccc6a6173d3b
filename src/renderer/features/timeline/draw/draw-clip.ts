import type { ClipItem } from '../../../../domain/timeline/records.ts';
import { fadeInsetPx, labelHeightPx } from '../geometry/hit-test.ts';
import type { TrackRow } from '../geometry/track-layout.ts';
import { type Box, boxOf } from './box.ts';
import { drawPictures, drawWaveform } from './draw-medium.ts';
import type { ClipLabel, Picture } from './picture.ts';

const soundShare = 0.3;

export function drawClip(
  context: CanvasRenderingContext2D,
  picture: Picture,
  row: TrackRow,
  clip: ClipItem,
  startFlicks: number,
): void {
  const { colours, selected } = picture;
  const box = boxOf(picture, row, startFlicks, clip.durationFlicks);
  const width = box.rightPx - box.leftPx;
  const isSelected = selected.has(clip.id);
  const isSound = row.track.kind === 'audio';
  const height = box.bottomPx - box.topPx;
  if (width < 4) {
    context.fillStyle = isSelected ? colours.accent : isSound ? colours.soundInk : colours.lineStrong;
    context.fillRect(box.leftPx, box.topPx, Math.max(1, width - 1), height);
    return;
  }
  const label = picture.labelOf(clip);
  const offline = clip.assetId !== null && picture.media.isOffline(clip.assetId);
  context.fillStyle = offline ? colours.badSoft : isSound ? colours.sound : colours.clip;
  context.fillRect(box.fromPx, box.topPx, box.toPx - box.fromPx - 1, height);

  const barHeight = Math.min(labelHeightPx, height);
  const bodyTop = box.topPx + barHeight;
  const soundHeight = isSound
    ? box.bottomPx - bodyTop
    : label.sounds && height > 56
      ? Math.round((box.bottomPx - bodyTop) * soundShare)
      : 0;
  if (width >= 10 && clip.assetId !== null && !offline) {
    if (!isSound) drawPictures(context, picture, clip, box, bodyTop, box.bottomPx - soundHeight);
    if (soundHeight > 6) drawWaveform(context, picture, clip, box, box.bottomPx - soundHeight, box.bottomPx);
  }
  if (clip.fadeInFlicks > 0 || clip.fadeOutFlicks > 0) {
    drawFades(context, picture, clip, box, bodyTop, width);
  }
  drawBar(context, picture, clip, label, box, barHeight, isSelected, offline);
  context.fillStyle = colours.ground;
  context.fillRect(box.toPx - 1, box.topPx, 1, height);
  if (isSelected) outline(context, box, colours.accent);
  if ((isSelected || picture.hovered === clip.id) && width >= 48) {
    drawFadeHandles(context, picture, clip, box, width, barHeight);
  }
}

function drawBar(
  context: CanvasRenderingContext2D,
  picture: Picture,
  clip: ClipItem,
  label: ClipLabel,
  box: Box,
  barHeight: number,
  isSelected: boolean,
  offline: boolean,
): void {
  const { colours, words } = picture;
  context.fillStyle = isSelected ? colours.accentSoft : colours.clipBar;
  context.fillRect(box.fromPx, box.topPx, box.toPx - box.fromPx - 1, barHeight);
  const from = Math.max(4, box.fromPx) + 5;
  let room = box.toPx - 6 - from;
  if (room < 14) return;
  const middle = box.topPx + barHeight / 2 + 0.5;
  let x = from;
  if (label.linked && room > 60) {
    drawLink(context, x, middle, isSelected ? colours.accentInk : colours.faint);
    x += 14;
    room -= 14;
  }
  if (label.outdated && room > 38) {
    context.strokeStyle = colours.accent;
    context.lineWidth = 2;
    context.beginPath();
    context.arc(x + 4, middle, 3, 0, 2 * Math.PI);
    context.stroke();
    context.lineWidth = 1;
    x += 13;
    room -= 13;
  }
  context.font = picture.fonts.label;
  context.fillStyle = offline ? colours.bad : isSelected ? colours.accentInk : colours.ink;
  const name = words.fit(context, label.name, room);
  if (name === '') return;
  context.fillText(name, x, middle);
  const used = context.measureText(name).width + 8;
  const marks = `${clip.muted ? '⃠ ' : ''}${clip.gainDb === 0 ? '' : `${clip.gainDb > 0 ? '+' : '−'}${Math.abs(clip.gainDb)} dB`}`;
  const rest = room - used;
  if (rest < 24) return;
  context.fillStyle = colours.faint;
  const more = marks.trim() === '' ? label.more : `${marks}  ${label.more}`;
  const fitted = words.fit(context, more, rest);
  if (fitted !== '') context.fillText(fitted, x + used, middle);
}

/** Two links of a chain: the clip follows its shot. */
function drawLink(context: CanvasRenderingContext2D, x: number, middle: number, colour: string): void {
  context.strokeStyle = colour;
  context.lineWidth = 1.2;
  context.beginPath();
  context.roundRect(x, middle - 2.5, 6, 5, 2.5);
  context.roundRect(x + 4, middle - 2.5, 6, 5, 2.5);
  context.stroke();
  context.lineWidth = 1;
}

function drawFades(
  context: CanvasRenderingContext2D,
  { colours }: Picture,
  clip: ClipItem,
  box: Box,
  top: number,
  width: number,
): void {
  const per = width / clip.durationFlicks;
  context.fillStyle = colours.scrim;
  context.beginPath();
  if (clip.fadeInFlicks > 0) {
    context.moveTo(box.leftPx, top);
    context.lineTo(box.leftPx + clip.fadeInFlicks * per, top);
    context.lineTo(box.leftPx, box.bottomPx);
  }
  if (clip.fadeOutFlicks > 0) {
    context.moveTo(box.rightPx - 1, top);
    context.lineTo(box.rightPx - 1 - clip.fadeOutFlicks * per, top);
    context.lineTo(box.rightPx - 1, box.bottomPx);
  }
  context.fill();
}

export function drawFadeHandles(
  context: CanvasRenderingContext2D,
  { colours }: Picture,
  item: { readonly fadeInFlicks: number; readonly fadeOutFlicks: number; readonly durationFlicks: number },
  box: Box,
  width: number,
  barHeight: number,
): void {
  const per = width / item.durationFlicks;
  const y = box.topPx + barHeight;
  for (const x of [
    box.leftPx + Math.max(fadeInsetPx, item.fadeInFlicks * per),
    box.rightPx - Math.max(fadeInsetPx, item.fadeOutFlicks * per),
  ]) {
    context.fillStyle = colours.ink;
    context.strokeStyle = colours.ground;
    context.beginPath();
    context.arc(x, y, 3.5, 0, 2 * Math.PI);
    context.fill();
    context.stroke();
  }
}

export function outline(context: CanvasRenderingContext2D, box: Box, colour: string): void {
  context.strokeStyle = colour;
  context.lineWidth = 2;
  context.strokeRect(
    box.leftPx + 1,
    box.topPx + 1,
    box.rightPx - box.leftPx - 3,
    box.bottomPx - box.topPx - 2,
  );
  context.lineWidth = 1;
}
