import type { TrackId } from '../../../../domain/kernel/ids.ts';
import type { Track } from '../../../../domain/timeline/records.ts';

/** Where a track lies in the stack, from the top of the first one. */
export interface TrackRow {
  readonly track: Track;
  readonly topPx: number;
  readonly heightPx: number;
}

export const rulerHeightPx = 28;
/** The strip at the top of a clip with its name. */
export const labelHeightPx = 18;
export const leastTrackPx = 24;
export const mostTrackPx = 200;

/** Heights at first. The film is the largest thing; words need one line. */
const standardPx = {
  main: 84,
  video: 56,
  audio: 48,
  title: 28,
  caption: 28,
} as const satisfies Record<Track['kind'], number>;

/** How much a track may grow where the window leaves room: pictures gain by it, words do not. */
const growthPx = { main: 72, video: 24, audio: 24, title: 0, caption: 0 } as const satisfies Record<
  Track['kind'],
  number
>;

/**
 * Rows from the top of the screen: what draws on top is on top. `tracks` come bottom to top. Heights that a person chose
 * stay; the others share what is left of `roomPx`.
 */
export function layOutTracks(
  tracks: readonly Track[],
  heights: Readonly<Record<string, number>>,
  roomPx = 0,
): TrackRow[] {
  const least = tracks.reduce((sum, { id, kind }) => sum + (heights[id] ?? standardPx[kind]), 0);
  const most = tracks.reduce(
    (sum, { id, kind }) => sum + (heights[id] === undefined ? growthPx[kind] : 0),
    0,
  );
  const share = most === 0 ? 0 : Math.min(1, Math.max(0, roomPx - least) / most);
  let topPx = 0;
  return [...tracks].reverse().map((track) => {
    const heightPx = heights[track.id] ?? standardPx[track.kind] + Math.floor(growthPx[track.kind] * share);
    const row = { track, topPx, heightPx };
    topPx += heightPx;
    return row;
  });
}

export function stackHeightPx(rows: readonly TrackRow[]): number {
  const last = rows.at(-1);
  return last === undefined ? 0 : last.topPx + last.heightPx;
}

/** The row at a height in the stack; null above the first and below the last. */
export function rowAt(rows: readonly TrackRow[], yPx: number): TrackRow | null {
  return rows.find((row) => yPx >= row.topPx && yPx < row.topPx + row.heightPx) ?? null;
}

export function rowOf(rows: readonly TrackRow[], trackId: TrackId): TrackRow | null {
  return rows.find((row) => row.track.id === trackId) ?? null;
}
