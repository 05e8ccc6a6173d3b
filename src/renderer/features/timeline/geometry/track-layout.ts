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

/** How little a track needs where there are more than the window has room for; the film keeps its own. */
const tightPx = {
  main: 84,
  video: 44,
  audio: 36,
  title: 26,
  caption: 26,
} as const satisfies Record<Track['kind'], number>;

/**
 * Rows from the top of the screen: what draws on top is on top. `tracks` come bottom to top. Heights that a person chose
 * stay; the others share what is left of `roomPx`, and where that is too little, tracks with nothing on them give way first.
 */
export function layOutTracks(
  tracks: readonly Track[],
  heights: Readonly<Record<string, number>>,
  roomPx = 0,
  isEmpty: (track: Track) => boolean = () => false,
): TrackRow[] {
  const free = tracks.filter(({ id }) => heights[id] === undefined);
  const chosen = tracks.reduce((sum, { id }) => sum + (heights[id] ?? 0), 0);
  const standard = new Map(free.map((track) => [track.id, standardPx[track.kind]]));
  const needed = chosen + sumOf(standard.values());
  const wanted = needed > roomPx ? tightened(free, standard, needed - roomPx, isEmpty) : standard;
  const most = free.reduce((sum, { kind }) => sum + growthPx[kind], 0);
  const share = most === 0 ? 0 : Math.min(1, Math.max(0, roomPx - needed) / most);
  let topPx = 0;
  return [...tracks].reverse().map((track) => {
    const grown = (wanted.get(track.id) ?? 0) + Math.floor(growthPx[track.kind] * share);
    const row = { track, topPx, heightPx: heights[track.id] ?? grown };
    topPx += row.heightPx;
    return row;
  });
}

/** Heights that are `tooMuchPx` less together, as far as they go: first those of empty tracks, then the others alike. */
function tightened(
  tracks: readonly Track[],
  standard: ReadonlyMap<TrackId, number>,
  tooMuchPx: number,
  isEmpty: (track: Track) => boolean,
): ReadonlyMap<TrackId, number> {
  const heights = new Map(standard);
  let left = tooMuchPx;
  for (const empty of [true, false]) {
    const some = tracks.filter((track) => track.kind !== 'main' && isEmpty(track) === empty);
    const spare = ({ id, kind }: Track): number =>
      Math.max(0, (heights.get(id) ?? 0) - (empty ? leastTrackPx : tightPx[kind]));
    const all = some.reduce((sum, track) => sum + spare(track), 0);
    const share = all === 0 ? 0 : Math.min(1, left / all);
    for (const track of some) {
      const less = Math.ceil(spare(track) * share);
      heights.set(track.id, (heights.get(track.id) ?? 0) - less);
      left -= less;
    }
    if (left <= 0) break;
  }
  return heights;
}

function sumOf(values: Iterable<number>): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum;
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
