import type { ClipItem } from '../../../../domain/timeline/records.ts';
import { gainLinePx, hasGainLine, soundSpan } from '../geometry/gain-line.ts';
import { leastLinedPx } from '../geometry/hit-test.ts';
import { labelHeightPx, type TrackRow } from '../geometry/track-layout.ts';
import { boxOf, outline } from './box.ts';
import { drawClipBar } from './draw-clip-bar.ts';
import { drawDippedLine } from './draw-dipped-line.ts';
import { drawFadeHandles, drawFades } from './draw-fades.ts';
import { drawPictures, drawWaveform } from './draw-medium.ts';
import type { Picture } from './picture.ts';

/** A clip: its pictures, its sound, its fades and its bar; a line where there is no room for any. */
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
  const sound = soundSpan(row, label.sounds);
  const soundHeight = sound === null ? 0 : sound.bottomPx - sound.topPx;
  const dips = picture.dipsOf(clip, row.track);
  if (width >= 10 && clip.assetId !== null && !offline) {
    if (!isSound) drawPictures(context, picture, clip, box, bodyTop, box.bottomPx - soundHeight);
    if (soundHeight > 6)
      drawWaveform(context, picture, clip, box, box.bottomPx - soundHeight, box.bottomPx, dips);
  }
  const isPointed = isSelected || picture.hovered === clip.id;
  const showsGain = sound !== null && hasGainLine(sound) && width >= leastLinedPx && !offline;
  if (showsGain && (isSound || isPointed || clip.gainDb !== 0)) {
    context.fillStyle = clip.muted ? colours.faint : isPointed ? colours.ink : colours.muted;
    if (clip.scratch || dips.length === 0) {
      const y = Math.round(gainLinePx(sound, clip.gainDb));
      context.fillRect(box.fromPx, y, box.toPx - box.fromPx - 1, 1);
    } else drawDippedLine(context, picture, sound, clip, box, dips);
  }
  if (clip.fadeInFlicks > 0 || clip.fadeOutFlicks > 0) {
    drawFades(context, picture, clip, box, bodyTop, width, isSound);
  }
  drawClipBar(context, picture, clip, label, box, barHeight, isSelected, offline);
  context.fillStyle = colours.ground;
  context.fillRect(box.toPx - 1, box.topPx, 1, height);
  if (isSelected) outline(context, box, colours.accent);
  if (isPointed && width >= 48) {
    drawFadeHandles(context, picture, clip, box, width, barHeight);
  }
}
