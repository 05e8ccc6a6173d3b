import type { Placed } from '../../../../domain/timeline/queries.ts';
import { type TransitionSpan, transitionAfter } from '../../../../domain/timeline/transition-span.ts';
import { pxOf } from '../geometry/time-scale.ts';
import type { TrackRow } from '../geometry/track-layout.ts';
import { labelHeightPx } from '../geometry/track-layout.ts';
import type { Picture } from './picture.ts';

/** The transitions at the cuts behind `items`, and at the cut before the first. */
export function drawTransitions(
  context: CanvasRenderingContext2D,
  picture: Picture,
  row: TrackRow,
  items: readonly Placed[],
): void {
  const { index } = picture;
  const first = items[0];
  const before = first === undefined ? null : index.main.before(first.item);
  if (first !== undefined && before !== null) {
    const span = transitionAfter(index, before, first.startFlicks - before.durationFlicks);
    if (span !== null) drawTransition(context, picture, row, span);
  }
  for (const { item, startFlicks } of items) {
    if (!index.byLeft.has(item.id)) continue;
    const span = transitionAfter(index, item, startFlicks);
    if (span !== null) drawTransition(context, picture, row, span);
  }
}

function drawTransition(
  context: CanvasRenderingContext2D,
  { scale, colours, transitionId }: Picture,
  row: TrackRow,
  span: TransitionSpan,
): void {
  const from = pxOf(scale, span.fromFlicks);
  const to = pxOf(scale, span.toFlicks);
  const width = to - from;
  if (width < 3) return;
  const top = row.topPx + 1 + labelHeightPx;
  const bottom = row.topPx + row.heightPx - 2;
  const isSelected = span.transition.id === transitionId;
  context.fillStyle = colours.scrim;
  context.fillRect(from, top, width, bottom - top);
  context.strokeStyle = isSelected ? colours.accent : colours.onPicture;
  context.globalAlpha *= isSelected ? 1 : 0.75;
  context.strokeRect(from + 0.5, top + 0.5, width - 1, bottom - top - 1);
  context.beginPath();
  if (span.transition.kind === 'dissolve') {
    context.moveTo(from, bottom);
    context.lineTo(to, top);
    context.moveTo(from, top);
    context.lineTo(to, bottom);
  } else {
    const cut = pxOf(scale, span.cutFlicks);
    context.moveTo(from, top);
    context.lineTo(cut, bottom);
    context.lineTo(to, top);
  }
  context.stroke();
  context.globalAlpha /= isSelected ? 1 : 0.75;
}
