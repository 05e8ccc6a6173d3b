import type { SyncOverview } from '../../contract/sync.ts';
import { BlockId } from '../../domain/kernel/ids.ts';
import { type EntityName, patchOf, type Row } from '../../domain/kernel/patch.ts';
import { fail, unwrap } from '../../domain/kernel/result.ts';
import { followTextPatch } from '../../domain/shots/commands/follow-text.ts';
import { resolveConflict } from '../../domain/sync/commands/resolve-conflict.ts';
import { requireProject } from '../store/require-project.ts';
import { bringFilmBack, listFilms, removeFilm } from '../sync/films-at-service.ts';
import type { SyncEngine } from '../sync/sync-engine.ts';
import { commitEdit } from './commit-edit.ts';
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
    devices: sync
      .devices()
      .filter(({ name }) => name !== '')
      .map(({ device, name }) => ({ device, name })),
  };
}

export const syncHandlers = {
  ownDatabase: os.sync.ownDatabase.handler(({ context: { syncPlace } }) => syncPlace.describe()),
  setOwnDatabase: os.sync.setOwnDatabase.handler(
    async ({ input: { connectionString, keepInFile }, context: { sync, syncPlace } }) => {
      unwrap(await syncPlace.set(connectionString, keepInFile));
      sync.start();
      sync.accountChanged();
      return syncPlace.describe();
    },
  ),
  removeOwnDatabase: os.sync.removeOwnDatabase.handler(async ({ context: { sync, syncPlace } }) => {
    unwrap(await syncPlace.remove());
    sync.accountChanged();
    return syncPlace.describe();
  }),
  overview: os.sync.overview.handler(async ({ context: { sync, syncPlace } }) => {
    // A single command asks before anything else has.
    await syncPlace.start();
    return syncOverview(sync);
  }),
  turnOn: os.sync.turnOn.handler(
    async ({ input: { projectId, organisationId }, context: { sync, mediaSync, store } }) => {
      unwrap(requireProject(store, projectId));
      const begun = unwrap(await sync.turnOn(projectId, organisationId));
      mediaSync.lookNow();
      return begun;
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
  atService: os.sync.atService.handler(async ({ context: { sync, syncPlace } }) => {
    await syncPlace.start();
    return unwrap(await listFilms(syncPlace.service, sync));
  }),
  removeFromService: os.sync.removeFromService.handler(
    async ({ input: { projectId }, context: { sync, syncPlace } }) => {
      await syncPlace.start();
      unwrap(await removeFilm(syncPlace.service, sync, projectId));
      return {};
    },
  ),
  bringBack: os.sync.bringBack.handler(async ({ input: { projectId }, context: { sync, syncPlace } }) => {
    await syncPlace.start();
    unwrap(await bringFilmBack(syncPlace.service, sync, projectId));
    return {};
  }),
  media: os.sync.media.handler(({ input: { projectId }, context: { mediaSync, store } }) =>
    mediaSync.overview(unwrap(requireProject(store, projectId)).id),
  ),
  chooseMedia: os.sync.chooseMedia.handler(
    ({ input: { projectId, choice }, context: { mediaSync, store } }) => {
      unwrap(requireProject(store, projectId));
      unwrap(mediaSync.choose(projectId, choice));
      return mediaSync.overview(projectId);
    },
  ),
  fetchFiles: os.sync.fetchFiles.handler(
    ({ input: { projectId, which }, context: { mediaSync, fetchRuns, store } }) => {
      const project = unwrap(requireProject(store, projectId));
      const assets = unwrap(mediaSync.missingOf(projectId, which));
      return assets.length === 0 ? null : fetchRuns.start(project, assets);
    },
  ),
  lookAt: os.sync.lookAt.handler(({ input: { projectId, assetIds }, context: { mediaSync, store } }) => {
    mediaSync.lookAt(unwrap(requireProject(store, projectId)).id, assetIds);
    return {};
  }),
  conflicts: os.sync.conflicts.handler(({ input: { projectId }, context: { store } }) =>
    store.rows('conflict', unwrap(requireProject(store, projectId)).id),
  ),
  resolve: os.sync.resolve.handler(({ input: { projectId, conflictId, choice }, context }) => {
    const { store, clock, ids } = context;
    const project = unwrap(requireProject(store, projectId));
    const conflict = store.row('conflict', conflictId);
    if (conflict === null || conflict.projectId !== project.id) return unwrap(noConflict());
    const rows = {
      row: store.row(conflict.entity as EntityName, conflict.rowId) as unknown as Row | null,
      blocks: store.rows('block', projectId),
      nowMs: clock.nowMs(),
      newBlockId: BlockId.parse(ids.newId()),
    };
    const patch = unwrap(resolveConflict(conflict, choice, rows));
    const shots = followTextPatch(store.rows('shot', projectId), rows.blocks, patch);
    return commitEdit(store, projectId, labels[choice], patchOf([...patch.changes, ...shots.changes]));
  }),
  now: os.sync.now.handler(
    async ({ input: { projectId }, context: { sync, syncPlace, mediaSync, store } }) => {
      // A single command asks before anything else has.
      await syncPlace.start();
      if (projectId !== null) unwrap(requireProject(store, projectId));
      mediaSync.lookNow();
      unwrap(await sync.syncNow(projectId));
      return syncOverview(sync);
    },
  ),
};

const labels = {
  keep: 'Keep as it is',
  'put-back': 'Put back',
  both: 'Keep both texts',
} as const;

function noConflict() {
  return fail('sync.no-conflict', 'There is no such conflict in this project any more. Nothing was changed.');
}
