import type { SyncOverview } from '../contract/sync.ts';
import type { ProjectSync } from '../domain/sync/sync-status.ts';
import { formatTable } from './terminal/formats.ts';

/** How projects stand with the other devices, in lines for a terminal. */
export function listSync(overview: SyncOverview, titles: ReadonlyMap<string, string>): string[] {
  const { hasService, listFault, projects, elsewhere } = overview;
  if (!hasService) {
    return ['No sync service is set: projects stay on this computer. REELWRIGHT_CLOUD_URL names one.'];
  }
  const rows = projects.map((project) => [
    project.projectId,
    describeState(project),
    String(project.waitingRows),
    project.role ?? '',
    titles.get(project.projectId) ?? '',
  ]);
  return [
    ...(rows.length === 0
      ? ['No project is mirrored.']
      : formatTable(['id', 'state', 'waiting', 'role', 'title'], rows)),
    ...projects.flatMap(({ projectId, notShown }) =>
      notShown.map(
        ({ entity, field, count }) =>
          `${projectId}: ${count} of another version not shown (${entity}, ${field})`,
      ),
    ),
    ...(listFault === null ? [] : [listFault.message]),
    ...(elsewhere.length === 0 ? [] : ['', 'On another device:']),
    ...elsewhere.map(({ id, title }) => `  ${id}  ${title}`),
  ];
}

function describeState({ state }: ProjectSync): string {
  const timeOf = (ms: number): string => new Date(ms).toISOString();
  switch (state.kind) {
    case 'up-to-date':
      return `up to date at ${timeOf(state.atMs)}`;
    case 'offline':
      return `offline since ${timeOf(state.sinceMs)}`;
    case 'waiting':
      return `waiting: ${state.message}`;
    case 'refused':
      return `not sent: ${state.message}`;
    case 'saved-here':
      return 'saved here';
    default:
      return state.kind;
  }
}
