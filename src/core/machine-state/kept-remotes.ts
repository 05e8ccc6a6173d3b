import { join } from 'node:path';
import { z } from 'zod';
import { projectRoles, type RemoteProject } from '../../domain/sync/sync-messages.ts';
import type { KnownRemotes } from '../sync/known-remotes.ts';
import { createJsonFile } from './json-file.ts';

const KeptRemote = z.object({
  role: z.enum(projectRoles),
  organisationId: z.string().nullable(),
});
type KeptRemote = z.infer<typeof KeptRemote>;

/** What the service last said about each project, in a file of this computer: no part of a project, and never sent. */
export function createKeptRemotes(home: string, readOnly: boolean): KnownRemotes {
  const schema = z.record(z.string(), KeptRemote);
  const file = createJsonFile({ path: join(home, 'sync.json'), schema, empty: {}, readOnly });
  const same = (a: KeptRemote | undefined, b: RemoteProject): boolean =>
    a?.role === b.role && a.organisationId === b.organisationId;
  return {
    of: (projectId) => file.value[projectId] ?? null,
    note(projects) {
      if (projects.every((project) => same(file.value[project.id], project))) return;
      const heard = projects.map(({ id, role, organisationId }) => [id, { role, organisationId }]);
      file.write({ ...file.value, ...Object.fromEntries(heard) });
    },
    forget(projectId) {
      const { [projectId]: _gone, ...rest } = file.value;
      file.write(rest);
    },
  };
}
