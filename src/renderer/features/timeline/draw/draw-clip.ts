import type { ClipItem } from '../../../../domain/timeline/records.ts';
import { labelHeightPx } from '../geometry/hit-test.ts';
import type { TrackRow } from '../geometry/track-layout.ts';
import { boxOf, outline } from './box.ts';
import { drawClipBar } from './draw-clip-bar.ts';
import { drawFadeHandles, drawFades } from './draw-fades.ts';
import { drawPictures, drawWaveform } from './draw-medium.ts';
import type { Picture } from './picture.ts';

/** Of a clip's body below its bar, where its sound is drawn with its pictures. */
const soundShare = 0.3;

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
  drawClipBar(context, picture, clip, label, box, barHeight, isSelected, offline);
  context.fillStyle = colours.ground;
  context.fillRect(box.toPx - 1, box.topPx, 1, height);
  if (isSelected) outline(context, box, colours.accent);
  if ((isSelected || picture.hovered === clip.id) && width >= 48) {
    drawFadeHandles(context, picture, clip, box, width, barHeight);
  }
}
