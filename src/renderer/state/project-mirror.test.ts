import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ProjectEvent } from '../../contract/projects/project-event.ts';
import type { ProjectId } from '../../domain/kernel/ids.ts';
import { entityNames, type RecordChange, type Row } from '../../domain/kernel/patch.ts';
import { createTestStudio } from '../../testing/create-test-studio.ts';
import { createProjectMirror, type ProjectMirror } from './project-mirror.ts';

/** Rows as a test makes them up: a mirror looks at nothing but ids and orders of kinds that it does not mend. */
const rowsEvent = (rows: readonly Row[]): ProjectEvent =>
  ({ kind: 'rows', entity: 'track', rows }) as unknown as ProjectEvent;
const patchEvent = (...changes: readonly RecordChange[]): ProjectEvent => ({
  kind: 'patch',
  patch: { changes },
  label: 'test',
  undoable: true,
});
const row = (id: string, order: string, note = 0): Row => ({ id, order, note });

test('nothing is seen before all rows are here; then all at once, in order', () => {
  const mirror = createProjectMirror();
  const told: unknown[] = [];
  mirror.subscribe(['track', 'scene'], (patch) => told.push(patch));
  mirror.receive(rowsEvent([row('b', 'b'), row('c', 'a')]));
  mirror.receive(rowsEvent([row('a', 'b')]));
  expect(mirror.status()).toBe('loading');
  expect(mirror.rows('track')).toEqual([]);
  expect(told).toEqual([]);
  mirror.receive({ kind: 'ready' });
  expect(mirror.status()).toBe('ready');
  expect(mirror.rows('track').map(({ id }) => id)).toEqual(['c', 'a', 'b']);
  expect(told).toEqual([null]);
});

test('a second reading replaces the first; rows that are gone are gone', () => {
  const mirror = createProjectMirror();
  mirror.receive(rowsEvent([row('a', 'a'), row('b', 'b')]));
  mirror.receive({ kind: 'ready' });
  mirror.receive(rowsEvent([row('b', 'b', 7)]));
  expect(mirror.rows('track')).toHaveLength(2);
  mirror.receive({ kind: 'ready' });
  expect(mirror.rows('track')).toEqual([row('b', 'b', 7)]);
});

test('only those who asked for a kind hear of it, and a list stays the same one until it changes', () => {
  const mirror = createProjectMirror();
  mirror.receive(rowsEvent([row('a', 'a')]));
  mirror.receive({ kind: 'ready' });
  let scenes = 0;
  mirror.subscribe(['scene'], () => scenes++);
  const before = mirror.rows('track');
  expect(mirror.rows('track')).toBe(before);
  mirror.receive(
    patchEvent({ kind: 'update', entity: 'track', id: 'a', fields: { note: { from: 0, to: 1 } } }),
  );
  expect(scenes).toBe(0);
  expect(mirror.rows('track')).not.toBe(before);
  expect(before).toEqual([row('a', 'a')]);
});

test('a project that was deleted says so', () => {
  const mirror = createProjectMirror();
  let told = 0;
  mirror.subscribe(['project'], () => told++);
  mirror.receive({ kind: 'gone' });
  expect(mirror.status()).toBe('gone');
  expect(told).toBe(1);
});

type Step = { readonly do: 'add' | 'update' | 'remove'; readonly pick: number; readonly value: number };

