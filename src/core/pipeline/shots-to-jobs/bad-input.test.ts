import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SimFaultName } from '../../../../tools/fal-sim/sim-faults.ts';
import { type FalSim, startFalSim } from '../../../../tools/fal-sim/start-fal-sim.ts';
import { createFalGenerator } from '../../../adapters/fal/create-fal-generator.ts';
import { createSystemClock } from '../../../adapters/system/system-clock.ts';
import type { StudioClient } from '../../../contract/contract.ts';
import type { ProjectId, ShotId } from '../../../domain/kernel/ids.ts';
import { unwrap } from '../../../domain/kernel/result.ts';
import { promptPartNames } from '../../../domain/shots/prompt/compose-prompt.ts';
import { stillRequest } from '../../../testing/builders/generation-requests.ts';
import { createTestStudio, type TestStudio } from '../../../testing/create-test-studio.ts';
import { fakePicture } from '../../../testing/fakes/fake-picture.ts';

let sim: FalSim;
beforeAll(async () => {
  sim = await startFalSim();
});
afterAll(() => sim.close());

/** Two shots: the first is the one that something is the matter with. */
interface Scene {
  readonly client: StudioClient;
  readonly studio: TestStudio;
  readonly projectId: ProjectId;
  readonly bad: ShotId;
  readonly good: ShotId;
}

/** A model of the stand-in: prompts of 800 characters, three aspects, two reference pictures. */
const model = 'acme/paint-9';
const mark = 'zebra in the doorway';

async function openScene(): Promise<Scene> {
  sim.setFaults([]);
  const fal = unwrap(createFalGenerator({ key: 'a:b', clock: createSystemClock(), origin: sim.origin }));
  const studio = createTestStudio({ generators: [fal] });
  const { client } = studio;
  const projectId = await studio.openStory();
  const shots = (await client.shots.list({ projectId })).filter(({ kind }) => kind !== 'title');
  const [bad, good] = shots.filter(({ characters }) => characters.length > 0).map(({ id }) => id);
  if (bad === undefined || good === undefined) throw new Error('the story has two shots with people');
  await client.projects.setBudget({ projectId, budgetUsdMicros: 5_000_000 });
  return { client, studio, projectId, bad, good };
}

const choiceOf = ({ bad, good }: Scene, more: { stillModel?: string } = {}) => ({
  ...{ provider: 'fal', stillModel: model, clipModel: null, slate: false },
  ...{ shotIds: [bad, good], upTo: 'still' as const },
  ...more,
});

/** Asks for both stills and waits for the end of the run. */
async function generate(scene: Scene, stillModel = model) {
  const { client, studio, projectId } = scene;
  const choice = choiceOf(scene, { stillModel });
  const run = await client.jobs.start({ projectId, choice, maxCostUsdMicros: 1_000_000 });
  const find = async () => (await client.activities.list()).find(({ id }) => id === run.id);
  for (let now = await find(); ; now = await find()) {
    if (now === undefined || now.finishedAtMs !== null) break;
    await studio.clock.advanceToNext();
    await new Promise((resolve) => setImmediate(resolve));
  }
  const jobs = await client.jobs.list({ projectId });
  return {
    run: await find(),
    bad: jobs.find(({ shotId }) => shotId === scene.bad),
    good: jobs.find(({ shotId }) => shotId === scene.good),
    cost: (await client.projects.get({ projectId })).costUsdMicros,
  };
}

const say = (scene: Scene, parts: Readonly<Record<string, string>>) =>
  scene.client.shots.edit({
    ...{ projectId: scene.projectId, shotId: scene.bad },
    fields: { promptParts: parts },
  });
const image = 50_000;

