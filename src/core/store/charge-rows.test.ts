import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Job } from '../../domain/jobs/job.ts';
import { JobId } from '../../domain/kernel/ids.ts';
import { addChange, patchOf, removeChange, updateChange } from '../../domain/kernel/patch.ts';
import { unwrap } from '../../domain/kernel/result.ts';
import { sampleRow } from '../../testing/builders/any-row.ts';
import { stillRequest } from '../../testing/builders/generation-requests.ts';
import { createTestStore, type TestStore } from '../../testing/create-test-store.ts';
import { bringBackEverything } from './damage/bring-back.ts';
import { salvage } from './damage/salvage.ts';

let studio: TestStore;
beforeEach(() => {
  studio = createTestStore();
});
afterEach(() => studio.dispose());

const project = sampleRow('project', { title: 'The Last Signal' });
const november = Date.UTC(2026, 10, 30, 23, 59, 59);
const request = stillRequest({ provider: 'fal', model: 'flux' });
const blank = sampleRow('job', {
  projectId: project.id,
  provider: 'fal',
  request,
  state: 'queued',
  estimateUsdMicros: 100,
  costUsdMicros: null,
  submits: 0,
  sentAtMs: null,
  finishedAtMs: null,
});
const edit = { projectId: project.id, label: 'Test', undoable: false };

function addJob(name: string, over: Partial<Job> = {}): JobId {
  const id = JobId.parse(name);
  unwrap(studio.store.commit(patchOf([addChange('job', { ...blank, id, ...over })]), edit));
  return id;
}

test('a line follows its job through reservation, charge and release, and the month with it', () => {
  unwrap(studio.store.commit(patchOf([addChange('project', project)]), edit));
  const { jobs, charges } = studio.store;
  const id = addJob('one');
  expect(charges.of(id)).toBeNull();
  jobs.transition(id, ['queued'], { state: 'sending', submits: 1, sentAtMs: november });
  expect(charges.of(id)).toEqual({
    jobId: id,
    deviceId: null,
    projectId: project.id,
    projectTitle: 'The Last Signal',
    provider: 'fal',
    model: 'flux',
    kind: 'still',
    month: '2026-11',
    state: 'reserved',
    amountUsdMicros: 100,
    basis: 'estimate',
    sentAtMs: november,
    settledAtMs: null,
  });
  studio.store.transaction(() => charges.month('2026-11'));
  jobs.transition(id, ['sending'], { state: 'queued' });
  expect(charges.of(id)).toMatchObject({ state: 'released', amountUsdMicros: 0 });
  jobs.transition(id, ['queued'], { state: 'sending', submits: 2, sentAtMs: november + 2_000 });
  expect(charges.of(id)).toMatchObject({ state: 'reserved', month: '2026-12' });
  expect(charges.month('2026-11').reservedUsdMicros).toBe(0);
  jobs.transition(id, ['sending'], { state: 'done', costUsdMicros: 70, finishedAtMs: november + 9_000 });
  expect(charges.of(id)).toMatchObject({ state: 'charged', amountUsdMicros: 70, basis: 'provider' });
  charges.noteBasis(id, 'billable-units');
  expect(studio.reopen().charges.of(id)?.basis).toBe('billable-units');
});

test('what nobody can say is uncertain, and a rolled back step leaves neither line nor sum', () => {
  const { charges, jobs } = studio.store;
  const id = addJob('one', { state: 'sending', submits: 1, sentAtMs: november });
  jobs.transition(id, ['sending'], { state: 'unknown' });
  const before = studio.store.transaction(() => charges.month('2026-11'));
  expect(before).toEqual({ reservedUsdMicros: 0, chargedUsdMicros: 0, uncertainUsdMicros: 100 });
  expect(() =>
    studio.store.transaction(() => {
      jobs.transition(id, ['unknown'], { state: 'failed', costUsdMicros: 40 });
      throw new Error('the end');
    }),
  ).toThrow('the end');
  expect(charges.of(id)?.state).toBe('uncertain');
  expect(charges.month('2026-11')).toEqual(before);
});

