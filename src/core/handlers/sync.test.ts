import { expect, onTestFinished, test } from 'vitest';
import { faultOfCall } from '../../contract/fault-of-call.ts';
import type { RemoteProject } from '../../domain/sync/sync-messages.ts';
import { createTestStudio, type TestStudio } from '../../testing/create-test-studio.ts';
import { createManualClock } from '../../testing/manual-clock.ts';
import { projectRows } from '../../testing/project-rows.ts';
import { createModelService, type ModelService } from '../../testing/sync/create-model-service.ts';

/** A studio of its own data folder, as on another device, at one service with the others. */
function device(seed: number, model: ModelService, role: RemoteProject['role'] = 'owner'): TestStudio {
  const studio = createTestStudio({ seed, host: 'server', syncService: model.line({ role }) });
  onTestFinished(studio.cleanup);
  return studio;
}

/** Until nothing is on its way: the studios' clocks are turned, and what they wake runs. */
async function letTravel(...devices: readonly TestStudio[]): Promise<void> {
  for (let round = 0; round < 12; round++) for (const { clock } of devices) await clock.advance(100);
}

async function faultCode(call: Promise<unknown>): Promise<string> {
  return call.then(
    () => 'no fault',
    (error: unknown) => faultOfCall(error).code,
  );
}

test('a film that is turned on opens on another device, and edits of both arrive', async () => {
  const model = createModelService(createManualClock());
  const one = device(1, model);
  const two = device(2, model);
  const projectId = await one.openStory();
  expect((await one.client.sync.overview()).projects).toEqual([]);
  await one.client.sync.turnOn({ projectId, organisationId: null });
  await letTravel(one, two);
  expect((await one.client.sync.overview()).projects).toMatchObject([
    { projectId, state: { kind: 'up-to-date' }, waitingRows: 0, role: 'owner' },
  ]);
  await two.client.sync.openHere({ projectId });
  await letTravel(one, two);
  const rows = projectRows(two.studio, projectId);
  expect(rows['shot']?.length).toBeGreaterThan(3);
  expect({ ...rows, project: null }).toEqual({ ...projectRows(one.studio, projectId), project: null });

  const [shot] = await two.client.shots.list({ projectId });
  await two.client.shots.edit({ projectId, shotId: shot?.id ?? '', fields: { description: 'from two' } });
  await one.client.projects.rename({ projectId, title: 'The last signal, cut two' });
  await letTravel(one, two);
  expect((await one.client.shots.list({ projectId }))[0]).toMatchObject({ description: 'from two' });
  expect((await two.client.projects.get({ projectId })).project.title).toBe('The last signal, cut two');
  // What came from elsewhere is nobody's edit here.
  expect(await one.client.projects.undoLabels({ projectId })).toMatchObject({ undo: 'Rename project' });
});

test('a film that may only be looked at refuses every edit, with the reason', async () => {
  const model = createModelService(createManualClock());
  const one = device(1, model);
  const viewer = device(2, model, 'viewer');
  const projectId = await one.openStory();
  await one.client.sync.turnOn({ projectId, organisationId: null });
  await letTravel(one, viewer);
  await viewer.client.sync.openHere({ projectId });
  await letTravel(one, viewer);
  expect(await faultCode(viewer.client.projects.rename({ projectId, title: 'Mine' }))).toBe('sync.read-only');
  expect(await faultCode(viewer.client.timeline.assemble({ projectId }))).toMatch(/no fault|sync.read-only/);
  expect((await viewer.client.projects.duplicate({ projectId })).project.id).not.toBe(projectId);
});

test('switched off it stays here as it is, and what is written is sent to nobody', async () => {
  const model = createModelService(createManualClock());
  const one = device(1, model);
  const projectId = await one.openStory();
  await one.client.sync.turnOn({ projectId, organisationId: null });
  await letTravel(one);
  const head = model.head(projectId);
  await one.client.sync.turnOff({ projectId });
  await one.client.projects.rename({ projectId, title: 'Only here' });
  await letTravel(one);
  expect(model.head(projectId)).toBe(head);
  expect((await one.client.sync.overview()).projects).toEqual([]);
  await one.client.sync.turnOn({ projectId, organisationId: null });
  await letTravel(one);
  expect(model.head(projectId)).toBeGreaterThan(head);
  expect((await one.client.sync.overview()).projects[0]).toMatchObject({ waitingRows: 0 });
});

test('deleted for good it is gone from this computer alone', async () => {
  const model = createModelService(createManualClock());
  const one = device(1, model);
  const projectId = await one.openStory();
  await one.client.sync.turnOn({ projectId, organisationId: null });
  await letTravel(one);
  await one.client.projects.setTrashed({ projectId, trashed: true });
  await letTravel(one);
  await one.client.projects.deleteForever({ projectId });
  await letTravel(one);
  expect(await one.client.projects.list({ trashed: true })).toEqual([]);
  expect((await one.client.sync.overview()).elsewhere).toMatchObject([{ id: projectId }]);
  await one.client.sync.openHere({ projectId });
  await letTravel(one);
  expect((await one.client.shots.list({ projectId })).length).toBeGreaterThan(3);
});

test('without a service everything of sync says so, and names projects that are not there', async () => {
  await using studio = createTestStudio();
  const projectId = await studio.openStory();
  const { sync } = studio.client;
  expect(await sync.overview()).toEqual({ hasService: false, listFault: null, projects: [], elsewhere: [] });
  expect(await faultCode(sync.turnOn({ projectId, organisationId: null }))).toBe('sync.no-service');
  expect(await faultCode(sync.openHere({ projectId: 'nobody' }))).toBe('sync.no-service');
  expect(await faultCode(sync.now({ projectId: null }))).toBe('sync.no-service');
  expect(await faultCode(sync.turnOn({ projectId: 'nobody', organisationId: null }))).toBe(
    'project.not-found',
  );
  expect(await faultCode(sync.turnOff({ projectId: 'nobody' }))).toBe('project.not-found');
  expect(await faultCode(sync.now({ projectId: 'nobody' }))).toBe('project.not-found');
});
