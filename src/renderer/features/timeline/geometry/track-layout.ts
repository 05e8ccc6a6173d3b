import type { TrackId } from '../../../../domain/kernel/ids.ts';
import type { Track } from '../../../../domain/timeline/records.ts';

/** Where a track lies in the stack, from the top of the first one. */
export interface TrackRow {
  readonly track: Track;
  readonly topPx: number;
  readonly heightPx: number;
}

export const rulerHeightPx = 28;
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

/** Rows from the top of the screen: what draws on top is on top. `tracks` come bottom to top. */
export function layOutTracks(
  tracks: readonly Track[],
  heights: Readonly<Record<string, number>>,
): TrackRow[] {
  let topPx = 0;
  return [...tracks].reverse().map((track) => {
    const heightPx = heights[track.id] ?? standardPx[track.kind];
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
