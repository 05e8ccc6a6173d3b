import { expect, test } from 'vitest';
import { ProjectId } from '../../domain/kernel/ids.ts';
import { hashOf, routeOf } from './route.ts';
import { routeOfHit } from './route-of-hit.ts';

const projectId = ProjectId.parse('01900000-0000-7000-8000-000000000001');
const about = { projectId, projectTitle: 'The ferry', excerpt: 'fog', matches: [] };

test('what was found is selected where it stands; a title opens the project', () => {
  const address = (entity: 'project' | 'block' | 'scene' | 'shot') =>
    hashOf(routeOfHit({ ...about, entity, id: 'x1' }));
  expect(address('shot')).toBe(`#/project/${projectId}/board/shot/x1`);
  expect(address('block')).toBe(`#/project/${projectId}/write/block/x1`);
  expect(address('scene')).toBe(`#/project/${projectId}/write/scene/x1`);
  expect(address('project')).toBe(`#/project/${projectId}/write`);
  expect(routeOf(address('shot'))).toMatchObject({ select: { entity: 'shot', id: 'x1' } });
});
