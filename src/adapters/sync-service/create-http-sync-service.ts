import type { SyncService } from '../../core/ports/sync-service.ts';
import { ok } from '../../domain/kernel/result.ts';
import {
  DeviceListing,
  ProjectGone,
  ProjectList,
  PullAnswer,
  PushAnswer,
  RemoteProject,
  RemovedList,
} from '../../domain/sync/sync-messages.ts';
import { followLive } from './follow-live.ts';
import { askService, defaultTimeouts, type ServiceLine } from './service-line.ts';

/** The sync service over HTTP, as docs/sync.md says. A token that is refused is renewed once, then the person is waited for. */
export function createHttpSyncService(
  options: Pick<ServiceLine, 'origin' | 'token' | 'clock'> & Partial<Pick<ServiceLine, 'timeouts'>>,
): SyncService {
  const line: ServiceLine = { timeouts: defaultTimeouts, ...options };
  const of = (projectId: string): string => `/api/projects/${encodeURIComponent(projectId)}`;
  const at = (projectId: string, rest: string): string => `${of(projectId)}/${rest}`;
  return {
    async projects(signal) {
      const asked = await askService(line, {
        method: 'GET',
        path: '/api/projects',
        answer: ProjectList,
        signal,
      });
      return asked.ok ? ok(asked.value.projects) : asked;
    },
    createProject: (project, signal) =>
      askService(line, {
        method: 'POST',
        path: '/api/projects',
        json: project,
        answer: RemoteProject,
        signal,
      }),
    async removeProject(projectId, signal) {
      const asked = await askService(line, {
        method: 'DELETE',
        path: of(projectId),
        answer: ProjectGone,
        signal,
      });
      return asked.ok ? ok(undefined) : asked;
    },
    async removedProjects(signal) {
      const asked = await askService(line, {
        method: 'GET',
        path: '/api/projects/removed',
        answer: RemovedList,
        signal,
      });
      return asked.ok ? ok(asked.value.projects) : asked;
    },
    restoreProject: (projectId, signal) =>
      askService(line, {
        method: 'POST',
        path: at(projectId, 'restore'),
        answer: RemoteProject,
        signal,
      }),
    async devices(signal) {
      const asked = await askService(line, {
        method: 'GET',
        path: '/api/devices',
        answer: DeviceListing,
        signal,
      });
      return asked.ok ? ok(asked.value.devices) : asked;
    },
    push: (projectId, request, signal) =>
      askService(line, {
        method: 'POST',
        path: at(projectId, 'push'),
        json: request,
        answer: PushAnswer,
        signal,
      }),
    pull: (projectId, { after, from, limit, device }, signal) =>
      askService(line, {
        method: 'GET',
        path: at(
          projectId,
          `pull?after=${after}&from=${from}&limit=${limit}&device=${encodeURIComponent(device)}`,
        ),
        answer: PullAnswer,
        signal,
      }),
    live: (lastEventId, onEvent, signal) => followLive(line, lastEventId, onEvent, signal),
  };
}
