import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ProjectEvent } from '../../contract/projects/project-event.ts';
import type { EntityOf } from '../../domain/entities.ts';
import { AssetId, BlockId, ProjectId, TakeId } from '../../domain/kernel/ids.ts';
import {
  addChange,
  patchOf,
  type RecordChange,
  removeChange,
  updateChange,
} from '../../domain/kernel/patch.ts';
import { unwrap } from '../../domain/kernel/result.ts';
import { sampleRow } from '../../testing/builders/any-row.ts';
import { createTestStore, type TestStore } from '../../testing/create-test-store.ts';
import { type WatchLimits, watchProject } from './watch-project.ts';

const film = ProjectId.parse('film-1');
const other = ProjectId.parse('film-2');
const limits: WatchLimits = { rowsInPiece: 3, waitingChanges: 20 };

/** A mirror as simple as can be: what a reader has after some events. */
class Copy {
  readonly tables = new Map<string, Map<string, object>>();
  ready = false;
  patches = 0;
  receive(event: ProjectEvent): void {
    if (event.kind === 'rows') {
      if (this.ready) this.tables.clear();
      this.ready = false;
      for (const row of event.rows) this.table(event.entity).set(row.id, row);
    } else if (event.kind === 'ready') this.ready = true;
    else if (event.kind === 'patch') {
      this.patches++;
      for (const change of event.patch.changes) this.apply(change);
    }
  }
  private apply(change: RecordChange): void {
    const table = this.table(change.entity);
    if (change.kind === 'add') {
      expect(table.has(change.row.id), `${change.entity} ${change.row.id} is told of once`).toBe(false);
      table.set(change.row.id, change.row);
    } else if (change.kind === 'remove') table.delete(change.row.id);
    else {
      const next: Record<string, unknown> = { ...table.get(change.id) };
      for (const [field, { from, to }] of Object.entries(change.fields)) {
        expect(next[field]).toEqual(from);
        next[field] = to;
      }
      table.set(change.id, next);
    }
  }
  table(entity: string): Map<string, object> {
    const found = this.tables.get(entity) ?? new Map<string, object>();
    this.tables.set(entity, found);
    return found;
  }
}

function expectSame(copy: Copy, { store }: TestStore): void {
  for (const entity of ['project', 'block', 'take', 'asset'] as const) {
    const rows = store.rows(entity, film);
    const stored = new Map(rows.map((row) => [row.id as string, row]));
    for (const row of rows) expect(copy.table(entity).get(row.id)).toEqual(row);
    // A file that nothing points at any more may stay in a mirror.
    if (entity !== 'asset') expect(new Set(copy.table(entity).keys())).toEqual(new Set(stored.keys()));
  }
}

const assetIds = Array.from({ length: 4 }, (_, i) => AssetId.parse(String(i).repeat(64)));

type Step =
  | { readonly do: 'edit' | 'add' | 'take' | 'undo' | 'other' | 'file'; readonly n: number }
  | { readonly do: 'read'; readonly n: number };

const anyStep: fc.Arbitrary<Step> = fc.record({
  do: fc.constantFrom('edit', 'add', 'take', 'undo', 'other', 'file', 'read', 'read', 'read'),
  n: fc.nat(9),
});

function take(step: Step, { store, ids }: TestStore): void {
  const of = { projectId: film, label: step.do, undoable: true };
  switch (step.do) {
    case 'edit': {
      const block = store.rows('block', film).at(step.n % 5);
      if (block === undefined) return;
      const text = `${block.text}${step.n}`;
      return void unwrap(
        store.commit(patchOf([updateChange<EntityOf<'block'>>('block', block, { text })]), of),
      );
    }
    case 'add':
    case 'other': {
      const projectId = step.do === 'add' ? film : other;
      const block = sampleRow('block', { id: BlockId.parse(ids.newId()), projectId });
      return void unwrap(store.commit(patchOf([addChange('block', block)]), { ...of, projectId }));
    }
    case 'file': {
      const id = assetIds[step.n % 4];
      if (id === undefined || store.row('asset', id) !== null) return;
      const file = { projectId: null, label: 'Import', undoable: false };
      return void unwrap(store.commit(patchOf([addChange('asset', sampleRow('asset', { id }))]), file));
    }
    case 'take': {
      const assetId = store.assets().at(step.n % 4)?.id;
      if (assetId === undefined) return;
      const row = sampleRow('take', { id: TakeId.parse(ids.newId()), projectId: film, assetId });
      return void unwrap(store.commit(patchOf([addChange('take', row)]), of));
    }
    case 'undo':
      return void store.undo(film);
    case 'read':
      return;
  }
}

