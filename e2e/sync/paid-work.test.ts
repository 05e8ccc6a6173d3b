import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { LedgerLine } from '../../src/contract/money.ts';
import type { Job } from '../../src/domain/jobs/job.ts';
import type { ProjectId, ShotId } from '../../src/domain/kernel/ids.ts';
import { startTestService, type TestService } from '../../src/testing/service/start-test-service.ts';
import { type ClerkSim, startClerkSim } from '../../tools/clerk-sim/start-clerk-sim.ts';
import { type FalSim, startFalSim } from '../../tools/fal-sim/start-fal-sim.ts';
import { smallFilm } from '../studio/open-film.ts';
import { falKey, paidChoice } from '../studio/open-paid-film.ts';
import { callStudio } from '../studio/raw-http.ts';
import { startStudioServer } from '../studio/start-studio-server.ts';
import { openNetworkGate } from './network-gate.ts';
import { readProject } from './read-project.ts';

const ada = { email: 'ada@example.com', password: 'a quiet harbour', firstName: 'Ada', lastName: 'Byron' };
/** What one still costs by Fal's stand-in. */
const stillUsdMicros = 25_000;
/** A request is done after so many looks, of which there is one in two seconds: time to kill who asked for it. */
const looks = { queueReads: 2, runReads: 12 };

/** One device: its data folder, its own wire to the service, Ada signed in, and her key for Fal. */
async function openDevice(folder: string, isNew: boolean) {
  const gate = await openNetworkGate(service.origin);
  const server = await startStudioServer({
    home: folder,
    env: {
      REELWRIGHT_CLERK_KEY: clerk.publishableKey,
      REELWRIGHT_CLOUD_URL: gate.origin,
      REELWRIGHT_FAL_URL: fal.origin.origin,
      FAL_KEY: falKey,
    },
  });
  const { client, close } = await callStudio(server);
  if (isNew) {
    await client.account.startSignIn({ email: ada.email, keepInFile: true });
    await client.account.attemptPassword({ password: ada.password });
  }
  return {
    gate,
    client,
    process: server.process,
    ended: server.ended,
    async close() {
      close();
      await server.stop();
      await gate.close();
    },
  };
}
type Device = Awaited<ReturnType<typeof openDevice>>;

let clerk: ClerkSim;
let fal: FalSim;
let service: TestService;
let folders: string[];
let train: Device;
let home: Device;

beforeAll(async () => {
  clerk = await startClerkSim();
  clerk.people.add({ ...ada, plan: 'creator' });
  fal = await startFalSim({ keys: [falKey], mostClipHeightPx: 144, ...looks });
  service = await startTestService({ issuer: clerk.origin.origin });
  folders = ['train', 'home'].map((name) => mkdtempSync(join(tmpdir(), `reelwright-${name}-`)));
  train = await openDevice(folders[0] ?? '', true);
  home = await openDevice(folders[1] ?? '', true);
});
afterAll(async () => {
  await train?.close();
  await home?.close();
  await service?.stop();
  await fal?.close();
  await clerk?.close();
  for (const folder of folders ?? []) rmSync(folder, { recursive: true, force: true });
});

/** A film with a budget, on both devices. */
async function openOnBoth(name: string, scenes: number, budgetUsdMicros: number): Promise<ProjectId> {
  const words = Array.from({ length: scenes }, (_, n) => `INT. ROOM ${n + 1} - DAY\n\nA lamp swings.`);
  const { project } = await train.client.projects.create({
    name: `${name}.fountain`,
    source: { from: 'words', words: words.join('\n\n') },
    settings: smallFilm,
  });
  await train.client.projects.setBudget({ projectId: project.id, budgetUsdMicros });
  await train.client.sync.turnOn({ projectId: project.id, organisationId: null });
  await expect
    .poll(async () => (await home.client.sync.now({ projectId: null })).elsewhere.map(({ id }) => id))
    .toContain(project.id);
  await home.client.sync.openHere({ projectId: project.id });
  // Each holds half of the budget once both have heard of each other.
  for (const device of [train, home]) {
    await expect
      .poll(async () => (await device.client.money.share({ projectId: project.id }))?.mostUsdMicros, {
        timeout: 30_000,
      })
      .toBe(budgetUsdMicros / 2);
  }
  return project.id;
}

const jobsOf = (device: Device, projectId: ProjectId): Promise<Job[]> =>
  device.client.jobs.list({ projectId });
const shotsOf = async (device: Device, projectId: ProjectId): Promise<ShotId[]> =>
  (await device.client.shots.list({ projectId })).map(({ id }) => id);
const generate = (device: Device, projectId: ProjectId, shotIds: ShotId[]) =>
  device.client.jobs.start({
    projectId,
    choice: { ...paidChoice('still'), shotIds },
    maxCostUsdMicros: null,
  });