test('whatever patches come, a mirror holds what a plain table holds', () => {
  const step = fc.record({
    do: fc.constantFrom<Step['do']>('add', 'update', 'remove'),
    pick: fc.nat(30),
    value: fc.nat(9),
  });
  fc.assert(
    fc.property(fc.array(fc.array(step, { maxLength: 5 }), { maxLength: 40 }), (patches) => {
      const mirror = createProjectMirror();
      mirror.receive({ kind: 'ready' });
      const table = new Map<string, Row>();
      let made = 0;
      for (const steps of patches) {
        const touched = new Set<string>();
        const changes = steps.flatMap(({ do: what, pick, value }): RecordChange[] => {
          if (what === 'add') {
            const added = row(`row-${made++}`, String(value));
            table.set(added.id, added);
            touched.add(added.id);
            return [{ kind: 'add', entity: 'track', row: added }];
          }
          const [id, before] = [...table][pick % Math.max(1, table.size)] ?? [];
          // A record appears at most once in a patch.
          if (id === undefined || before === undefined || touched.has(id)) return [];
          touched.add(id);
          if (what === 'remove') {
            table.delete(id);
            return [{ kind: 'remove', entity: 'track', row: before }];
          }
          table.set(id, { ...before, order: String(value) });
          const fields = { order: { from: before['order'] ?? null, to: String(value) } };
          return [{ kind: 'update', entity: 'track', id, fields }];
        });
        mirror.receive(patchEvent(...changes));
        const sorted = [...table.values()].sort(
          (a, b) => compare(String(a['order']), String(b['order'])) || compare(a.id, b.id),
        );
        expect(mirror.rows('track')).toEqual(sorted);
      }
    }),
  );
});

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Settles when the mirror holds what `has` looks for. */
function until(mirror: ProjectMirror, has: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    if (has()) return resolve();
    const stop = mirror.subscribe(entityNames, () => {
      if (!has()) return;
      stop();
      resolve();
    });
  });
}

test('after any edits, undo and redo of a real studio the mirror holds the rows of its store', async () => {
  await using bench = await createTestStudio();
  const { client, studio } = bench;
  const { store } = studio.parts;
  const projectId: ProjectId = await bench.openStory();
  const mirror = createProjectMirror();
  const ending = new AbortController();
  const events = await client.projects.watch({ projectId }, { signal: ending.signal });
  const reading = (async () => {
    for await (const event of events) mirror.receive(event);
  })().catch(() => undefined);
  await until(mirror, () => mirror.status() === 'ready');

  const shotAt = (pick: number) => {
    const shots = store.rows('shot', projectId);
    return shots[pick % Math.max(1, shots.length)];
  };
  const edits = {
    rename: (pick: number) => client.projects.rename({ projectId, title: `Title ${pick}` }),
    describe: (pick: number) => {
      const shot = shotAt(pick);
      return (
        shot && client.shots.edit({ projectId, shotId: shot.id, fields: { description: `Words ${pick}` } })
      );
    },
    delete: (pick: number) => {
      const shot = shotAt(pick);
      return shot && client.shots.delete({ projectId, shotId: shot.id });
    },
    duplicate: (pick: number) => {
      const shot = shotAt(pick);
      return shot && client.shots.duplicate({ projectId, shotId: shot.id });
    },
    type: (pick: number) => {
      const blocks = store.rows('block', projectId);
      const block = blocks[pick % blocks.length];
      return block && client.text.editBlock({ projectId, blockId: block.id, text: `Words ${pick}.` });
    },
    assemble: () => client.timeline.assemble({ projectId }),
    undo: () => client.projects.undo({ projectId }),
    redo: () => client.projects.redo({ projectId }),
  };
  let marks = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.constantFrom(...(Object.keys(edits) as (keyof typeof edits)[])), fc.nat(99)), {
        minLength: 1,
        maxLength: 12,
      }),
      async (steps) => {
        for (const [name, pick] of steps) {
          // A refusal (nothing to undo, a shot that must stay) is an answer like another.
          await Promise.resolve(edits[name](pick)).catch(() => null);
        }
        const title = `Mark ${marks++}`;
        await client.projects.rename({ projectId, title });
        await until(mirror, () => mirror.row('project', projectId)?.title === title);
        for (const entity of [
          'block',
          'scene',
          'shot',
          'cast',
          'take',
          'track',
          'item',
          'transition',
        ] as const) {
          const byId = (rows: readonly { readonly id: string }[]) =>
            [...rows].sort((a, b) => compare(a.id, b.id));
          expect(byId(mirror.rows(entity))).toEqual(byId(store.rows(entity, projectId)));
        }
        expect(mirror.row('project', projectId)).toEqual(store.row('project', projectId));
      },
    ),
    { numRuns: 15 },
  );
  ending.abort();
  await reading;
});
