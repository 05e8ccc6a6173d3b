import type { ClipItem } from '../../../../domain/timeline/records.ts';
import type { Box } from './box.ts';
import type { CanvasColours } from './colours.ts';
import type { ClipLabel, ClipMark, Picture } from './picture.ts';

/** The strip at the top of a clip: whether it follows its shot, whether that moved on, its name, and more where there is room. */
export function drawClipBar(
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
  if (label.mark !== null && room > 14) {
    drawMark(context, label.mark, x + 4, middle, colours);
    x += 13;
    room -= 13;
  } else if (label.outdated && room > 38) {
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
  x += used;
  room -= used;
  if (clip.muted && room > 16) {
    drawMuted(context, x, middle, colours.muted);
    x += 18;
    room -= 18;
  }
  if (room < 24) return;
  context.fillStyle = colours.faint;
  const gain = clip.gainDb === 0 ? '' : `${clip.gainDb > 0 ? '+' : '−'}${Math.abs(clip.gainDb)} dB  `;
  const fitted = words.fit(context, gain + label.more, room);
  if (fitted !== '') context.fillText(fitted, x, middle);
}

/** The sign of a state, in the shapes of `StateDot`: told without seeing colour. */
function drawMark(
  context: CanvasRenderingContext2D,
  mark: ClipMark,
  x: number,
  y: number,
  colours: CanvasColours,
): void {
  context.beginPath();
  if (mark === 'running' || mark === 'waiting') context.arc(x, y, 3.5, 0, 2 * Math.PI);
  else {
    context.moveTo(x, y - 4.5);
    context.lineTo(x + 4.5, y);
    context.lineTo(x, y + 4.5);
    context.lineTo(x - 4.5, y);
    context.closePath();
  }
  if (mark === 'running' || mark === 'failed') {
    context.fillStyle = mark === 'running' ? colours.accent : colours.bad;
    context.fill();
    return;
  }
  context.strokeStyle = mark === 'waiting' ? colours.muted : colours.bad;
  context.lineWidth = 2;
  context.stroke();
  context.lineWidth = 1;
}

/** A loudspeaker that is struck out: the clip is not heard. */
function drawMuted(context: CanvasRenderingContext2D, x: number, middle: number, colour: string): void {
  context.strokeStyle = colour;
  context.lineWidth = 1.2;
  context.lineJoin = 'round';
  context.beginPath();
  context.moveTo(x, middle - 2);
  context.lineTo(x + 2, middle - 2);
  context.lineTo(x + 5, middle - 4.5);
  context.lineTo(x + 5, middle + 4.5);
  context.lineTo(x + 2, middle + 2);
  context.lineTo(x, middle + 2);
  context.closePath();
  context.moveTo(x + 7.5, middle - 2);
  context.lineTo(x + 11.5, middle + 2);
  context.moveTo(x + 11.5, middle - 2);
  context.lineTo(x + 7.5, middle + 2);
  context.stroke();
  context.lineWidth = 1;
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
