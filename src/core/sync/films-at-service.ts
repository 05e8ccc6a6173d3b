import type { ProjectId } from '../../domain/kernel/ids.ts';
import { ok, type Result } from '../../domain/kernel/result.ts';
import type { RemoteProject, RemovedProject } from '../../domain/sync/sync-messages.ts';
import type { SyncService } from '../ports/sync-service.ts';
import type { SyncEngine } from './sync-engine.ts';

interface FilmsAtService {
  /** Last changed first. */
  readonly films: (Pick<RemoteProject, 'id' | 'title' | 'role' | 'organisationId' | 'changedAtMs'> & {
    readonly isMirrored: boolean;
  })[];
  /** Those first that go first. */
  readonly removed: RemovedProject[];
}

type Service = Pick<SyncService, 'projects' | 'removeProject' | 'removedProjects' | 'restoreProject'>;

/** What a person asked for is not broken off half done: the line has its own patience. */
const toTheEnd = new AbortController().signal;

/** Every film of this person at the service, and those that can be brought back. */
export async function listFilms(
  service: Service,
  sync: Pick<SyncEngine, 'projects'>,
): Promise<Result<FilmsAtService>> {
  const [listed, removed] = await Promise.all([
    service.projects(toTheEnd),
    service.removedProjects(toTheEnd),
  ]);
  if (!listed.ok) return listed;
  if (!removed.ok) return removed;
  const mirrored = new Set<string>(sync.projects().map(({ projectId }) => projectId));
  const films = listed.value
    .filter(({ deletedAtMs }) => deletedAtMs === null)
    .sort((a, b) => b.changedAtMs - a.changedAtMs)
    .map(({ id, title, role, organisationId, changedAtMs }) => ({
      ...{ id, title, role, organisationId, changedAtMs },
      isMirrored: mirrored.has(id),
    }));
  return ok({ films, removed: [...removed.value] });
}

/** Takes a film from the service, and stops mirroring it here. */
export async function removeFilm(
  service: Service,
  sync: Pick<SyncEngine, 'turnOff'>,
  projectId: ProjectId,
): Promise<Result<void>> {
  const gone = await service.removeProject(projectId, toTheEnd);
  if (!gone.ok) {
    // An answer that was lost leaves a film that is removed there and mirrored here.
    const removed = gone.fault.code === 'sync.no-project' ? await service.removedProjects(toTheEnd) : null;
    if (!removed?.ok || !removed.value.some(({ id }) => id === projectId)) return gone;
  }
  return sync.turnOff(projectId);
}

/** Brings one back; devices hear of it with their next list. */
export async function bringFilmBack(
  service: Service,
  sync: Pick<SyncEngine, 'accountChanged'>,
  projectId: ProjectId,
): Promise<Result<void>> {
  const back = await service.restoreProject(projectId, toTheEnd);
  if (!back.ok) return back;
  sync.accountChanged();
  return ok(undefined);
}
