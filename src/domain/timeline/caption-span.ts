import type { ShotId } from '../kernel/ids.ts';
import { isOwnCaption } from './own-caption.ts';
import { endOf, isOnMain } from './queries.ts';
import type { CaptionItem } from './records.ts';
import { soundKey } from './sound-key.ts';
import type { TimelineIndex } from './timeline-index.ts';

/**
 * When a caption that is placed at `startFlicks` is really shown; null when it is not. The words of a shot are shown only
 * over that shot: where its clip was trimmed, they end with it, and come back when it is pulled out again. Pieces of
 * one shot that follow each other count as one clip; where its line is heard on over the next shot, they stand with it. Any other caption is shown for its whole length.
 */
export function captionSpan(
  index: TimelineIndex,
  caption: CaptionItem,
  startFlicks: number,
): { readonly startFlicks: number; readonly endFlicks: number } | null {
  const wanted = { startFlicks, endFlicks: startFlicks + caption.durationFlicks };
  const clip = caption.anchor?.to === 'item' ? index.items.get(caption.anchor.itemId) : undefined;
  if (clip === undefined || !isOnMain(index, clip) || !isOwnCaption(caption, clip)) return wanted;
  const clipStart = index.main.startOf(clip) ?? startFlicks;
  let end = clipStart + clip.durationFlicks;
  let next = index.main.after(clip);
  while (end < wanted.endFlicks && next !== null && isOwnCaption(caption, next)) {
    end += next.durationFlicks;
    next = index.main.after(next);
  }
  if (end < wanted.endFlicks && caption.shotId !== null)
    end = Math.max(end, endOfLine(index, caption.shotId));
  const shown = {
    startFlicks: Math.max(wanted.startFlicks, clipStart),
    endFlicks: Math.min(wanted.endFlicks, end),
  };
  return shown.startFlicks < shown.endFlicks ? shown : null;
}

/** Where the speech of a shot ends; before the film where none is heard. */
function endOfLine(index: TimelineIndex, shotId: ShotId): number {
  let end = Number.NEGATIVE_INFINITY;
  for (const id of index.bySound.get(soundKey({ what: 'speech', shotId })) ?? []) {
    const item = index.items.get(id);
    if (item?.kind === 'clip' && item.assetId !== null) end = Math.max(end, endOf(index, id) ?? end);
  }
  return end;
}
