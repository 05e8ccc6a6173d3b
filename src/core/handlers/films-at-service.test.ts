import { expect, onTestFinished, test } from 'vitest';
import { faultOfCall } from '../../contract/fault-of-call.ts';
import type { RemoteProject } from '../../domain/sync/sync-messages.ts';
import { createTestStudio, type TestStudio } from '../../testing/create-test-studio.ts';
import { createManualClock } from '../../testing/manual-clock.ts';
import { createModelService, type Weather } from '../../testing/sync/create-model-service.ts';

/** A service with a film of one device, which `line` may speak to otherwise. */
async function begin() {
  const model = createModelService(createManualClock());
  const device = (
    seed: number,
    options: { readonly role?: RemoteProject['role']; readonly weather?: Weather } = {},
  ): TestStudio => {
    const studio = createTestStudio({ seed, host: 'server', syncService: model.line(options) });
    onTestFinished(studio.cleanup);
    return studio;
  };
  const storm: { now: ReturnType<Weather> } = { now: null };
  const one = device(1, { weather: (question) => (question === 'remove' ? storm.now : null) });
  const projectId = await one.openStory();
  await one.client.sync.turnOn({ projectId, organisationId: null });
  await letTravel(one);
  return { device, storm, one, projectId };
}

async function letTravel(...devices: readonly TestStudio[]): Promise<void> {
  for (let round = 0; round < 12; round++) for (const { clock } of devices) await clock.advance(100);
}

const faultCode = (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => 'no fault',
    (error: unknown) => faultOfCall(error).code,
  );

test('a film that is removed from the service stays here, is sent no more, and comes back as it was', async () => {
  const { one, projectId } = await begin();
  const { sync, shots, projects } = one.client;
  expect(await sync.atService()).toMatchObject({
    films: [{ id: projectId, role: 'owner', isMirrored: true }],
    removed: [],
  });
  await sync.removeFromService({ projectId });
  expect((await sync.overview()).projects).toEqual([]);
  expect((await shots.list({ projectId })).length).toBeGreaterThan(3);
  const { films, removed } = await sync.atService();
  expect(films).toEqual([]);
  expect(removed).toMatchObject([{ id: projectId }]);

  await projects.rename({ projectId, title: 'Cut two' });
  await sync.bringBack({ projectId });
  await letTravel(one);
  expect(await sync.atService()).toMatchObject({
    films: [{ id: projectId, isMirrored: false }],
    removed: [],
  });
  await sync.openHere({ projectId });
  await letTravel(one);
  expect((await sync.overview()).projects).toMatchObject([
    { projectId, state: { kind: 'up-to-date' }, waitingRows: 0 },
  ]);
  expect((await projects.get({ projectId })).project.title).toBe('Cut two');
});

test('an answer that is lost leaves the film mirrored until the question is asked again', async () => {
  const { one, storm, projectId } = await begin();
  const { sync } = one.client;
  storm.now = { fault: { code: 'sync.unreachable', message: 'The line is down.' }, done: true };
  expect(await faultCode(sync.removeFromService({ projectId }))).toBe('sync.unreachable');
  expect((await sync.overview()).projects).toHaveLength(1);
  storm.now = null;
  await sync.removeFromService({ projectId });
  expect((await sync.overview()).projects).toEqual([]);
  expect((await sync.atService()).removed).toMatchObject([{ id: projectId }]);
});

test('only its owner removes a film, and nobody one that is not there', async () => {
  const { one, device, projectId } = await begin();
  const viewer = device(2, { role: 'viewer' });
  expect(await faultCode(viewer.client.sync.removeFromService({ projectId }))).toBe('sync.read-only');
  expect((await one.client.sync.atService()).films).toHaveLength(1);
  const nowhere = 'nowhere' as typeof projectId;
  expect(await faultCode(one.client.sync.removeFromService({ projectId: nowhere }))).toBe('sync.no-project');
  expect(await faultCode(one.client.sync.bringBack({ projectId: nowhere }))).toBe('sync.no-project');
});
