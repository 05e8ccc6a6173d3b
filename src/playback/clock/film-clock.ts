import { flicksPerSecond } from '../../domain/kernel/time.ts';

/** A stretch of a film that plays again and again; `outFlicks` is exclusive. */
export interface Loop {
  readonly inFlicks: number;
  readonly outFlicks: number;
}

/**
 * One uninterrupted stretch of playing: from `startFlicks`, which is on screen at `startMs` of the shared clock (see
 * {@link nowMs}), at `speed` times real time, negative for backwards. Plain data: the screen's worker has the same run.
 */
export interface Run {
  readonly startFlicks: number;
  readonly startMs: number;
  readonly speed: number;
  readonly loop: Loop | null;
  /** End of the film, exclusive. */
  readonly endFlicks: number;
}

export interface Position {
  readonly flicks: number;
  /** The run has come to its end; without a loop, one end of the film. */
  readonly ended: boolean;
}

/** Milliseconds that a window and its workers count alike. Each has its own origin of `performance.now()`. */
export function nowMs(): number {
  return performance.timeOrigin + performance.now();
}

const flicksPerMs = flicksPerSecond / 1000;

/** Where a run is at a time. Before its start it stands at its start. */
export function positionAt(run: Run, atMs: number): Position {
  const moved = Math.max(0, atMs - run.startMs) * run.speed * flicksPerMs;
  const flicks = run.startFlicks + moved;
  if (run.loop !== null && isInLoop(run)) {
    const length = run.loop.outFlicks - run.loop.inFlicks;
    const into = (((flicks - run.loop.inFlicks) % length) + length) % length;
    return { flicks: run.loop.inFlicks + into, ended: false };
  }
  if (run.speed > 0 && flicks >= run.endFlicks) return { flicks: run.endFlicks, ended: true };
  if (run.speed < 0 && flicks <= 0) return { flicks: 0, ended: true };
  return { flicks, ended: false };
}

/**
 * A run that began outside its loop plays on to the end of the film: who places the playhead behind the out point wants
 * to see what is there.
 */
export function isInLoop(run: Pick<Run, 'startFlicks' | 'loop'>): boolean {
  const { startFlicks, loop } = run;
  return (
    loop !== null &&
    loop.outFlicks > loop.inFlicks &&
    startFlicks >= loop.inFlicks &&
    startFlicks < loop.outFlicks
  );
}

/** A part of a run that plays straight on: from `fromFlicks` to `toFlicks`, heard from `fromMs` on. */
export interface Stretch {
  readonly fromFlicks: number;
  readonly toFlicks: number;
  readonly fromMs: number;
}

/**
 * What a forward run plays between two times, cut where its loop begins again. Empty for a run that goes backwards.
 */
export function stretchesOf(run: Run, fromMs: number, toMs: number): Stretch[] {
  if (run.speed <= 0) return [];
  const stretches: Stretch[] = [];
  const looping = isInLoop(run);
  const end = looping && run.loop !== null ? run.loop.outFlicks : run.endFlicks;
  let atMs = Math.max(fromMs, run.startMs);
  while (atMs < toMs) {
    const { flicks, ended } = positionAt(run, atMs);
    if (ended) break;
    const lastsMs = (end - flicks) / (run.speed * flicksPerMs);
    // Rounding may leave less than a sample before the end of a loop.
    if (lastsMs < 0.01) {
      atMs += 0.02;
      continue;
    }
    const untilMs = Math.min(toMs, atMs + lastsMs);
    const moved = flicks + (untilMs - atMs) * run.speed * flicksPerMs;
    const toFlicks = untilMs < toMs ? end : Math.min(end, moved);
    stretches.push({ fromFlicks: flicks, toFlicks, fromMs: atMs });
    atMs = untilMs;
  }
  return stretches;
}
