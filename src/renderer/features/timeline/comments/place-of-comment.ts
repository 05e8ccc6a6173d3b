import type { FilmComment } from '../../../../contract/shares.ts';
import { flicksPerSecond } from '../../../../domain/kernel/time.ts';
import { shotOf } from '../../../../domain/timeline/shot-of.ts';
import type { TimelineIndex } from '../../../../domain/timeline/timeline-index.ts';

interface Standing {
  readonly startFlicks: number;
  readonly durationFlicks: number;
}

export type StandingOf = (shotId: string) => Standing | null;

const flicksPerMs = flicksPerSecond / 1_000;

type Said = Pick<FilmComment, 'atMs' | 'shotId' | 'shotOffsetMs'>;

/** Where a comment belongs on the timeline as it is now: with its shot; null where that is not in the film any more. */
export function placeOfComment({ atMs, shotId, shotOffsetMs }: Said, standingOf: StandingOf): number | null {
  // Said over a place without a shot (a title, a gap): it stays there.
  if (shotId === null) return (atMs ?? 0) * flicksPerMs;
  const standing = standingOf(shotId);
  if (standing === null) return null;
  const { startFlicks, durationFlicks } = standing;
  return startFlicks + Math.min((shotOffsetMs ?? 0) * flicksPerMs, durationFlicks);
}

/** Where it was said, in the cut of then. */
export function placeInCut({ atMs }: Said): number {
  return (atMs ?? 0) * flicksPerMs;
}

/** Where the shots of the main track stand: the first place of each. */
export function standingShots(index: TimelineIndex): StandingOf {
  const standing = new Map<string, Standing>();
  for (const { item, startFlicks } of index.main.from(0)) {
    const shotId = shotOf(item);
    if (shotId !== null && !standing.has(shotId)) {
      standing.set(shotId, { startFlicks, durationFlicks: item.durationFlicks });
    }
  }
  return (shotId) => standing.get(shotId) ?? null;
}
