import { afterEach, expect, test } from 'vitest';
import type { Job } from '../../domain/jobs/job.ts';
import { addChange, patchOf, updateChange } from '../../domain/kernel/patch.ts';
import { unwrap } from '../../domain/kernel/result.ts';
import {
  askFor,
  createTestEngine,
  type TestEngine,
  type TestEngineOptions,
} from '../../testing/test-engine.ts';

let bed: TestEngine;
const open = (options?: TestEngineOptions): TestEngine => {
  bed = createTestEngine(options);
  return bed;
};
afterEach(() => bed.dispose());

const handle = { requestId: 'request-far', statusUrl: null, responseUrl: null, cancelUrl: null };

/** A job that another device asked for, as it comes with a merge: made like one of ours, and never seen by this engine. */
function comesFromElsewhere(prompt: string, fields: Partial<Job>): Job {
  const [mine] = bed.ask(prompt);
  if (mine === undefined) throw new Error('nothing was asked');
  unwrap(bed.engine.cancel(mine.id));
  const job = { ...mine, id: `${mine.id}-far` as Job['id'], deviceId: 'another', ...fields };
  const label = { projectId: job.projectId, label: 'Sync', undoable: false };
  unwrap(bed.store.commit(patchOf([addChange('job', { ...job, createdAtMs: job.createdAtMs + 1 })]), label));
  return job;
}

const row = ({ id }: Job): Job | null => bed.store.row('job', id);

test('what another device has under way is neither sent nor asked for again, in whatever state it comes', async () => {
  open();
  const states = ['draft', 'queued', 'sending', 'submitted', 'running', 'fetching', 'unknown'] as const;
  const jobs = states.map((state) =>
    comesFromElsewhere(state, { state, sentAtMs: bed.studio.clock.nowMs() }),
  );
  bed.engine.start();
  await bed.run();
  await bed.restart();
  for (const job of jobs) {
    const [found] = bed.ask(job.state);
    expect(found?.id, job.state).toBe(job.id);
    expect(unwrap({ ok: true, value: row(job) })?.state).toBe(job.state);
    expect(bed.engine.cancel(job.id)).toMatchObject({ ok: false, fault: { code: 'job.elsewhere' } });
    expect(bed.engine.drop(job.id).ok).toBe(false);
  }
  await bed.run();
  expect(bed.far.accepted).toEqual([]);
  expect(jobs.map((job) => row(job)?.state)).toEqual([...states]);
});

test('what others have reserved counts against the limit', async () => {
  open({ overrides: { maxCostUsdMicros: () => 15_000 } });
  comesFromElsewhere('far', { state: 'running', handle, sentAtMs: 1 });
  bed.engine.start();
  bed.ask('near');
  await bed.run();
  expect(bed.job('near')).toMatchObject({ state: 'failed', costUsdMicros: 0 });
  expect(bed.far.accepted).toEqual([]);
});

test('a person who consents to pay twice gets a job of this device’s own; the other one stays as it is', async () => {
  open();
  const far = comesFromElsewhere('one', { state: 'sending', sentAtMs: bed.studio.clock.nowMs() });
  bed.engine.start();
  const mine = unwrap(bed.engine.retry(far.id));
  expect(mine).toMatchObject({ deviceId: bed.store.deviceId, state: 'queued' });
  await bed.run();
  expect(bed.store.row('job', mine.id)?.state).toBe('done');
  expect(row(far)?.state).toBe('sending');
  expect(bed.far.accepted).toHaveLength(1);
});

test('a result that is at the provider is brought in here when somebody asks, and by itself when it was left there for long', async () => {
  open();
  bed.engine.start();
  bed.ask('one');
  await bed.run();
  const accepted = bed.job('one').handle;
  expect(accepted).not.toBeNull();
  const nowMs = bed.studio.clock.nowMs();
  const asked = comesFromElsewhere('two', { state: 'running', handle: accepted, sentAtMs: nowMs });
  const left = comesFromElsewhere('three', {
    state: 'submitted',
    handle: accepted,
    sentAtMs: nowMs - 3_600_000,
  });
  unwrap(bed.engine.retry(asked.id));
  await bed.run();
  expect(row(asked)).toMatchObject({ state: 'done', deviceId: 'another' });
  await bed.restart();
  await bed.run();
  expect(row(left)?.state).toBe('done');
  expect(bed.far.accepted).toHaveLength(1);
});

