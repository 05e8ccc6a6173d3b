import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { JobId, ProjectId } from '../../domain/kernel/ids.ts';
import { createJobQueue } from './job-queue.ts';

const entry = (project: string, n: number, notBeforeMs = 0) => ({
  id: JobId.parse(`${project}-${n}`),
  projectId: ProjectId.parse(project),
  provider: 'fake',
  createdAtMs: n,
  notBeforeMs,
});
const none = (): boolean => false;

describe('the queue', () => {
  it('lets the projects take turns, each with its oldest first', () => {
    const queue = createJobQueue();
    for (let n = 0; n < 1_000; n++) queue.add(entry('large', n));
    queue.add(entry('small', 5_001));
    queue.add(entry('small', 5_000));
    const first = Array.from({ length: 5 }, () => queue.take('fake', 0, none));
    expect(first).toEqual(['large-0', 'small-5000', 'large-1', 'small-5001', 'large-2']);
    expect(queue.count('fake')).toBe(997);
  });

  it('holds back what is not due, and says when it is', () => {
    const queue = createJobQueue();
    queue.add(entry('a', 1, 500));
    expect(queue.hasDue('fake', 499)).toBe(false);
    expect(queue.take('fake', 499, none)).toBeNull();
    expect(queue.nextDueMs('fake', 0)).toBe(500);
    expect(queue.take('fake', 500, none)).toBe('a-1');
    expect(queue.nextDueMs('fake', 500)).toBe(Number.POSITIVE_INFINITY);
  });

  it('gives each job once, however often it was put in', () => {
    const times = fc.array(fc.record({ n: fc.nat(9), atMs: fc.nat(50), project: fc.constantFrom('a', 'b') }));
    fc.assert(
      fc.property(times, (adds) => {
        const queue = createJobQueue();
        for (const { n, atMs, project } of adds) queue.add(entry(project, n, atMs));
        const given: unknown[] = [];
        for (let id = queue.take('fake', 99, none); id !== null; id = queue.take('fake', 99, none))
          given.push(id);
        expect(given.toSorted()).toEqual(
          [...new Set(adds.map(({ n, project }) => `${project}-${n}`))].sort(),
        );
        expect(queue.count('fake')).toBe(0);
      }),
    );
  });

  it('leaves in place what still ends its last try', () => {
    const queue = createJobQueue();
    queue.add(entry('a', 1));
    queue.add(entry('a', 2));
    expect(queue.take('fake', 0, (id) => id === 'a-1')).toBe('a-2');
    expect(queue.take('fake', 0, none)).toBe('a-1');
  });
});