function begun(): TestStore {
  const studio = createTestStore();
  const rows = [film, other].flatMap((id) => [
    addChange('project', sampleRow('project', { id, sourceAssetId: null })),
    ...['a', 'b', 'c', 'd'].map((name) =>
      addChange('block', sampleRow('block', { id: BlockId.parse(`${id}-${name}`), projectId: id })),
    ),
  ]);
  unwrap(studio.store.commit(patchOf(rows), { projectId: null, label: 'Begin', undoable: false }));
  return studio;
}

test('whenever commits come and however slow a reader is, it ends with the rows that are stored', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyStep, { maxLength: 80 }), async (steps) => {
      using studio = begun();
      const ending = new AbortController();
      const events = watchProject(studio.store, film, ending.signal, limits);
      const copy = new Copy();
      const readOne = async (): Promise<void> => {
        const { value } = await events.next();
        if (value !== undefined) copy.receive(value);
      };
      await readOne();
      for (const step of steps) {
        if (step.do !== 'read') take(step, studio);
        // A reader that has read everything would wait for the next commit.
        else if (!(copy.ready && isSame(copy, studio))) await readOne();
      }
      const marked = { projectId: film, label: 'the last', undoable: false };
      const project = studio.store.row('project', film);
      if (project === null) throw new Error('the project stays');
      const patch = patchOf([
        updateChange<EntityOf<'project'>>('project', project, { title: 'the last title' }),
      ]);
      unwrap(studio.store.commit(patch, marked));
      while (
        !copy.ready ||
        (copy.table('project').get(film) as { title?: string }).title !== 'the last title'
      ) {
        await readOne();
      }
      expectSame(copy, studio);
      ending.abort();
      expect((await events.next()).done).toBe(true);
    }),
    { numRuns: 60 },
  );
});

function isSame(copy: Copy, studio: TestStore): boolean {
  try {
    expectSame(copy, studio);
    return true;
  } catch {
    return false; // There is more to read.
  }
}

test('rows come in pieces, then ready, then each commit with its label', async () => {
  using studio = begun();
  const ending = new AbortController();
  const events = watchProject(studio.store, film, ending.signal, limits);
  const seen: ProjectEvent[] = [];
  const read = async (): Promise<void> => {
    const { value } = await events.next();
    if (value !== undefined) seen.push(value);
  };
  for (let i = 0; i < 4; i++) await read();
  expect(
    seen.map((event) => (event.kind === 'rows' ? `${event.entity} ${event.rows.length}` : event.kind)),
  ).toEqual(['project 1', 'block 3', 'block 1', 'ready']);
  take({ do: 'add', n: 0 }, studio);
  take({ do: 'other', n: 0 }, studio);
  take({ do: 'undo', n: 0 }, studio);
  await read();
  await read();
  expect(seen.slice(4)).toMatchObject([
    { kind: 'patch', label: 'add', undoable: true },
    { kind: 'patch', label: 'Undo: add', undoable: false },
  ]);
  const waiting = events.next();
  ending.abort();
  expect(await waiting).toEqual({ done: true, value: undefined });
});

test('the end of a project ends the watching; one that is not there cannot be watched', async () => {
  using studio = begun();
  const { store } = studio;
  const events = watchProject(store, film, undefined, limits);
  for (let i = 0; i < 4; i++) await events.next();
  const project = store.row('project', film);
  if (project === null) throw new Error('it is there');
  const gone = patchOf([
    ...store.rows('block', film).map((row) => removeChange('block', row)),
    removeChange('project', project),
  ]);
  unwrap(store.commit(gone, { projectId: film, label: 'Delete', undoable: false }));
  expect((await events.next()).value).toMatchObject({ kind: 'patch' });
  expect((await events.next()).value).toEqual({ kind: 'gone' });
  expect((await events.next()).done).toBe(true);
  await expect(watchProject(store, film, undefined).next()).rejects.toThrow('There is no project');
});
