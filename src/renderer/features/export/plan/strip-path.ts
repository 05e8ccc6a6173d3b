import type { ExportOutline } from '../../../../contract/exports.ts';

export type Segment = ExportOutline['segments'][number];

/**
 * The stretches of one kind as one SVG path over a box of `width` by 1, so that a film of ten thousand stretches is drawn
 * with three elements. None is thinner than `leastWidth`: a single drawn frame in an hour is still seen.
 */
export function stripPath(
  segments: readonly Segment[],
  how: Segment['how'],
  totalFlicks: number,
  width: number,
  leastWidth: number,
): string {
  if (totalFlicks <= 0) return '';
  let path = '';
  for (const segment of segments) {
    if (segment.how !== how) continue;
    const x = (segment.startFlicks / totalFlicks) * width;
    const w = Math.max(leastWidth, (segment.durationFlicks / totalFlicks) * width);
    path += `M${round(x)} 0h${round(w)}v1h${round(-w)}z`;
  }
  return path;
}

function round(n: number): number {
  return Math.round(n * 100) / 100;
}

/** The stretch on screen at a time: the place of the last one that begins at or before it. */
export function segmentAt(segments: readonly Segment[], atFlicks: number): number {
  let low = 0;
  let high = segments.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((segments[middle]?.startFlicks ?? 0) <= atFlicks) low = middle;
    else high = middle - 1;
  }
  return low;
}

export interface PlanRow {
  readonly how: Segment['how'];
  readonly why: Segment['why'];
  readonly stretches: number;
  readonly durationFlicks: number;
}

/** How much of the film comes about in which way and why, the most first. */
export function planRows(segments: readonly Segment[]): PlanRow[] {
  const rows = new Map<string, PlanRow>();
  for (const { how, why, durationFlicks } of segments) {
    const key = `${how} ${why}`;
    const before = rows.get(key) ?? { how, why, stretches: 0, durationFlicks: 0 };
    rows.set(key, {
      ...before,
      stretches: before.stretches + 1,
      durationFlicks: before.durationFlicks + durationFlicks,
    });
  }
  return [...rows.values()].sort((a, b) => b.durationFlicks - a.durationFlicks);
}
