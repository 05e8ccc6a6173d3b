import { describe, expect, onTestFinished, test } from 'vitest';
import { faultOfCall } from '../../contract/fault-of-call.ts';
import type { ProjectId } from '../../domain/kernel/ids.ts';
import { unwrap } from '../../domain/kernel/result.ts';
import type { RemoteProject } from '../../domain/sync/sync-messages.ts';
import { createTestStudio, type TestStudio } from '../../testing/create-test-studio.ts';
import { createManualClock } from '../../testing/manual-clock.ts';
import { projectRows } from '../../testing/project-rows.ts';
import {
  createModelService,
  type ModelService,
  type Weather,
} from '../../testing/sync/create-model-service.ts';

/** A studio of its own data folder, as on another device, at one service with the others. */
function device(
  seed: number,
  model: ModelService,
  options: { readonly role?: RemoteProject['role']; readonly weather?: Weather } = {},
): TestStudio {
  const studio = createTestStudio({ seed, host: 'server', syncService: model.line(options) });
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

test('a film that is opened stays on the list of those elsewhere while nothing of it has come', async () => {
  const model = createModelService(createManualClock());
  const empty = { id: 'empty' as ProjectId, title: 'Night ferry', organisationId: null };
  unwrap(await model.line().createProject(empty, new AbortController().signal));
  const two = device(2, model);
  await two.client.sync.openHere({ projectId: empty.id });
  await letTravel(two);
  const { elsewhere, projects } = await two.client.sync.overview();
  expect(projects).toMatchObject([{ projectId: empty.id, state: { kind: 'up-to-date' } }]);
  expect(elsewhere).toMatchObject([{ id: empty.id }]);
});

test('a film that may only be looked at refuses every edit, with the reason', async () => {
  const model = createModelService(createManualClock());
  const one = device(1, model);
  const viewer = device(2, model, { role: 'viewer' });
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
  expect(await sync.overview()).toEqual({
    hasService: false,
    listFault: null,
    projects: [],
    elsewhere: [],
    devices: [],
  });
  expect(await faultCode(sync.turnOn({ projectId, organisationId: null }))).toBe('sync.no-service');
  expect(await faultCode(sync.openHere({ projectId: 'nobody' }))).toBe('sync.no-service');
  expect(await faultCode(sync.now({ projectId: null }))).toBe('sync.no-service');
  expect(await faultCode(sync.turnOn({ projectId: 'nobody', organisationId: null }))).toBe(
    'project.not-found',
  );
  expect(await faultCode(sync.turnOff({ projectId: 'nobody' }))).toBe('project.not-found');
  expect(await faultCode(sync.now({ projectId: 'nobody' }))).toBe('project.not-found');
});

describe('two people who write the same while neither hears of the other', () => {
  /** A paragraph with another text on each device, both back on line. Each has a clock of its own: either may have won. */
  async function clash() {
    const model = createModelService(createManualClock());
    let isOut = false;
    const weather: Weather = () =>
      isOut ? { fault: { code: 'sync.unreachable', message: 'Out.' }, done: false } : null;
    const one = device(1, model, { weather });
    const two = device(2, model, { weather });
    const projectId = await one.openStory();
    await one.client.sync.turnOn({ projectId, organisationId: null });
    await letTravel(one, two);
    await two.client.sync.openHere({ projectId });
    await letTravel(one, two);
    const blocks = await one.client.text.list({ projectId });
    const block = blocks.find(({ kind }) => kind === 'action');
    if (block === undefined) throw new Error('no paragraph');
    const write = (at: TestStudio, text: string) =>
      at.client.text.editBlock({ projectId, blockId: block.id, text });
    isOut = true;
    await write(one, 'Written on one.');
    await two.clock.advance(1_000);
    await write(two, 'Written on two.');
    await one.clock.advance(1_000);
    isOut = false;
    for (const at of [one, two]) await at.clock.advance(60_000);
    await letTravel(one, two);
    const textOn = async (at: TestStudio) =>
      (await at.client.text.list({ projectId })).filter(({ text }) => text.startsWith('Written'));
    const winner = (await textOn(one))[0]?.text ?? '';
    const loser = winner === 'Written on one.' ? 'Written on two.' : 'Written on one.';
    return { one, two, projectId, textOn, winner, loser };
  }

  test('both find the same conflict, and putting back is an edit that travels and can be undone', async () => {
    const { one, two, projectId, textOn, winner, loser } = await clash();
    expect((await textOn(two)).map(({ text }) => text)).toEqual([winner]);
    const conflicts = await one.client.sync.conflicts({ projectId });
    expect(conflicts).toMatchObject([{ entity: 'block', field: 'text', value: loser, winnerValue: winner }]);
    expect(await two.client.sync.conflicts({ projectId })).toEqual(conflicts);
    const conflictId = conflicts[0]?.id ?? '';
    const receipt = await one.client.sync.resolve({ projectId, conflictId, choice: 'put-back' });
    expect(receipt.label).toBe('Put back');
    await letTravel(one, two);
    expect((await textOn(two)).map(({ text }) => text)).toEqual([loser]);
    expect((await two.client.sync.conflicts({ projectId }))[0]?.resolvedAtMs).not.toBeNull();
    await one.client.projects.undo({ projectId });
    await letTravel(one, two);
    expect((await textOn(two)).map(({ text }) => text)).toEqual([winner]);
    expect((await two.client.sync.conflicts({ projectId }))[0]?.resolvedAtMs).toBeNull();
  });

  test('both texts can stand, one after the other', async () => {
    const { one, two, projectId, textOn, winner, loser } = await clash();
    const conflictId = (await two.client.sync.conflicts({ projectId }))[0]?.id ?? '';
    await two.client.sync.resolve({ projectId, conflictId, choice: 'both' });
    await letTravel(one, two);
    expect((await textOn(one)).map(({ text }) => text)).toEqual([winner, loser]);
    const twice = two.client.sync.resolve({ projectId, conflictId, choice: 'keep' });
    expect(await faultCode(twice)).toBe('sync.resolved-already');
  });

  test('a paragraph that one deleted and the other rewrote is brought back in the words that were written', async () => {
    const model = createModelService(createManualClock());
    let isOut = false;
    const weather: Weather = () =>
      isOut ? { fault: { code: 'sync.unreachable', message: 'Out.' }, done: false } : null;
    const [one, two] = [device(1, model, { weather }), device(2, model, { weather })];
    const projectId = await one.openStory();
    await one.client.sync.turnOn({ projectId, organisationId: null });
    await letTravel(one, two);
    await two.client.sync.openHere({ projectId });
    await letTravel(one, two);
    const blocks = await one.client.text.list({ projectId });
    const blockId = blocks.find(({ kind }) => kind === 'action')?.id ?? ('' as never);
    isOut = true;
    await one.client.text.editBlock({ projectId, blockId, text: 'Written on one.' });
    await two.clock.advance(1_000);
    await two.client.text.delete({ projectId, blockIds: [blockId] });
    isOut = false;
    for (const at of [one, two]) await at.clock.advance(60_000);
    await letTravel(one, two);
    const textOn = async (at: TestStudio) =>
      (await at.client.text.list({ projectId })).find(({ id }) => id === blockId)?.text ?? null;
    expect([await textOn(one), await textOn(two)]).toEqual([null, null]);
    const conflicts = await two.client.sync.conflicts({ projectId });
    const gone = conflicts.find(({ rowId, field }) => rowId === blockId && field === null);
    await two.client.sync.resolve({ projectId, conflictId: gone?.id ?? '', choice: 'put-back' });
    await letTravel(one, two);
    expect([await textOn(one), await textOn(two)]).toEqual(['Written on one.', 'Written on one.']);
    expect(await one.client.text.list({ projectId })).toEqual(await two.client.text.list({ projectId }));
  });

  test('a conflict of another project is none of this one', async () => {
    const { one, projectId } = await clash();
    const other = await one.openStory('harbour-radio.txt');
    const conflictId = (await one.client.sync.conflicts({ projectId }))[0]?.id ?? '';
    const asked = one.client.sync.resolve({ projectId: other, conflictId, choice: 'keep' });
    expect(await faultCode(asked)).toBe('sync.no-conflict');
    expect(await faultCode(one.client.sync.conflicts({ projectId: 'nobody' }))).toBe('project.not-found');
    const nobody = one.client.sync.resolve({ projectId: 'nobody', conflictId, choice: 'keep' });
    expect(await faultCode(nobody)).toBe('project.not-found');
  });
});