/** What is the same of a line wherever it is read. Where an amount is from is each computer's own knowledge. */
async function ledgerOf(device: Device, projectId: ProjectId): Promise<Omit<LedgerLine, 'basis'>[]> {
  const { lines } = await device.client.money.lines({ filter: { projectId }, limit: 500 });
  return lines.map(({ basis: _basis, ...line }) => line).sort((a, b) => (a.jobId < b.jobId ? -1 : 1));
}

test('what one device has made is seen and asked about on the other, which brings it in when the first is gone; it is paid once', async () => {
  const projectId = await openOnBoth('lamp', 2, 1_000_000);
  const [first, second] = await shotsOf(train, projectId);
  if (first === undefined || second === undefined) throw new Error('The story has no two shots.');
  await generate(train, projectId, [first]);
  await expect
    .poll(async () => (await jobsOf(home, projectId)).map(({ state }) => state), { timeout: 30_000 })
    .toEqual(['running']);
  const [job] = await jobsOf(home, projectId);
  if (job === undefined) throw new Error('There is a job.');
  expect(job.handle?.requestId).toBeTruthy();

  // Asked for on the other device, it is left out, and what it would cost is said.
  const choice = { ...paidChoice('still'), shotIds: [first, second] };
  const estimate = await home.client.jobs.estimate({ projectId, choice });
  expect(estimate).toMatchObject({
    stills: 1,
    elsewhere: [{ shotId: first, jobId: job.id, deviceId: job.deviceId, costUsdMicros: stillUsdMicros }],
  });
  const { rows } = await home.client.queue.rows({
    filter: { projectId },
    groups: ['running'],
    offset: 0,
    limit: 10,
  });
  expect(rows).toMatchObject([{ jobId: job.id, elsewhere: true, may: ['collect'] }]);

  train.process.kill('SIGKILL');
  await train.ended();
  const which = { jobIds: [job.id] };
  expect(await home.client.queue.priceAgain({ which })).toMatchObject([{ how: 'collect', costUsdMicros: 0 }]);
  await home.client.queue.sendAgain({ asks: [{ jobId: job.id, costUsdMicros: 0 }] });
  await expect
    .poll(async () => (await jobsOf(home, projectId)).map(({ state }) => state), { timeout: 90_000 })
    .toEqual(['done']);
  expect(fal.submits()).toHaveLength(1);

  await train.close();
  train = await openDevice(folders[0] ?? '', false);
  await expect
    .poll(async () => (await jobsOf(train, projectId)).map(({ state }) => state), { timeout: 60_000 })
    .toEqual(['done']);
  const takesOf = async (device: Device): Promise<number> =>
    [...(await readProject(device.client, projectId)).keys()].filter((key) => key.startsWith('take ')).length;
  expect([await takesOf(train), await takesOf(home)]).toEqual([1, 1]);
  // The first device goes on where it was killed before it has heard that all is done: in the end both tell the same.
  const settled = [
    { jobId: job.id, deviceId: job.deviceId, state: 'charged', amountUsdMicros: stillUsdMicros },
  ];
  for (const device of [train, home]) {
    await expect.poll(() => ledgerOf(device, projectId), { timeout: 60_000 }).toMatchObject(settled);
  }
  expect(await ledgerOf(train, projectId)).toEqual(await ledgerOf(home, projectId));
  expect(fal.submits()).toHaveLength(1);
});

test('two devices that spend one budget at once, and each without hearing of the other, stay within it together', async () => {
  const before = fal.submits().length;
  // Four stills, of eight that are asked for.
  const projectId = await openOnBoth('harbour', 8, 4 * stillUsdMicros);
  const shotIds = await shotsOf(train, projectId);
  expect(shotIds).toHaveLength(8);
  train.gate.cut();
  await generate(train, projectId, shotIds.slice(0, 3));
  await expect
    .poll(async () => (await jobsOf(train, projectId)).map(({ faultCode }) => faultCode), { timeout: 90_000 })
    .toContain('money.share-reached');
  expect(fal.submits().length - before).toBe(2);
  // The other one is in touch, and leaves what was set aside.
  await generate(home, projectId, shotIds.slice(3, 6));
  await expect
    .poll(async () => (await jobsOf(home, projectId)).map(({ faultCode }) => faultCode), { timeout: 90_000 })
    .toContain('money.share-reached');
  expect(fal.submits().length - before).toBe(4);
  train.gate.mend();
  for (const device of [train, home]) {
    await device.client.sync.now({ projectId });
    await expect
      .poll(
        async () => (await ledgerOf(device, projectId)).filter(({ state }) => state !== 'released').length,
        {
          timeout: 60_000,
        },
      )
      .toBe(4);
  }
  await generate(home, projectId, shotIds.slice(6));
  await expect
    .poll(
      async () =>
        (await jobsOf(home, projectId)).filter(
          ({ state, costUsdMicros }) => state === 'failed' && costUsdMicros === 0,
        ).length,
      { timeout: 60_000 },
    )
    .toBeGreaterThanOrEqual(3);
  expect(fal.submits().length - before).toBe(4);
  const spent = fal.charges().slice(-4).length * stillUsdMicros;
  expect(spent).toBe(4 * stillUsdMicros);
});
