import { expect, test } from 'vitest';
import type { ProjectId } from '../../domain/kernel/ids.ts';
import { addChange, patchOf } from '../../domain/kernel/patch.ts';
import { unwrap } from '../../domain/kernel/result.ts';
import { sampleRow } from '../../testing/builders/any-row.ts';
import { createTestStore } from '../../testing/create-test-store.ts';
import { findProject } from './find-project.ts';

test('a project is found by its id, by its title, or by how one of them begins', () => {
  using studio = createTestStore();
  for (const title of ['Rain', 'Rain Again', 'Snow']) {
    const project = sampleRow('project', { id: studio.ids.newId() as ProjectId, title, trashedAtMs: null });
    const label = { projectId: project.id, label: 'test', undoable: false };
    unwrap(studio.store.commit(patchOf([addChange('project', project)]), label));
  }
  const titleFor = (name: string): string => {
    const found = findProject(studio.store, name);
    return found.ok ? found.value.title : found.fault.code;
  };
  for (const { id, title } of studio.store.projects()) expect(titleFor(id)).toBe(title);
  expect(titleFor('rain')).toBe('Rain');
  expect(titleFor('rain a')).toBe('Rain Again');
  expect(titleFor('Sno')).toBe('Snow');
  expect(titleFor('ra')).toBe('project.ambiguous');
  expect(titleFor('hail')).toBe('project.not-found');
});
