import { join } from 'node:path';
import { z } from 'zod';
import { projectRoles, type RemoteProject } from '../../domain/sync/sync-messages.ts';
import type { KnownRemotes } from '../sync/known-remotes.ts';
import { createJsonFile } from './json-file.ts';

const KeptRemote = z.object({
  role: z.enum(projectRoles),
  organisationId: z.string().nullable(),
  refusal: z.string().nullable().default(null),
});
type KeptRemote = z.infer<typeof KeptRemote>;

/** What the service last said about each project, in a file of this computer: no part of a project, and never sent. */
export function createKeptRemotes(home: string, readOnly: boolean): KnownRemotes {
  const schema = z.record(z.string(), KeptRemote);
  const file = createJsonFile({ path: join(home, 'sync.json'), schema, empty: {}, readOnly });
  /** Of projects that no list has named. */
  const refusals = new Map<string, string>();
  const same = (a: KeptRemote | undefined, b: RemoteProject): boolean =>
    a?.role === b.role && a.organisationId === b.organisationId;
  return {
    of: (projectId) => file.value[projectId] ?? null,
    note(projects) {
      if (projects.every((project) => same(file.value[project.id], project))) return;
      const heard = projects.map(({ id, role, organisationId }) => [
        id,
        { role, organisationId, refusal: file.value[id]?.refusal ?? null },
      ]);
      file.write({ ...file.value, ...Object.fromEntries(heard) });
    },
    forget(projectId) {
      const { [projectId]: _gone, ...rest } = file.value;
      file.write(rest);
      refusals.delete(projectId);
    },
    refusal: (projectId) => file.value[projectId]?.refusal ?? refusals.get(projectId) ?? null,
    noteRefusal(projectId, code) {
      const known = file.value[projectId];
      if (known !== undefined) file.write({ ...file.value, [projectId]: { ...known, refusal: code } });
      else if (code === null) refusals.delete(projectId);
      else refusals.set(projectId, code);
    },
  };
}