test('what ended elsewhere without a charge is asked for here as a job of this device', async () => {
  open();
  const far = comesFromElsewhere('one', {
    state: 'failed',
    costUsdMicros: 0,
    faultCode: 'money.cap-reached',
  });
  bed.engine.start();
  const [mine] = bed.ask('one');
  expect(mine?.id).not.toBe(far.id);
  await bed.run();
  expect(bed.far.accepted).toHaveLength(1);
});

test('a studio that runs on looks now and then for what another device has left, a few at a time, and sends nothing', async () => {
  open({ overrides: { limits: { collectElsewhereAtOnce: 2 } } });
  bed.engine.start();
  bed.ask('one');
  await bed.run();
  const accepted = bed.job('one').handle;
  const nowMs = bed.studio.clock.nowMs();
  const left = ['two', 'three', 'four'].map((prompt) =>
    comesFromElsewhere(prompt, { state: 'running', handle: accepted, sentAtMs: nowMs }),
  );
  const done = (): number => left.filter((job) => row(job)?.state === 'done').length;
  await bed.studio.clock.advance(29 * 60_000);
  expect(done()).toBe(0);
  // At the latest ten minutes after its half hour is over, and then two of three.
  for (let n = 0; n < 200 && done() < 2; n++) await bed.studio.clock.advance(10_000);
  expect(done()).toBe(2);
  for (let n = 0; n < 200 && done() < 3; n++) await bed.studio.clock.advance(10_000);
  expect(done()).toBe(3);
  expect(bed.far.accepted).toHaveLength(1);
});

test('who has been told that both are paid asks for the same as well, once', async () => {
  open();
  const far = comesFromElsewhere('one', { state: 'running', handle, sentAtMs: bed.studio.clock.nowMs() });
  bed.engine.start();
  const ask = { ...askFor('one'), payAgain: true };
  const [first] = unwrap(bed.engine.enqueue([ask]));
  const [again] = unwrap(bed.engine.enqueue([ask]));
  expect(first?.deviceId).toBe(bed.store.deviceId);
  expect(again?.id).toBe(first?.id);
  await bed.run();
  expect(bed.far.accepted).toHaveLength(1);
  expect(row(far)?.state).toBe('running');
});

test('what lies with the device that asked is not looked for at a provider that keeps nothing, and is left as it is', async () => {
  open();
  bed.engine.start();
  const kept = { ...handle, requestId: 'kept-0123456789abcdef0123456789abcdef' };
  const far = comesFromElsewhere('one', { state: 'fetching', handle: kept, sentAtMs: 1 });
  await bed.restart();
  await bed.run();
  expect(row(far)?.state).toBe('fetching');
  // Asked for here it is another job, as of anything else that is not to be had from here.
  const mine = unwrap(bed.engine.retry(far.id));
  expect(mine.deviceId).toBe(bed.store.deviceId);
  await bed.run();
  expect([row(far)?.state, row(mine)?.state]).toEqual(['fetching', 'done']);
});

test('what an earlier run left is gone on with once the others were heard, and not at all where one of them has brought it in', async () => {
  open({ behave: () => ({ polls: [...Array.from({ length: 40 }, () => 'waiting' as const), 'ready'] }) });
  bed.engine.start();
  bed.ask('one', 'two');
  for (let n = 0; n < 200 && bed.jobs().some(({ handle: one }) => one === null); n++) await bed.run(1);
  const [one, two] = [bed.job('one'), bed.job('two')];
  expect([one.state, two.state]).toEqual(['submitted', 'submitted']);
  let hear: () => void = () => undefined;
  const heard = new Promise<void>((resolve) => {
    hear = resolve;
  });
  const polls = (): number => bed.far.accepted.reduce((sum, request) => sum + request.polls, 0);
  const asked = polls();
  await bed.restart({ othersHeard: () => heard });
  await bed.run(60_000);
  expect(polls()).toBe(asked);
  // The other device has brought the first of them in.
  const row = unwrap({ ok: true, value: bed.store.row('job', one.id) });
  const done = row === null ? null : updateChange('job', row, { state: 'done', costUsdMicros: 10_000 });
  unwrap(bed.store.commit(patchOf([done]), { projectId: one.projectId, label: 'Sync', undoable: false }));
  const before = bed.store.row('job', one.id);
  hear();
  await bed.run();
  expect(bed.store.row('job', one.id)).toEqual(before);
  expect(bed.store.row('job', two.id)?.state).toBe('done');
  expect(bed.far.accepted).toHaveLength(2);
});
