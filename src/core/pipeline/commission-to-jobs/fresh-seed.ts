import { seedOfShot } from '../../../domain/jobs/build-requests.ts';
import type { GenerationKind } from '../../../domain/jobs/generation-request.ts';
import type { ProjectId } from '../../../domain/kernel/ids.ts';
import type { Store } from '../../store/store.ts';

/** Seeds of requests: the steady one of what they are for, or, where another take is wanted, the first that none had. */
export function createSeeds(
  store: Store,
  projectId: ProjectId,
  again: boolean,
): (subject: string, kind: GenerationKind) => number {
  if (!again) return (subject) => seedOfShot(subject);
  const used = new Set<string>();
  for (const { request } of store.rows('job', projectId)) used.add(`${request.kind} ${request.seed}`);
  return (subject, kind) => {
    for (let attempt = 0; ; attempt++) {
      const seed = seedOfShot(subject, attempt);
      if (!used.has(`${kind} ${seed}`)) return seed;
    }
  };
}
