import { type QueueGroup, queueGroups } from '../../domain/jobs/queue-group.ts';
import type { ProjectId } from '../../domain/kernel/ids.ts';
import { isRowId, longestRowId } from '../../domain/kernel/row-id.ts';

/** The pages of a project, in the order of the work. */
export const projectPages = ['write', 'board', 'cut', 'deliver'] as const;
export type ProjectPage = (typeof projectPages)[number];

/** The sheets of the settings, in order. */
export const settingsSheets = [
  'keys',
  'budgets',
  'ledger',
  'models',
  'shortcuts',
  'appearance',
  'storage',
  'account',
  'about',
] as const;
export type SettingsSheet = (typeof settingsSheets)[number];

/** The sheets of the queue, in order. */
export const queueSheets = ['jobs', 'find', 'providers', 'states'] as const;
export type QueueSheet = (typeof queueSheets)[number];

/** What the window shows; kept in the address, so that a reload and a second window show the same. */
export type Route =
  | { readonly at: 'library' }
  | {
      readonly at: 'settings';
      readonly sheet: SettingsSheet;
      /** The film whose own choices are shown, where a sheet has any. */
      readonly filmId?: ProjectId;
    }
  | {
      readonly at: 'queue';
      readonly sheet: QueueSheet;
      /** Only this part of the queue, and only what was asked for together; all that is open without them. */
      readonly group?: QueueGroup;
      readonly batchId?: string;
      /** Opens the question what asking again for what failed of it costs. */
      readonly again?: true;
    }
  | { readonly at: 'parts' }
  | {
      readonly at: 'project';
      readonly projectId: ProjectId;
      readonly page: ProjectPage;
      /** What the page shall select and show, where something was looked for. */
      readonly select?: RouteSelection;
    };

const selectable = ['block', 'scene', 'shot'] as const;

/** A row of the project that somebody was sent to. */
export interface RouteSelection {
  readonly entity: (typeof selectable)[number];
  readonly id: string;
}

export function routeOf(hash: string): Route {
  const [place, id, page, entity, row] = hash.replace(/^#\/?/, '').split('/');
  if (place === 'settings') {
    const sheet = settingsSheets.find((name) => name === id) ?? 'keys';
    return { at: 'settings', sheet, ...(isRowId<ProjectId>(page) ? { filmId: page } : {}) };
  }
  if (place === 'parts') return { at: 'parts' };
  if (place === 'queue') {
    const group = queueGroups.find((name) => name === page);
    return {
      at: 'queue',
      sheet: queueSheets.find((name) => name === id) ?? 'jobs',
      ...(group === undefined ? {} : { group }),
      ...(entity ? { batchId: entity.slice(0, longestRowId) } : {}),
      ...(entity && row === 'again' ? { again: true as const } : {}),
    };
  }
  if (place !== 'project' || !isRowId<ProjectId>(id)) return { at: 'library' };
  const known = projectPages.find((name) => name === page);
  const kind = selectable.find((name) => name === entity);
  const select = kind === undefined || !row ? null : { entity: kind, id: row.slice(0, longestRowId) };
  return {
    at: 'project',
    projectId: id,
    page: known ?? 'write',
    ...(select === null ? {} : { select }),
  };
}

export function hashOf(route: Route): string {
  if (route.at === 'settings')
    return `#/settings/${route.sheet}${route.filmId === undefined ? '' : `/${route.filmId}`}`;
  if (route.at === 'queue') {
    const { sheet, group, batchId, again } = route;
    const batch = batchId === undefined ? '' : `/${batchId}${again === true ? '/again' : ''}`;
    return `#/queue/${sheet}${group === undefined && batch === '' ? '' : `/${group ?? 'all'}${batch}`}`;
  }
  if (route.at !== 'project') return `#/${route.at}`;
  const { projectId, page, select } = route;
  return `#/project/${projectId}/${page}${select === undefined ? '' : `/${select.entity}/${select.id}`}`;
}
