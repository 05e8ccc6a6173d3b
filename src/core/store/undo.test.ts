import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ItemId, ProjectId } from '../../domain/kernel/ids.ts';
import {
  addChange,
  patchOf,
  type RecordChange,
  type RecordsPatch,
  removeChange,
  updateChange,
} from '../../domain/kernel/patch.ts';
import { unwrap } from '../../domain/kernel/result.ts';
import type { GapItem } from '../../domain/timeline/records.ts';
import { sampleRow } from '../../testing/builders/any-row.ts';
import { createTestStore, type TestStore } from '../../testing/create-test-store.ts';
import type { Store } from './store.ts';

const project = sampleRow('project', { id: ProjectId.parse('film') });
const edit = { projectId: project.id, label: 'Edit', undoable: true };
const foreign = { ...edit, label: 'From elsewhere', undoable: false };
const gap: GapItem = {
  kind: 'gap',
  id: ItemId.parse('gap'),
  projectId: project.id,
  trackId: sampleRow('track').id,
  order: 'a0',
  durationFlicks: 100,
  anchor: null,
};

let studio: TestStore;
beforeEach(() => {
  studio = createTestStore();
  unwrap(studio.store.commit(patchOf([addChange('project', project)]), { ...edit, undoable: false }));
});
afterEach(() => studio.dispose());

const title = (): string | undefined => studio.store.row('project', project.id)?.title;
const retitle = (from: string, to: string): RecordsPatch =>
  patchOf([updateChange('project', { ...project, title: from }, { title: to })]);

describe('undo and redo', () => {
  test('go back and forth through edits, and survive a restart', () => {
    for (const [from, to] of [
      [project.title, 'One'],
      ['One', 'Two'],
    ] as const) {
      unwrap(studio.store.commit(retitle(from, to), { ...edit, label: `Title ${to}` }));
    }
    expect(studio.store.undoLabels(project.id)).toEqual({ undo: 'Title Two', redo: null });
    expect(unwrap(studio.store.undo(project.id))).toEqual({
      label: 'Title Two',
      patch: retitle('Two', 'One'),
      skipped: [],
    });
    studio.reopen();
    expect(studio.store.undoLabels(project.id)).toEqual({ undo: 'Title One', redo: 'Title Two' });
    unwrap(studio.store.undo(project.id));
    expect(title()).toBe(project.title);
    expect(studio.store.undo(project.id)).toMatchObject({ fault: { code: 'store.nothing-to-undo' } });
    studio.reopen();
    unwrap(studio.store.redo(project.id));
    unwrap(studio.store.redo(project.id));
    expect(title()).toBe('Two');
    expect(studio.store.redo(project.id)).toMatchObject({ fault: { code: 'store.nothing-to-redo' } });
  });

  test('a new edit takes away what could be redone', () => {
    unwrap(studio.store.commit(retitle(project.title, 'One'), edit));
    unwrap(studio.store.undo(project.id));
    unwrap(studio.store.commit(retitle(project.title, 'Other'), edit));
    expect(studio.store.redo(project.id).ok).toBe(false);
    unwrap(studio.store.undo(project.id));
    expect(title()).toBe(project.title);
  });

  test('a field that somebody changed since is left alone, and said; the others go back', () => {
    const both = updateChange('project', project, { title: 'Mine', style: 'mine' });
    unwrap(studio.store.commit(patchOf([both]), edit));
    unwrap(studio.store.commit(retitle('Mine', 'Theirs'), foreign));
    const receipt = unwrap(studio.store.undo(project.id));
    expect(receipt.skipped).toEqual([{ entity: 'project', id: project.id, field: 'title' }]);
    expect(studio.store.row('project', project.id)).toEqual({ ...project, title: 'Theirs' });
    // Redo brings back what undo took, and no more.
    expect(unwrap(studio.store.redo(project.id)).skipped).toEqual([]);
    expect(studio.store.row('project', project.id)).toEqual({ ...project, title: 'Theirs', style: 'mine' });
  });

  test('a record that somebody changed or brought back since is left alone, and said', () => {
    unwrap(studio.store.commit(patchOf([addChange('item', gap)]), edit));
    unwrap(studio.store.commit(patchOf([updateChange('item', gap, { durationFlicks: 7 })]), foreign));
    const kept = unwrap(studio.store.undo(project.id));
    expect(kept).toMatchObject({
      patch: { changes: [] },
      skipped: [{ entity: 'item', id: gap.id, field: null }],
    });
    expect(studio.store.row('item', gap.id)).not.toBeNull();

    unwrap(studio.store.commit(patchOf([removeChange('item', gap)]), edit));
    unwrap(studio.store.commit(patchOf([addChange('item', { ...gap, durationFlicks: 9 })]), foreign));
    expect(unwrap(studio.store.undo(project.id)).skipped).toHaveLength(1);
    expect(studio.store.row('item', gap.id)).toMatchObject({ durationFlicks: 9 });
  });

  test('is heard by listeners like any edit, and is no edit to be undone itself', () => {
    unwrap(studio.store.commit(retitle(project.title, 'One'), edit));
    const heard: [RecordsPatch, string, boolean][] = [];
    studio.store.onCommit((patch, { label, undoable }) => heard.push([patch, label, undoable]));
    unwrap(studio.store.undo(project.id));
    expect(heard).toEqual([[retitle('One', project.title), 'Undo: Edit', false]]);
  });

  test('a large edit, as an import is, goes back and forth too', () => {
    const many = Array.from({ length: 500 }, (_, i) => ({
      ...gap,
      id: ItemId.parse(`gap-${i}`),
      order: `a${1000 + i}`,
    }));
    unwrap(studio.store.commit(patchOf(many.map((row) => addChange('item', row))), edit));
    studio.reopen();
    expect(unwrap(studio.store.undo(project.id)).patch.changes).toHaveLength(500);
    expect(studio.store.rows('item', project.id)).toEqual([]);
    studio.reopen();
    unwrap(studio.store.redo(project.id));
    expect(studio.store.rows('item', project.id)).toEqual(many);
  });

  test('each project has its own', () => {
    const second = { ...project, id: ProjectId.parse('second') };
    unwrap(studio.store.commit(patchOf([addChange('project', second)]), { ...edit, projectId: second.id }));
    expect(studio.store.undo(project.id).ok).toBe(false);
    unwrap(studio.store.undo(second.id));
    expect(studio.store.row('project', second.id)).toBeNull();
  });
});