test('lines outlive their job and project, and are found by group, filter and page', () => {
  unwrap(studio.store.commit(patchOf([addChange('project', project)]), edit));
  const sent = { submits: 1, sentAtMs: november, state: 'done' } as const;
  const paid = addJob('paid', { ...sent, costUsdMicros: 30 });
  addJob('reserved', { ...sent, state: 'running', sentAtMs: november - 5 });
  addJob('elsewhere', { ...sent, provider: 'replicate', costUsdMicros: 0, sentAtMs: november + 5_000 });
  const row = studio.store.row('job', paid);
  if (row !== null) unwrap(studio.store.commit(patchOf([removeChange('job', row)]), edit));
  unwrap(studio.store.commit(patchOf([removeChange('project', project)]), edit));
  const { charges } = studio.store;
  expect(charges.groups('project', {})).toEqual([
    expect.objectContaining({
      key: project.id,
      title: 'The Last Signal',
      lines: 3,
      paidLines: 2,
      chargedUsdMicros: 30,
      reservedUsdMicros: 100,
    }),
  ]);
  expect(charges.groups('provider', {}).map(({ key }) => key)).toEqual(['fal', 'replicate']);
  expect(charges.groups('month', {}).map(({ key }) => key)).toEqual(['2026-12', '2026-11']);
  expect(charges.count({ provider: 'fal' })).toBe(2);
  expect(charges.page({ month: '2026-11' }, 0, 1).map(({ jobId }) => jobId)).toEqual(['paid']);
  expect(charges.page({ state: 'reserved' }, 0, 10).map(({ jobId }) => jobId)).toEqual(['reserved']);
});

test('what a provider has not said yet is listed until it is known', () => {
  const id = addJob('one', { state: 'done', submits: 1, sentAtMs: november });
  const { charges, jobs } = studio.store;
  expect(charges.of(id)).toMatchObject({ state: 'charged', basis: 'estimate', amountUsdMicros: 100 });
  expect(charges.unsettled(november)).toEqual([id]);
  expect(charges.unsettled(november + 1)).toEqual([]);
  studio.store.transaction(() => {
    jobs.transition(id, ['done'], { costUsdMicros: 90 });
    charges.noteBasis(id, 'billing-event');
  });
  expect(charges.unsettled(0)).toEqual([]);
});

test('a request that an older copy of the database lost sight of is counted, sent or not', () => {
  const id = addJob('one', { state: 'unknown' });
  expect(studio.store.charges.of(id)).toMatchObject({ state: 'uncertain', amountUsdMicros: 100 });
  expect(studio.store.jobs.spend(project.id).reservedUsdMicros).toBe(100);
});

test('lines are called as their project is called, and keep its last title when it is deleted', () => {
  unwrap(studio.store.commit(patchOf([addChange('project', project)]), edit));
  addJob('one', { state: 'done', submits: 1, sentAtMs: november });
  const renamed = { ...project, title: 'The Last Light' };
  unwrap(studio.store.commit(patchOf([updateChange('project', project, renamed)]), edit));
  const title = (): string | undefined => studio.store.charges.page({}, 0, 1)[0]?.projectTitle;
  expect(title()).toBe('The Last Light');
  unwrap(studio.store.commit(patchOf([removeChange('project', renamed)]), edit));
  expect(title()).toBe('The Last Light');
});

test('the ledger of a damaged database comes back, that of deleted projects too', () => {
  const gone = addJob('gone', { state: 'done', submits: 1, sentAtMs: november, costUsdMicros: 40 });
  const row = studio.store.row('job', gone);
  if (row !== null) unwrap(studio.store.commit(patchOf([removeChange('job', row)]), edit));
  addJob('here', { state: 'running', submits: 1, sentAtMs: november });
  const before = studio.store.charges.page({}, 0, 10);
  studio.store.close();
  const folder = mkdtempSync(join(tmpdir(), 'reelwright-aside-'));
  const database = join(folder, 'reelwright.db');
  copyFileSync(join(studio.home, 'reelwright.db'), database);
  const salvaged = salvage({ folder, database, lastWrittenMs: 0 });
  expect(salvaged.charges).toHaveLength(2);
  using fresh = createTestStore({ seed: 2 });
  fresh.store.transaction(() => fresh.store.charges.month('2026-11'));
  bringBackEverything(fresh.store, salvaged);
  expect(fresh.store.charges.page({}, 0, 10)).toEqual(before);
  expect(fresh.store.charges.month('2026-11')).toEqual({
    reservedUsdMicros: 100,
    chargedUsdMicros: 40,
    uncertainUsdMicros: 0,
  });
  rmSync(folder, { recursive: true, force: true });
  studio = createTestStore();
});
