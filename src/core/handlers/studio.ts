import { unwrap } from '../../domain/kernel/result.ts';
import { watchStudio } from '../announcements/watch-studio.ts';
import { examineStudio } from '../doctor/examine-studio.ts';
import { writeDiagnostics } from '../doctor/write-diagnostics.ts';
import { clearStorage } from '../storage/clear-storage.ts';
import { measureStorage } from '../storage/measure-storage.ts';
import { os } from './implementer.ts';
import { syncOverview } from './sync.ts';

export const studioHandlers = {
  about: os.studio.about.handler(({ context: { host, store, access, styles } }) => ({
    version: host.version,
    host: host.kind,
    home: store.home,
    deviceId: store.deviceId,
    exportsFolder: host.exportsFolder,
    fileAccess: access,
    styles: [...styles],
  })),
  watch: os.studio.watch.handler(({ context, signal }) =>
    watchStudio(
      context.announcements,
      {
        activities: () => ({ kind: 'activities', activities: [...context.activities.list()] }),
        notices: () => ({ kind: 'notices', notices: [...context.notices.list()] }),
        preferences: () => ({ kind: 'preferences', preferences: context.preferences.all() }),
        projects: () => ({ kind: 'projects' }),
        keys: () => ({ kind: 'keys' }),
        comments: () => ({ kind: 'comments' }),
        sync: () => ({ kind: 'sync', sync: syncOverview(context.sync) }),
        queue: () => ({
          kind: 'queue',
          pausedSinceMs: context.orchestrator.pausedSinceMs,
          counts: { ...context.store.queue.counts(everything) },
        }),
      },
      signal,
    ),
  ),
  notices: os.studio.notices.handler(({ context: { notices } }) => [...notices.list()]),
  readNotices: os.studio.readNotices.handler(({ input, context: { notices } }) => [
    ...notices.markRead(input.ids),
  ]),
  storage: os.studio.storage.handler(({ context: { store } }) => measureStorage(store)),
  clear: os.studio.clear.handler(async ({ input, context: { store, activities } }) => {
    const isExporting = activities.list().some(({ kind, state }) => kind === 'export' && state === 'running');
    return unwrap(await clearStorage(store, { ...input, isExporting }));
  }),
  diagnostics: os.studio.diagnostics.handler(({ context }) => writeDiagnostics(context)),
  reportProblem: os.studio.reportProblem.handler(({ input: { where, message, stack }, context: { log } }) => {
    log.report(where, message, stack);
    return {};
  }),
  doctor: os.studio.doctor.handler(({ context }) => examineStudio(context)),
  preferences: os.studio.preferences.handler(({ context: { preferences } }) => preferences.all()),
  setPreference: os.studio.setPreference.handler(
    ({ input: { name, value }, context: { preferences, announcements } }) => {
      const all = unwrap(preferences.set(name, value));
      announcements.announce('preferences');
      return all;
    },
  ),
};

const everything = { projectId: null, provider: null, batchId: null };
