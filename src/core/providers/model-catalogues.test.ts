import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FalSim, startFalSim } from '../../../tools/fal-sim/start-fal-sim.ts';
import { createFalGenerator } from '../../adapters/fal/create-fal-generator.ts';
import { createSystemClock } from '../../adapters/system/system-clock.ts';
import { unwrap } from '../../domain/kernel/result.ts';
import { createTestStudio, type TestStudio } from '../../testing/create-test-studio.ts';
import { failureOf } from '../../testing/edit-cases.ts';

let sim: FalSim;
const home = mkdtempSync(join(tmpdir(), 'reelwright-models-'));
beforeAll(async () => {
  sim = await startFalSim();
});
afterAll(async () => {
  await sim.close();
  rmSync(home, { recursive: true, force: true });
});

const open = (origin = sim.origin): TestStudio =>
  createTestStudio({
    home,
    generators: [unwrap(createFalGenerator({ key: 'a:b', clock: createSystemClock(), origin }))],
  });
const falOf = async ({ client }: TestStudio) => {
  const found = (await client.models.list({ kind: null })).find(({ provider }) => provider === 'fal');
  if (found === undefined) throw new Error('fal is set up');
  return found;
};

test('a list that was read and a model that was added are there after a restart, and without a line', async () => {
  const first = open();
  const bare = await falOf(first);
  expect(bare).toMatchObject({ readAtMs: null, refreshes: true, adds: true, free: false });
  expect(bare.models.filter(({ usual }) => usual).map(({ kind }) => kind)).toContain('speech');
  expect(bare.models.some(({ origin }) => origin !== 'table')).toBe(false);
  const read = await first.client.models.refresh({ provider: 'fal' });
  expect(read.readAtMs).toBe(first.clock.nowMs());
  expect(read.models.some(({ id, origin }) => id === 'acme/paint-9' && origin === 'provider')).toBe(true);
  expect(
    await first.client.models.add({ provider: 'fal', id: ' acme/motion-9/image-to-video ' }),
  ).toMatchObject({ kind: 'clip', origin: 'added', lengthsSeconds: [4, 7, 11] });
  await first.cleanup();

  const offline = open(new URL('http://127.0.0.1:9'));
  const kept = await falOf(offline);
  expect(kept.readAtMs).toBe(read.readAtMs);
  expect(kept.models.find(({ id }) => id === 'acme/motion-9/image-to-video')).toMatchObject({
    origin: 'added',
    lengthsSeconds: [4, 7, 11],
  });
  expect(await failureOf(offline.client.models.refresh({ provider: 'fal' }))).toMatchObject({
    data: { code: 'provider.unreachable' },
  });
  expect((await falOf(offline)).models).toEqual(kept.models);
  const left = await offline.client.models.remove({ provider: 'fal', id: 'acme/motion-9/image-to-video' });
  expect(left.models.find(({ id }) => id === 'acme/motion-9/image-to-video')?.origin).not.toBe('added');
  await offline.cleanup();
});

test('a form is what a person may set; what it does not take is refused by name, and what it takes is in the request', async () => {
  const studio = open();
  const { client } = studio;
  const { fields } = await client.models.form({ provider: 'fal', id: 'acme/paint-9' });
  expect(fields).toMatchObject([{ name: 'steps', kind: 'integer', minimum: 1, maximum: 50, usual: 20 }]);
  const projectId = await studio.openStory();
  const choose = (extra: Record<string, number>) =>
    client.models.choose({
      ...{ projectId, kind: 'still' },
      choice: { provider: 'fal', model: 'acme/paint-9', extra },
    });
  const refusal = await failureOf(choose({ steps: 900 }));
  expect(refusal).toMatchObject({ data: { code: 'model.field-refused' } });
  expect((refusal as Error).message).toContain('"steps"');
  expect((refusal as Error).message).toContain('at most 50');
  await choose({ steps: 30 });
  const [shot] = await client.shots.list({ projectId });
  const choice = {
    ...{ provider: 'fal', stillModel: 'acme/paint-9', clipModel: null, slate: false },
    ...{ shotIds: [shot?.id ?? ''], upTo: 'still' as const },
  };
  const estimate = await client.jobs.estimate({ projectId, choice, perShot: true });
  expect(estimate.shots[0]?.basis).toContain('Fal may charge more for steps');
  await client.projects.setBudget({ projectId, budgetUsdMicros: 1_000_000 });
  const run = await client.jobs.generate({ projectId, choice, maxCostUsdMicros: 1_000_000 });
  void (async () => {
    for (;;) if ((await run.next()).done) return;
  })().catch(() => undefined);
  while (sim.submits().length === 0) {
    await studio.clock.advanceToNext();
    await new Promise((resolve) => setImmediate(resolve));
  }
  expect(sim.submits()[0]?.input).toMatchObject({ steps: 30 });
  await studio.cleanup();
});

test('who has no list and takes no ids says so', async () => {
  const studio = open();
  const { client } = studio;
  for (const call of [
    client.models.refresh({ provider: 'fake' }),
    client.models.add({ provider: 'fake', id: 'x/y' }),
  ]) {
    expect(await failureOf(call)).toMatchObject({ data: { code: 'provider.request-refused' } });
  }
  expect(await client.models.form({ provider: 'fake', id: 'fake-still' })).toEqual({ fields: [] });
  expect(await failureOf(client.models.refresh({ provider: 'nobody' }))).toMatchObject({
    data: { code: 'provider.unknown' },
  });
  await studio.cleanup();
});
