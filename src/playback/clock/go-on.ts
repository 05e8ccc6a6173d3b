import { type Loop, positionAt, type Run } from './film-clock.ts';

/** A run in a film, or a loop, that is another than when it began; nothing jumps. */
export interface GoneOn {
  readonly run: Run;
  /** By how much later the new run counts from; 0 where it counts from the same place and time. */
  readonly movedMs: number;
}

/**
 * The run that goes on from where `run` is at a time. A longer or shorter film is the same run with another end. With
 * another loop it begins anew at that time: counted from its old start, it would be somewhere else.
 */
export function goOn(
  run: Run,
  now: { readonly loop: Loop | null; readonly endFlicks: number },
  atMs: number,
): GoneOn {
  const sameLoop = run.loop?.inFlicks === now.loop?.inFlicks && run.loop?.outFlicks === now.loop?.outFlicks;
  if (sameLoop) return { run: { ...run, endFlicks: now.endFlicks }, movedMs: 0 };
  const startMs = Math.max(atMs, run.startMs);
  const startFlicks = positionAt(run, startMs).flicks;
  return { run: { ...run, ...now, startFlicks, startMs }, movedMs: startMs - run.startMs };
}
