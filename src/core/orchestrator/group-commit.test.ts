import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addChange, patchOf } from '../../domain/kernel/patch.ts';
import { unwrap } from '../../domain/kernel/result.ts';
import { sampleRow } from '../../testing/builders/any-row.ts';
import { createTestStore, type TestStore } from '../../testing/create-test-store.ts';
import { createGroupCommit, type GroupCommit } from './group-commit.ts';

let studio: TestStore;
let group: GroupCommit;
/** Transactions that were begun outside of any other: each is one wait for the disk. */
let outermost: number;
let depth: number;
let refuseAll: boolean;

beforeEach(() => {
  studio = createTestStore();
  [outermost, depth, refuseAll] = [0, 0, false];
  group = createGroupCommit({
    transaction: (work) => {
      if (depth === 0) outermost += 1;
      depth += 1;
      try {
        return studio.store.transaction(() => {
          const value = work();
          if (refuseAll && depth === 1) throw new Error('The disk is full.');
          return value;
        });
      } finally {
        depth -= 1;
      }
    },
  });
});
afterEach(() => studio.dispose());

const titles = (): string[] => studio.store.projects().map(({ title }) => title);
const write = (title: string) => (): string => {
  const project = sampleRow('project', { id: `project ${title}` as never, title });
  const options = { projectId: project.id, label: 'Test', undoable: false };
  unwrap(studio.store.commit(patchOf([addChange('project', project)]), options));
  return title;
};

describe('writes of one turn', () => {
  it('wait for the disk once, and each has its own value', async () => {
    expect(await Promise.all([group.add(write('a')), group.add(write('b')), group.add(() => 3)])).toEqual([
      'a',
      'b',
      3,
    ]);
    expect(outermost).toBe(1);
    await group.add(write('c'));
    expect(outermost).toBe(2);
    expect(titles().sort()).toEqual(['a', 'b', 'c']);
  });

  it('stand or fall alone', async () => {
    const told: string[] = [];
    const failing = group.add(() => {
      write('half')();
      group.afterwards(() => told.push('half'));
      throw new Error('No such thing.');
    });
    const standing = group.add(() => {
      group.afterwards(() => told.push('whole'));
      return write('whole')();
    });
    await expect(failing).rejects.toThrow('No such thing.');
    expect(await standing).toBe('whole');
    expect(titles()).toEqual(['whole']);
    expect(told).toEqual(['whole']);
  });

  it('are all refused, and nobody is told of them, when the disk refuses', async () => {
    refuseAll = true;
    const told: string[] = [];
    const tell = (name: string) => () => {
      group.afterwards(() => told.push(name));
      return write(name)();
    };
    const ended = await Promise.allSettled([group.add(tell('a')), group.add(tell('b'))]);
    expect(ended.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect([titles(), told]).toEqual([[], []]);
  });
});

it('tells only once the write is on disk, and at once where none runs', async () => {
  const seen: string[][] = [];
  group.afterwards(() => seen.push(['at once']));
  const added = group.add(() => {
    group.afterwards(() => seen.push(titles()));
    write('a')();
    seen.push(['inside']);
  });
  await added;
  expect(seen).toEqual([['at once'], ['inside'], ['a']]);
});
