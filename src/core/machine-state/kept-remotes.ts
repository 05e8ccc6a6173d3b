import { join } from 'node:path';
import { z } from 'zod';
import { projectRoles, type RemoteProject } from '../../domain/sync/sync-messages.ts';
import type { KnownRemote, KnownRemotes } from '../sync/known-remotes.ts';
import { createJsonFile } from './json-file.ts';

const Kept = z.record(
  z.string(),
  z.object({ role: z.enum(projectRoles), organisationId: z.string().nullable() }),
);

/** What the service last said about each project, in a file of this computer: no part of a project, and never sent. */
export function createKeptRemotes(home: string, readOnly: boolean): KnownRemotes {
  const file = createJsonFile({ path: join(home, 'sync.json'), schema: Kept, empty: {}, readOnly });
  const same = (a: KnownRemote | undefined, b: RemoteProject): boolean =>
    a?.role === b.role && a.organisationId === b.organisationId;
  return {
    of: (projectId) => file.value[projectId] ?? null,
    note(projects) {
      if (projects.every((project) => same(file.value[project.id], project))) return;
      const heard = projects.map(({ id, role, organisationId }) => [id, { role, organisationId }]);
      // A disk that takes nothing says so elsewhere; what was heard holds until the end of this run all the same.
      file.write({ ...file.value, ...Object.fromEntries(heard) });
    },
    forget(projectId) {
      const { [projectId]: _gone, ...rest } = file.value;
      file.write(rest);
    },
  };
}
