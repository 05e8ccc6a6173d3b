import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Job, JobState } from '../../domain/jobs/job.ts';
import { JobId, ProjectId } from '../../domain/kernel/ids.ts';
import { addChange, patchOf, type RecordsPatch } from '../../domain/kernel/patch.ts';
import { unwrap } from '../../domain/kernel/result.ts';
import { sampleRow } from '../../testing/builders/any-row.ts';
import { createTestStore, type TestStore } from '../../testing/create-test-store.ts';
import type { QueuedFilter } from './store.ts';

let studio: TestStore;
beforeEach(() => {
  studio = createTestStore();
});
afterEach(() => studio.dispose());

const project = sampleRow('project');
const blank = sampleRow('job', {
  projectId: project.id,
  provider: 'animatic',
  requestDigest: 'digest',
  state: 'queued',
  notBeforeMs: 0,
  estimateUsdMicros: 0,
  costUsdMicros: null,
  submits: 0,
});

function addJobs(...jobs: readonly Partial<Job>[]): Job[] {
  const rows = jobs.map((over, i) => ({
    ...blank,
    id: JobId.parse(`job-${i}`),
    createdAtMs: 100 + i,
    ...over,
  }));
  const done = studio.store.commit(patchOf(rows.map((row) => addChange('job', row))), {
    projectId: project.id,
    label: 'Jobs',
    undoable: false,
  });
  unwrap(done);
  return rows;
}

const ids = (jobs: readonly Job[]): string[] => jobs.map((job) => job.id);

test('a transition moves a job from the states it may leave, once, and is announced', () => {
  const [job] = addJobs({});
  const heard: RecordsPatch[] = [];
  studio.store.onCommit((patch) => heard.push(patch));
  const id = job?.id ?? blank.id;
  expect(studio.store.jobs.transition(id, ['queued'], { state: 'sending', submits: 1 })).toEqual({
    ...job,
    state: 'sending',
    submits: 1,
  });
  expect(studio.store.jobs.transition(id, ['queued'], { state: 'sending' })).toBeNull();
  expect(studio.store.jobs.transition(JobId.parse('nobody'), ['queued'], { state: 'sending' })).toBeNull();
  expect(heard).toHaveLength(1);
  expect(studio.store.undo(project.id).ok).toBe(false);
  expect(studio.reopen().row('job', id)?.state).toBe('sending');
});

test('a transition to what the schema refuses is thrown as a fault and changes nothing', () => {
  const [job] = addJobs({});
  const id = job?.id ?? blank.id;
  expect(() => studio.store.jobs.transition(id, ['queued'], { submits: -1 })).toThrow('was not saved');
  expect(studio.store.row('job', id)).toEqual(job);
});

test('due gives the oldest first over several states, up to the limit, of one provider or all', () => {
  addJobs(
    { createdAtMs: 5, state: 'running' },
    { createdAtMs: 3 },
    { createdAtMs: 4, provider: 'fal' },
    { createdAtMs: 1, notBeforeMs: 1_000 },
    { createdAtMs: 2, state: 'done' },
    { createdAtMs: 3 },
  );
  const { jobs } = studio.store;
  expect(ids(jobs.due(['queued', 'running'], null, 999, 10))).toEqual(['job-1', 'job-5', 'job-2', 'job-0']);
  expect(ids(jobs.due(['queued', 'running'], null, 1_000, 2))).toEqual(['job-3', 'job-1']);
  expect(ids(jobs.due(['queued', 'running'], 'fal', 999, 10))).toEqual(['job-2']);
  expect(jobs.nextDueMs(['queued'], 0)).toBe(1_000);
  expect(jobs.nextDueMs(['queued'], 1_000)).toBeNull();
  expect(jobs.count(['queued', 'done'], null)).toBe(5);
  expect(jobs.count(['queued', 'done'], 'fal')).toBe(1);
});

test('jobs of a digest come newest first', () => {
  addJobs({}, { requestDigest: 'other' }, {});
  expect(ids(studio.store.jobs.byDigest(project.id, 'digest'))).toEqual(['job-2', 'job-0']);
});

test('spend reserves what is begun and not settled, and charges what has ended', () => {
  const at = (state: JobState, over: Partial<Job> = {}): Partial<Job> => ({
    state,
    estimateUsdMicros: 100,
    submits: 1,
    ...over,
  });
  addJobs(
    at('draft', { submits: 0 }),
    at('queued', { submits: 0 }),
    at('sending'),
    at('submitted'),
    at('running'),
    at('fetching'),
    at('cancelling'),
    at('unknown'),
    at('done'),
    at('done', { costUsdMicros: 70 }),
    at('failed', { submits: 0 }),
    at('failed', { costUsdMicros: 0 }),
    at('expired'),
    at('cancelled', { submits: 0 }),
  );
  expect(studio.store.jobs.spend(project.id)).toEqual({ reservedUsdMicros: 600, chargedUsdMicros: 270 });
});

test('what waits is listed by project, provider and kind, with its place and nothing else', () => {
  addJobs(
    { createdAtMs: 300 },
    { createdAtMs: 200, provider: 'fal' },
    { state: 'done' },
    { projectId: ProjectId.parse('another'), createdAtMs: 250 },
  );
  const { jobs } = studio.store;
  const waiting = (filter?: QueuedFilter): string[] => jobs.queued(filter).map(({ id }) => id);
  expect(waiting()).toEqual(['job-1', 'job-3', 'job-0']);
  expect(waiting({ provider: 'fal' })).toEqual(['job-1']);
  expect(waiting({ projectId: project.id })).toEqual(['job-1', 'job-0']);
  expect(waiting({ kind: blank.request.kind })).toHaveLength(3);
  expect(waiting({ kind: 'transcript' })).toEqual([]);
  expect(jobs.queued({ provider: 'fal' })).toEqual([
    { id: 'job-1', projectId: project.id, provider: 'fal', createdAtMs: 200, notBeforeMs: 0 },
  ]);
});

test('failed jobs are found by their fault, and only with a request at a provider', () => {
  const handle = { requestId: 'r', statusUrl: null, responseUrl: null, cancelUrl: null };
  addJobs(
    { state: 'failed', handle, faultCode: 'job.result-not-stored' },
    { state: 'failed', handle: null, faultCode: 'job.result-not-stored' },
    { state: 'failed', handle, faultCode: 'provider.generation-failed' },
    { state: 'expired', handle, faultCode: 'job.result-not-stored' },
  );
  expect(ids(studio.store.jobs.failedWith(['job.result-not-stored', 'job.other']))).toEqual(['job-0']);
});
