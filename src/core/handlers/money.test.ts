import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Job } from '../../domain/jobs/job.ts';
import { JobId, type ProjectId } from '../../domain/kernel/ids.ts';
import { addChange, patchOf } from '../../domain/kernel/patch.ts';
import { unwrap } from '../../domain/kernel/result.ts';
import { sampleRow } from '../../testing/builders/any-row.ts';
import { stillRequest } from '../../testing/builders/generation-requests.ts';
import { createTestStudio, type TestStudio } from '../../testing/create-test-studio.ts';

const everything = {};

function addPaid(bed: TestStudio, projectId: ProjectId, name: string, over: Partial<Job> = {}): void {
  const job = sampleRow('job', {
    id: JobId.parse(name),
    projectId,
    provider: 'paid',
    request: stillRequest({ provider: 'paid', model: '=model, "one"' }),
    state: 'done',
    estimateUsdMicros: 20_000,
    costUsdMicros: 15_000,
    submits: 1,
    sentAtMs: bed.clock.nowMs(),
    finishedAtMs: bed.clock.nowMs(),
    ...over,
  });
  const options = { projectId, label: 'Test', undoable: false };
  unwrap(bed.studio.parts.store.commit(patchOf([addChange('job', job)]), options));
}

test('the ledger is kept when its project is deleted, and says so', async () => {
  await using bed = createTestStudio();
  const { client } = bed;
  const projectId = await bed.openStory();
  addPaid(bed, projectId, 'one');
  addPaid(bed, projectId, 'two', { state: 'unknown', costUsdMicros: null });
  const before = await client.money.ledger({ by: 'project', filter: everything });
  expect(before).toMatchObject({ lines: 2, chargedUsdMicros: 15_000, uncertainUsdMicros: 20_000 });
  expect(before.groups).toMatchObject([{ key: projectId, deleted: false, paidLines: 2 }]);
  await client.projects.setTrashed({ projectId, trashed: true });
  await client.projects.deleteForever({ projectId });
  const after = await client.money.ledger({ by: 'project', filter: everything });
  expect(after.groups).toEqual(before.groups.map((group) => ({ ...group, deleted: true })));
  expect((await client.money.lines({ filter: { projectId } })).total).toBe(2);
  expect((await client.money.caps()).chargedUsdMicros).toBe(15_000);
});

test('a monthly limit is kept over a restart and counts every project of the month, in UTC', async () => {
  await using bed = createTestStudio();
  const { client } = bed;
  expect(await client.money.caps()).toMatchObject({ monthlyBudgetUsdMicros: null, month: '2026-01' });
  const projectId = await bed.openStory();
  addPaid(bed, projectId, 'one');
  addPaid(bed, projectId, 'last year', { sentAtMs: Date.UTC(2025, 11, 31, 23, 59, 59, 999) });
  const set = await client.money.setCaps({ monthlyBudgetUsdMicros: 5_000_000 });
  expect(set).toMatchObject({
    monthlyBudgetUsdMicros: 5_000_000,
    chargedUsdMicros: 15_000,
    endsAtMs: Date.UTC(2026, 1, 1),
  });
  await bed.studio.close();
  await using again = createTestStudio({ home: bed.home, seed: 2 });
  expect((await again.client.money.caps()).monthlyBudgetUsdMicros).toBe(5_000_000);
});

test('usage is held against the plan file, and a plan that cannot be read is said', async () => {
  await using bed = createTestStudio();
  const { client } = bed;
  const projectId = await bed.openStory();
  addPaid(bed, projectId, 'one');
  addPaid(bed, projectId, 'free of charge', { costUsdMicros: 0 });
  expect(await client.money.usage()).toMatchObject({ plan: null, problem: null, generations: 1 });
  const file = join(bed.home, 'plan.json');
  writeFileSync(file, JSON.stringify({ name: 'Studio', generationsPerMonth: 100, kinds: { still: 50 } }));
  expect(await client.money.usage()).toMatchObject({
    plan: { name: 'Studio', generationsPerMonth: 100, usdPerMonth: null, kinds: { still: 50 } },
    usdMicros: 15_000,
    kinds: [{ kind: 'still', generations: 1, usdMicros: 15_000 }],
    providers: [{ provider: 'paid', generations: 1, chargedUsdMicros: 15_000 }],
  });
  for (const [text, why] of [
    ['{', 'it is not JSON'],
    ['{"name": "Studio", "generationsPerMonth": -1}', 'its field "generationsPerMonth"'],
    ['[]', 'it is not a plan'],
  ] as const) {
    writeFileSync(file, text);
    const { plan, problem } = await client.money.usage();
    expect(plan).toBeNull();
    expect(problem).toContain(why);
  }
});

test('the lines go into a spreadsheet as they are, and no words become a formula', async () => {
  await using bed = createTestStudio();
  const projectId = await bed.openStory();
  addPaid(bed, projectId, 'one');
  const { fileName, text } = await bed.client.money.csv({ filter: { month: '2026-01' } });
  expect(fileName).toBe('reelwright-ledger-2026-01.csv');
  const [header, line, end] = text.split('\r\n');
  expect(header?.split(',')).toHaveLength(13);
  expect(line).toContain(`,paid,"'=model, ""one""",still,charged,0.015000,provider,one`);
  expect(end).toBe('');
});
