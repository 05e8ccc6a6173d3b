import type { SyncOverview } from '../../contract/sync.ts';
import { unwrap } from '../../domain/kernel/result.ts';
import { requireProject } from '../store/require-project.ts';
import type { SyncEngine } from '../sync/sync-engine.ts';
import { os } from './implementer.ts';

export function syncOverview(sync: SyncEngine): SyncOverview {
  const { hasService, listFault } = sync;
  return {
    hasService,
    listFault: listFault === null ? null : { code: listFault.code, message: listFault.message },
    projects: sync.projects(),
    elsewhere: sync.elsewhere().map(({ id, title, role, organisationId, changedAtMs }) => ({
      ...{ id, title, role, organisationId, changedAtMs },
    })),
  };
}

export const syncHandlers = {
  overview: os.sync.overview.handler(({ context: { sync } }) => syncOverview(sync)),
  turnOn: os.sync.turnOn.handler(
    async ({ input: { projectId, organisationId }, context: { sync, store } }) => {
      unwrap(requireProject(store, projectId));
      return unwrap(await sync.turnOn(projectId, organisationId));
    },
  ),
  turnOff: os.sync.turnOff.handler(({ input: { projectId }, context: { sync, store } }) => {
    unwrap(requireProject(store, projectId));
    unwrap(sync.turnOff(projectId));
    return {};
  }),
  openHere: os.sync.openHere.handler(async ({ input: { projectId }, context: { sync } }) =>
    unwrap(await sync.openHere(projectId)),
  ),
  now: os.sync.now.handler(async ({ input: { projectId }, context: { sync, store } }) => {
    if (projectId !== null) unwrap(requireProject(store, projectId));
    unwrap(await sync.syncNow(projectId));
    return syncOverview(sync);
  }),
};