/** What may happen to a handful of gaps: each step names gap and value. */
const anyStep = fc.record({
  kind: fc.constantFrom('toggle', 'length', 'order', 'both'),
  which: fc.integer({ min: 0, max: 4 }),
  value: fc.integer({ min: 1, max: 6 }),
});
type Step = typeof anyStep extends fc.Arbitrary<infer S> ? S : never;

function patchFor(store: Store, steps: readonly Step[]): RecordsPatch {
  const changes = new Map<string, RecordChange | null>();
  for (const { kind, which, value } of steps) {
    const id = ItemId.parse(`gap-${which}`);
    const now = store.row('item', id);
    const order = `a${value}`;
    const next = { durationFlicks: value, order };
    if (changes.has(id)) continue;
    if (now === null) changes.set(id, addChange('item', { ...gap, ...next, id }));
    else if (kind === 'toggle') changes.set(id, removeChange('item', now));
    else if (kind === 'length') changes.set(id, updateChange('item', now, { durationFlicks: value }));
    else if (kind === 'order') changes.set(id, updateChange('item', now, { order }));
    else changes.set(id, updateChange('item', now, next));
  }
  return patchOf(changes.values());
}

const stateOf = (store: Store): string => JSON.stringify(store.rows('item', project.id));
const anyEdits = fc.array(fc.array(anyStep, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 12 });

describe('whatever the edits', () => {
  const inStore = (check: (store: Store) => void): void => {
    using own = createTestStore();
    check(own.store);
  };

  test('undoing all of them is the start, redoing all is the end, and so at every step between', () => {
    fc.assert(
      fc.property(anyEdits, (edits) =>
        inStore((store) => {
          const states = [stateOf(store)];
          for (const steps of edits) {
            const patch = patchFor(store, steps);
            if (patch.changes.length === 0) continue;
            unwrap(store.commit(patch, edit));
            states.push(stateOf(store));
          }
          for (const state of states.slice(0, -1).reverse()) {
            expect(unwrap(store.undo(project.id)).skipped).toEqual([]);
            expect(stateOf(store)).toBe(state);
          }
          expect(store.undo(project.id).ok).toBe(false);
          for (const state of states.slice(1)) {
            expect(unwrap(store.redo(project.id)).skipped).toEqual([]);
            expect(stateOf(store)).toBe(state);
          }
        }),
      ),
      { numRuns: 15 },
    );
  });

  test('what somebody else wrote in between is never overwritten', () => {
    const anyMove = fc.oneof(
      fc.record({
        do: fc.constant('edit' as const),
        steps: fc.array(anyStep, { minLength: 1, maxLength: 4 }),
      }),
      fc.record({ do: fc.constantFrom('undo' as const, 'redo' as const) }),
      fc.record({ do: fc.constant('foreign' as const), which: fc.integer({ min: 0, max: 4 }) }),
    );
    fc.assert(
      fc.property(fc.array(anyMove, { minLength: 5, maxLength: 40 }), (moves) =>
        inStore((store) => {
          // Values that no edit here ever writes, so that holding one means that the foreign write is the last.
          const theirs = new Map<ItemId, number>();
          let next = 1_000;
          for (const move of moves) {
            if (move.do === 'undo' || move.do === 'redo') {
              store[move.do](project.id);
            } else if ('steps' in move) {
              const patch = patchFor(store, move.steps);
              unwrap(store.commit(patch, edit));
              // A person's own edit may of course replace it.
              for (const change of patch.changes)
                theirs.delete((change.kind === 'update' ? change.id : change.row.id) as ItemId);
            } else if ('which' in move) {
              const id = ItemId.parse(`gap-${move.which}`);
              const now = store.row('item', id);
              if (now === null) continue;
              next += 1;
              unwrap(store.commit(patchOf([updateChange('item', now, { durationFlicks: next })]), foreign));
              theirs.set(id, next);
            }
            for (const [id, durationFlicks] of theirs) {
              expect(store.row('item', id)?.durationFlicks).toBe(durationFlicks);
            }
          }
        }),
      ),
      { numRuns: 25 },
    );
  });
});
