import { unwrap } from '../../domain/kernel/result.ts';
import { watchStudio } from '../announcements/watch-studio.ts';
import { examineStudio } from '../doctor/examine-studio.ts';
import { os, withContractErrors } from './implementer.ts';

export const studioHandlers = {
  about: os.studio.about.handler(({ context: { host, store, access, styles } }) => ({
    version: host.version,
    host: host.kind,
    home: store.home,
    exportsFolder: host.exportsFolder,
    fileAccess: access,
    styles: [...styles],
  })),
  watch: os.studio.watch.handler(({ context, signal }) =>
    withContractErrors(
      watchStudio(
        context.announcements,
        {
          activities: () => ({ kind: 'activities', activities: [...context.activities.list()] }),
          notices: () => ({ kind: 'notices', notices: [...context.notices.list()] }),
          preferences: () => ({ kind: 'preferences', preferences: context.preferences.all() }),
          projects: () => ({ kind: 'projects' }),
          keys: () => ({ kind: 'keys' }),
        },
        signal,
      ),
    ),
  ),
  notices: os.studio.notices.handler(({ context: { notices } }) => [...notices.list()]),
  readNotices: os.studio.readNotices.handler(({ input, context: { notices } }) => [
    ...notices.markRead(input.ids),
  ]),
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
