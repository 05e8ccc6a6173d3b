import { scrolledBy, zoomAround } from '../geometry/time-scale.ts';
import type { Desk } from '../gestures/desk.ts';
import type { StageModel } from './stage-model.ts';

/** What a wheel counts as one line. */
const linePx = 16;

/** The wheel over the stage: sideways in time, up and down among tracks that do not all fit, with Control or Command the zoom. */
export function turnWheel(
  event: WheelEvent,
  xPx: number,
  { cut }: Pick<Desk, 'cut'>,
  model: StageModel,
): void {
  const { scale, widthPx, scrollTopPx } = cut.getState();
  const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? linePx : 1;
  const [dx, dy] = [event.deltaX * unit, event.deltaY * unit];
  if (event.ctrlKey || event.metaKey) {
    // A pinch sends small steps, a wheel large ones.
    const factor = Math.exp(-Math.max(-120, Math.min(120, dy)) * 0.0035 * (Math.abs(dy) < 30 ? 2 : 1));
    cut.setState({ scale: zoomAround(scale, factor, xPx), fits: false });
    return;
  }
  const most = model.mostScrollTopPx();
  const sideways = event.shiftKey || Math.abs(dx) > Math.abs(dy) || most === 0;
  if (sideways) {
    const by = event.shiftKey || Math.abs(dx) < Math.abs(dy) ? dy + dx : dx;
    cut.setState({ scale: scrolledBy(scale, by, model.durationFlicks(), widthPx), fits: false });
  } else cut.setState({ scrollTopPx: Math.min(most, Math.max(0, scrollTopPx + dy)) });
}
