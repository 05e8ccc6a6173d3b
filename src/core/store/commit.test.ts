import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { BlockId } from '../../domain/kernel/ids.ts';
import {
  addChange,
  entityNames,
  patchOf,
  type RecordsPatch,
  removeChange,
  updateChange,
} from '../../domain/kernel/patch.ts';
import { unwrap } from '../../domain/kernel/result.ts';
import { anyRow, sampleRow } from '../../testing/builders/any-row.ts';
import { createTestStore, type TestStore } from '../../testing/create-test-store.ts';
import type { CommitOptions } from './store.ts';

let studio: TestStore;
beforeEach(() => {
  studio = createTestStore();
});
afterEach(() => studio.dispose());

const project = sampleRow('project');
const inProject = { projectId: project.id };
const block = sampleRow('block', inProject);
const edit: CommitOptions = { ...inProject, label: 'Test edit', undoable: true };

describe('commit', () => {
  test.each(entityNames)('any %s comes back as it went in, after a restart too', (entity) => {
    fc.assert(
      fc.property(fc.uniqueArray(anyRow(entity), { maxLength: 30, selector: (row) => row.id }), (given) => {
        using studio = createTestStore();
        const rows = given.map((row) => ('projectId' in row ? { ...row, ...inProject } : row));
        unwrap(studio.store.commit(patchOf(rows.map((row) => addChange(entity, row))), edit));
        for (const open of [() => studio.store, studio.reopen]) {
          const store = open();
          for (const row of rows) expect(store.row(entity, row.id)).toEqual(row);
          if (entity === 'project' || entity === 'asset') continue;
          expect(new Set(store.rows(entity, project.id).map((row) => row.id)).size).toBe(rows.length);
        }
      }),
      { numRuns: 5 },
    );
  });

  test('rows of a project come in their order, then by id', () => {
    const places = [
      ['b', '2'],
      ['a', '1'],
      ['a', '0'],
      ['B', '3'],
    ] as const;
    const blocks = places.map(([order, id]) => ({ ...block, order, id: BlockId.parse(id) }));
    unwrap(studio.store.commit(patchOf(blocks.map((row) => addChange('block', row))), edit));
    expect(studio.store.rows('block', project.id).map((row) => row.order + row.id)).toEqual([
      'B3',
      'a0',
      'a1',
      'b2',
    ]);
  });

  test('a row of before a field existed gets what the field holds then', () => {
    const { promptParts: _parts, approvedStillId: _still, ...earlier } = sampleRow('shot', inProject);
    unwrap(studio.store.commit(patchOf([addChange('shot', earlier as never)]), edit));
    expect(studio.store.row('shot', earlier.id)).toEqual({
      ...earlier,
      promptParts: {},
      approvedStillId: null,
    });
  });

  test('a row that its schema refuses is not stored, and nothing beside it', () => {
    const broken = { ...block, depth: -1 };
    const done = studio.store.commit(
      patchOf([addChange('project', project), addChange('block', broken)]),
      edit,
    );
    expect(done).toMatchObject({ ok: false, fault: { code: 'store.bad-row' } });
    expect(studio.store.projects()).toEqual([]);

    const odd = { ...project, colour: 'red' };
    expect(studio.store.commit(patchOf([addChange('project', odd)]), edit)).toMatchObject({
      ok: false,
      fault: { code: 'store.bad-row', detail: { field: 'colour' } },
    });
  });

  test('changing or removing what is not there, and adding what is, are named faults', () => {
    const missing = updateChange('project', project, { title: 'Other' });
    expect(studio.store.commit(patchOf([missing]), edit)).toMatchObject({
      fault: { code: 'store.row-missing', detail: { entity: 'project', id: project.id } },
    });
    expect(studio.store.commit(patchOf([removeChange('project', project)]), edit)).toMatchObject({
      fault: { code: 'store.row-missing' },
    });
    unwrap(studio.store.commit(patchOf([addChange('project', project)]), edit));
    expect(studio.store.commit(patchOf([addChange('project', project)]), edit)).toMatchObject({
      fault: { code: 'store.row-exists' },
    });
  });

  test('half a surrogate pair is replaced, so that what is announced is what is stored', () => {
    const heard: RecordsPatch[] = [];
    studio.store.onCommit((patch) => heard.push(patch));
    unwrap(studio.store.commit(patchOf([addChange('project', { ...project, title: 'a\ud800b' })]), edit));
    expect(studio.store.row('project', project.id)?.title).toBe('a\ufffdb');
    expect(heard).toEqual([patchOf([addChange('project', { ...project, title: 'a\ufffdb' })])]);
  });

  test('a listener hears a durable commit with the values that were really there', () => {
    unwrap(studio.store.commit(patchOf([addChange('project', project)]), edit));
    const heard: RecordsPatch[] = [];
    const stop = studio.store.onCommit((patch) => heard.push(patch));
    const stale = updateChange('project', { ...project, title: 'Stale' }, { title: 'New' });
    unwrap(studio.store.commit(patchOf([stale]), edit));
    expect(heard).toEqual([patchOf([updateChange('project', project, { title: 'New' })])]);
    stop();
    unwrap(studio.store.commit(patchOf([updateChange('project', project, { title: 'Newer' })]), edit));
    expect(heard).toHaveLength(1);
  });
});

describe('transaction', () => {
  test('joins commits: one throw and nothing of it is stored or announced', () => {
    let heard = 0;
    studio.store.onCommit(() => {
      heard += 1;
    });
    expect(() =>
      studio.store.transaction(() => {
        unwrap(studio.store.commit(patchOf([addChange('project', project)]), edit));
        throw new Error('changed my mind');
      }),
    ).toThrow('changed my mind');
    expect(studio.store.projects()).toEqual([]);
    expect(heard).toBe(0);

    studio.store.transaction(() => {
      unwrap(studio.store.commit(patchOf([addChange('project', project)]), edit));
      expect(heard).toBe(0);
      const refused = studio.store.commit(patchOf([addChange('project', project)]), edit);
      expect(refused.ok).toBe(false);
      unwrap(studio.store.commit(patchOf([addChange('block', block)]), edit));
    });
    expect(heard).toBe(2);
    expect(studio.store.rows('block', project.id)).toHaveLength(1);
  });
});
