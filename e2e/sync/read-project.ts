import type { StudioClient } from '../../src/contract/contract.ts';
import type { ProjectId } from '../../src/domain/kernel/ids.ts';
import type { Row } from '../../src/domain/kernel/patch.ts';
import { fieldWays } from '../../src/domain/sync/synced-fields.ts';

/** What travels of a project, by kind and id, as a window of that studio gets it. */
export async function readProject(client: StudioClient, projectId: ProjectId): Promise<Map<string, Row>> {
  const rows = new Map<string, Row>();
  for await (const event of await client.projects.watch({ projectId })) {
    if (event.kind === 'ready') break;
    if (event.kind !== 'rows') continue;
    const ways = fieldWays[event.entity];
    if (ways === null) continue;
    for (const row of event.rows) {
      const travelling = Object.entries(row).filter(([field]) => ways[field] !== 'stays');
      rows.set(`${event.entity} ${row.id}`, Object.fromEntries(travelling) as Row);
    }
  }
  return new Map([...rows].sort(([a], [b]) => (a < b ? -1 : 1)));
}
