import type { Engine, Flight } from './engine.ts';

/**
 * Until when the provider holds the result of a job that is ready now, by what it says of the model; null where it does not
 * say. One that was looked at before keeps its earlier time: a later look does not make it last longer.
 */
export function heldUntilMs(engine: Engine, { job, lane }: Flight): number | null {
  if (job.heldUntilMs !== null) return job.heldUntilMs;
  const models = lane.generator.models?.() ?? [];
  const keptForMs = models.find(({ id }) => id === job.request.model)?.keptForMs ?? null;
  return keptForMs === null ? null : engine.options.clock.nowMs() + keptForMs;
}
