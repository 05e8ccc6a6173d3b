import type { TimelineIndex } from '../../../../domain/timeline/timeline-index.ts';

/** The nearest cut of the main track after a time; the end of the film behind the last. */
export function nextCut(index: TimelineIndex, atFlicks: number): number {
  for (const { startFlicks } of index.main.from(atFlicks)) if (startFlicks > atFlicks) return startFlicks;
  return index.main.durationFlicks;
}

/** The nearest cut before a time; the start of the film before the first. */
export function previousCut(index: TimelineIndex, atFlicks: number): number {
  if (atFlicks <= 0) return 0;
  return index.main.at(Math.min(atFlicks, index.main.durationFlicks) - 1)?.startFlicks ?? 0;
}
