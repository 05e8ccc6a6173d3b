import { join } from 'node:path';
import { z } from 'zod';
import { projectRoles, type RemoteProject } from '../../domain/sync/sync-messages.ts';
import type { KnownRemotes } from '../sync/known-remotes.ts';
import { createJsonFile } from './json-file.ts';

const KeptRemote = z.object({
  role: z.enum(projectRoles),
  organisationId: z.string().nullable(),
  /** Of others and this one, as far as their writes were seen; so many are remembered at most. */
  devices: z.array(z.string()).max(100).default([]),
  spentUsdMicros: z.int().nonnegative().nullable().default(null),
});
type KeptRemote = z.infer<typeof KeptRemote>;
const mostDevices = 100;

/** What the service last said about each project, in a file of this computer: no part of a project, and never sent. */
export function createKeptRemotes(home: string, readOnly: boolean): KnownRemotes {
  const schema = z.record(z.string(), KeptRemote);
  const file = createJsonFile({ path: join(home, 'sync.json'), schema, empty: {}, readOnly });
  // A disk that takes nothing says so elsewhere; what was heard holds until the end of this run all the same.
  const change = (projectId: string, next: Partial<KeptRemote>): void => {
    const known = file.value[projectId];
    if (known !== undefined) file.write({ ...file.value, [projectId]: { ...known, ...next } });
  };
  const same = (a: KeptRemote | undefined, b: RemoteProject): boolean =>
    a?.role === b.role && a.organisationId === b.organisationId;
  return {
    of: (projectId) => file.value[projectId] ?? null,
    note(projects) {
      if (projects.every((project) => same(file.value[project.id], project))) return;
      const fresh = { devices: [], spentUsdMicros: null };
      const heard = projects.map(({ id, role, organisationId }) => [
        id,
        { ...fresh, ...file.value[id], role, organisationId },
      ]);
      file.write({ ...file.value, ...Object.fromEntries(heard) });
    },
    forget(projectId) {
      const { [projectId]: _gone, ...rest } = file.value;
      file.write(rest);
    },
    lastHeard(projectId) {
      const known = file.value[projectId];
      if (known === undefined || known.spentUsdMicros === null) return null;
      return { spentUsdMicros: known.spentUsdMicros, devices: Math.max(1, known.devices.length) };
    },
    noteHeard(projectId, spentUsdMicros) {
      if (file.value[projectId]?.spentUsdMicros !== spentUsdMicros) change(projectId, { spentUsdMicros });
    },
    noteDevices(projectId, devices) {
      const known = file.value[projectId]?.devices ?? [];
      const all = [...new Set([...known, ...devices])].slice(0, mostDevices);
      if (all.length > known.length) change(projectId, { devices: all });
    },
  };
}
