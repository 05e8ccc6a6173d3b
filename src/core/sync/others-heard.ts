import type { ProjectId } from '../../domain/kernel/ids.ts';
import type { Clock } from '../ports/clock.ts';
import type { SyncEngine } from './sync-engine.ts';

/** As long as a first exchange usually takes, and much shorter than anything that is waited for at a provider. */
const mostMs = 10_000;

/** Says when the others of a project were first heard in this run, or not in time; null where the project is not mirrored. */
export function createOthersHeard(
  sync: Pick<SyncEngine, 'isInTouch' | 'onEven' | 'hasService'>,
  clock: Clock,
): (projectId: ProjectId) => Promise<void> | null {
  const heard = new Set<ProjectId>();
  const waiting = new Map<ProjectId, Promise<void>>();
  const tell = new Map<ProjectId, AbortController>();
  sync.onEven((projectId) => {
    heard.add(projectId);
    tell.get(projectId)?.abort();
  });
  return (projectId) => {
    if (!sync.hasService || sync.isInTouch(projectId) === null || heard.has(projectId)) return null;
    const known = waiting.get(projectId);
    if (known !== undefined) return known;
    const end = new AbortController();
    tell.set(projectId, end);
    const begun = clock.wait(mostMs, end.signal, { background: true }).then(() => void heard.add(projectId));
    waiting.set(projectId, begun);
    return begun;
  };
}
