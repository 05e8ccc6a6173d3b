import type { JsonValue } from '../../../domain/kernel/patch.ts';
import type { CutView } from './cut-view.ts';
import { clampZoom } from './geometry/time-scale.ts';
import { leastTrackPx, mostTrackPx } from './geometry/track-layout.ts';

/** What of a view outlives the window: how near, from where, and how high the tracks are. */
export type RememberedView = Pick<CutView, 'scale' | 'fits' | 'scrollTopPx' | 'trackHeights'>;

/** The name under which the views of the timelines that were open last are kept. */
export const viewsPreferenceName = 'cut.views';
/** All preferences have 200 kB together. */
const mostViews = 40;
const mostHeights = 60;

/** How a person looked at a project's timeline; null where that is not known, or makes no sense. */
export function readView(views: unknown, projectId: string): RememberedView | null {
  const view = isRecord(views) ? views[projectId] : undefined;
  if (!isRecord(view)) return null;
  const { zoom, left, top, heights } = view;
  const isPlace = (value: unknown): value is number =>
    typeof value === 'number' && Number.isFinite(value) && value >= 0;
  const trackHeights = Object.fromEntries(
    Object.entries(isRecord(heights) ? heights : {}).filter(
      (entry): entry is [string, number] =>
        isPlace(entry[1]) && entry[1] >= leastTrackPx && entry[1] <= mostTrackPx,
    ),
  );
  const isZoomed = isPlace(zoom) && zoom > 0 && Number.isSafeInteger(left) && isPlace(left);
  return {
    fits: !isZoomed,
    scale: isZoomed ? { pxPerSecond: clampZoom(zoom), leftFlicks: left } : { pxPerSecond: 20, leftFlicks: 0 },
    scrollTopPx: isPlace(top) ? top : 0,
    trackHeights,
  };
}

/** The views with one more; the projects that were left longest ago are forgotten. All of the film is no zoom. */
export function withView(
  views: unknown,
  projectId: string,
  { scale, fits, scrollTopPx, trackHeights }: RememberedView,
): Readonly<Record<string, JsonValue>> {
  const { [projectId]: _before, ...others } = isRecord(views)
    ? (views as Readonly<Record<string, JsonValue>>)
    : {};
  const view: Readonly<Record<string, JsonValue>> = {
    ...(fits ? {} : { zoom: Number(scale.pxPerSecond.toPrecision(6)), left: Math.round(scale.leftFlicks) }),
    ...(scrollTopPx === 0 ? {} : { top: Math.round(scrollTopPx) }),
    heights: Object.fromEntries(Object.entries(trackHeights).slice(-mostHeights)),
  };
  return Object.fromEntries([...Object.entries(others).slice(-(mostViews - 1)), [projectId, view]]);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
