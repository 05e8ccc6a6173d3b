import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ProjectId } from '../../domain/kernel/ids.ts';
import { hashOf, projectPages, queueSheets, type Route, routeOf, settingsSheets } from './route.ts';

const projectId = ProjectId.parse('01900000-0000-7000-8000-000000000001');

test('an address leads back to the route that it was made of', () => {
  const routes: readonly Route[] = [
    { at: 'library' },
    ...settingsSheets.map((sheet): Route => ({ at: 'settings', sheet })),
    { at: 'parts' },
    ...queueSheets.map((sheet): Route => ({ at: 'queue', sheet })),
    { at: 'queue', sheet: 'jobs', group: 'failed' },
    { at: 'queue', sheet: 'jobs', batchId: 'b-1' },
    { at: 'queue', sheet: 'jobs', group: 'attention', batchId: 'b-1', again: true },
    ...projectPages.map((page): Route => ({ at: 'project', projectId, page })),
  ];
  for (const route of routes) expect(routeOf(hashOf(route))).toEqual(route);
});

test('an address without a page, or with one that there is none of, shows the first page of the project', () => {
  expect(routeOf(`#/project/${projectId}`)).toEqual({ at: 'project', projectId, page: 'write' });
  expect(routeOf(`#/project/${projectId}/sing`)).toEqual({ at: 'project', projectId, page: 'write' });
});

test('settings without a sheet, or with one that there is none of, show the first', () => {
  expect(routeOf('#/settings')).toEqual({ at: 'settings', sheet: 'keys' });
  expect(routeOf('#/settings/weather')).toEqual({ at: 'settings', sheet: 'keys' });
});

test('whatever stands in the address, it is a route', () => {
  expect(routeOf('')).toEqual({ at: 'library' });
  fc.assert(
    fc.property(fc.string(), (hash) => {
      const route = routeOf(hash);
      expect(routeOf(hashOf(route))).toEqual(route);
    }),
  );
});
