import type { ProjectSync } from '../../domain/sync/sync-status.ts';
import type { NotShown } from '../store/synced-rows.ts';

/** What cannot be held, counted by kind of row and field. */
export function countNotShown(things: readonly NotShown[]): ProjectSync['notShown'] {
  const counts = new Map<string, ProjectSync['notShown'][number]>();
  for (const { entity, field } of things) {
    const key = `${entity} ${field}`;
    counts.set(key, { entity, field, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  return [...counts.values()];
}