describe('what a model would not take is said on its shot before anything is sent', () => {
  test.each<[string, (scene: Scene) => Promise<unknown>, RegExp]>([
    [
      'a prompt over the limit',
      (scene) => say(scene, { action: 'A very long way. '.repeat(80) }),
      /The prompt has [\d,]+ characters; Paint 9 takes 800\..*Shorten/,
    ],
    [
      'an empty prompt',
      (scene) => say(scene, Object.fromEntries(promptPartNames.map((name) => [name, '']))),
      /The prompt is empty\..*Describe the shot/,
    ],
  ])('%s', async (_name, spoil, words) => {
    const scene = await openScene();
    await spoil(scene);
    const before = sim.submits().length;
    const estimate = await scene.client.jobs.estimate({
      ...{ projectId: scene.projectId, choice: choiceOf(scene), perShot: true },
    });
    const [bad, good] = [scene.bad, scene.good].map((id) =>
      estimate.shots.find(({ shotId }) => shotId === id),
    );
    expect(bad?.problem).toMatch(words);
    expect(good).toMatchObject({ problem: null, costUsdMicros: image });
    const end = await generate(scene);
    expect(end.run?.message).toMatch(words);
    expect(end).toMatchObject({ bad: undefined, good: { state: 'done' }, cost: image });
    expect(sim.submits().length - before).toBe(1);
    await scene.studio.cleanup();
  });

  test('an aspect that the model has not is said for every shot, and nothing is sent', async () => {
    const scene = await openScene();
    const { client, studio } = scene;
    const { project } = await client.projects.create({
      name: 'wide.fountain',
      source: { from: 'words', words: 'INT. HALL - DAY\n\nMara waits.\n' },
      settings: { aspect: '21:9', heightPx: 144, fpsNum: 24, fpsDen: 1, style: null },
    });
    const choice = {
      provider: 'fal',
      stillModel: model,
      clipModel: null,
      slate: false,
      upTo: 'still' as const,
    };
    const { shots, stills } = await client.jobs.estimate({ projectId: project.id, choice, perShot: true });
    expect(stills).toBe(0);
    for (const { problem } of shots)
      expect(problem).toMatch(
        /Paint 9 makes no pictures in the shape .*Nothing was sent.*16:9.*Choose another model/,
      );
    await studio.cleanup();
  });

  test('a reference picture whose file is gone or is none any more', async () => {
    for (const spoil of ['gone', 'not a picture']) {
      const scene = await openScene();
      const { client, studio, projectId } = scene;
      const path = join(studio.home, 'mara.png');
      writeFileSync(path, fakePicture(stillRequest()));
      const [asset] = await client.assets.import({ paths: [path] });
      const { store } = studio.studio.parts;
      const shot = store.row('shot', scene.bad);
      const member = store.rows('cast', projectId).find(({ name }) => shot?.characters.includes(name));
      if (asset === undefined || member === undefined)
        throw new Error('somebody with a picture is in the shot');
      await client.cast.edit({ projectId, castId: member.id, fields: { referenceAssetIds: [asset.id] } });
      // The other shot is nobody's.
      await client.shots.edit({ projectId, shotId: scene.good, fields: { characters: [] } });
      const file = studio.studio.parts.library.assetPath(asset.id);
      if (file.ok && spoil === 'gone') rmSync(file.value.path);
      else if (file.ok) writeFileSync(file.value.path, 'no picture');
      const end = await generate(scene);
      expect(end, spoil).toMatchObject({ good: { state: 'done' }, cost: image });
      expect(end.bad, spoil).toMatchObject({ state: 'failed', costUsdMicros: 0 });
      expect(end.bad?.faultMessage, spoil).toMatch(/picture|file/i);
      await studio.cleanup();
    }
  });
});

describe('what a provider refuses is said on its shot, with what to do, and costs what it costs', () => {
  test.each<[SimFaultName, string, RegExp, number | null]>([
    ['refuse-422', 'provider.request-refused', /Fal refused the request: .*Change the shot or the model/, 0],
    ['refuse-401', 'provider.key-refused', /Fal refused the key .*Nothing was charged\. Check it/, 0],
    ['no-balance', 'provider.no-balance', /no balance left.*Nothing was charged\. Top it up/, 0],
    ['not-found', 'provider.model-gone', /does not know the model any more.*Choose another model/, 0],
    // Nobody said whether it is charged: the provider's billing tells later.
    ['content-policy', 'provider.content-refused', /refused the content of the shot.*Change the shot/, null],
    ['charged-but-failed', 'provider.request-refused', /Failed to download the file/, image],
  ])('%s', async (fault, code, words, costUsdMicros) => {
    const scene = await openScene();
    await say(scene, { action: `A ${mark}` });
    sim.setFaults([{ fault, match: mark, times: null }]);
    const end = await generate(scene);
    expect(end.bad).toMatchObject({ state: 'failed', faultCode: code, costUsdMicros });
    expect(end.bad?.faultMessage).toMatch(words);
    expect(end.good).toMatchObject({ state: 'done' });
    expect(end.run).toMatchObject({ state: 'failed' });
    expect(end.cost).toBe(image + (costUsdMicros ?? image));
    await scene.studio.cleanup();
  });

  test('a model that is not there, or was withdrawn, is said with what to do', async () => {
    const scene = await openScene();
    const choice = choiceOf(scene, { stillModel: 'acme/nobody' });
    const { shots } = await scene.client.jobs.estimate({
      ...{ projectId: scene.projectId, choice, perShot: true },
    });
    for (const { problem } of shots) {
      expect(problem).toMatch(
        /no model "acme\/nobody", or has withdrawn it\. Nothing was sent\. Choose another/,
      );
    }
    await scene.studio.cleanup();
  });
});
