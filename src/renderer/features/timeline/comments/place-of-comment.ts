import { flicksPerSecond } from '../../../../domain/kernel/time.ts';
import type { CutComment } from '../../../../domain/sync/share-messages.ts';
import { shotOf } from '../../../../domain/timeline/shot-of.ts';
import type { TimelineIndex } from '../../../../domain/timeline/timeline-index.ts';

interface Standing {
  readonly startFlicks: number;
  readonly durationFlicks: number;
}

const flicksPerMs = flicksPerSecond / 1_000;

/** Where a comment belongs on the timeline as it is now: with its shot, where that still stands. */
export function placeOfComment(
  { atMs, shotId, shotOffsetMs }: CutComment,
  standingOf: (shotId: string) => Standing | null,
): number {
  const standing = shotId === null ? null : standingOf(shotId);
  if (standing === null) return (atMs ?? 0) * flicksPerMs;
  const { startFlicks, durationFlicks } = standing;
  return startFlicks + Math.min((shotOffsetMs ?? 0) * flicksPerMs, durationFlicks);
}

/** Where the shots of the main track stand: the first place of each. */
export function standingShots(index: TimelineIndex): (shotId: string) => Standing | null {
  const standing = new Map<string, Standing>();
  for (const { item, startFlicks } of index.main.from(0)) {
    const shotId = shotOf(item);
    if (shotId !== null && !standing.has(shotId)) {
      standing.set(shotId, { startFlicks, durationFlicks: item.durationFlicks });
    }
  }
  return (shotId) => standing.get(shotId) ?? null;
}
