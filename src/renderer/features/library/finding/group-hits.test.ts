import { expect, test } from 'vitest';
import type { SearchHit } from '../../../../contract/projects/search-hit.ts';
import { ProjectId } from '../../../../domain/kernel/ids.ts';
import { groupHits, partsOf } from './group-hits.ts';

const hit = (project: string, entity: SearchHit['entity'], id: string): SearchHit => ({
  projectId: ProjectId.parse(project),
  projectTitle: project.toUpperCase(),
  entity,
  id,
  excerpt: 'a lantern, a lamp',
  matches: [{ start: 2, end: 5 }],
});

test('hits stand by project in the order found; a title is the heading of its group', () => {
  const groups = groupHits([hit('b', 'project', 'b'), hit('a', 'shot', '1'), hit('b', 'block', '2')]);
  expect(groups.map(({ title, hits, inTitle }) => [title, hits.length, inTitle !== null])).toEqual([
    ['B', 1, true],
    ['A', 1, false],
  ]);
});

test('the parts of an excerpt are the excerpt', () => {
  const excerpt = 'a lantern, a lamp';
  const parts = partsOf({
    excerpt,
    matches: [
      { start: 2, end: 5 },
      { start: 13, end: 17 },
      { start: 4, end: 99 },
    ],
  });
  expect(parts.map(({ text }) => text).join('')).toBe(excerpt);
  expect(parts.filter(({ marked }) => marked).map(({ text }) => text)).toEqual(['lan', 'lamp']);
});
