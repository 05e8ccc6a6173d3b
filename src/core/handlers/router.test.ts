import { isContractProcedure } from '@orpc/contract';
import { expect, test } from 'vitest';
import { contract } from '../../contract/contract.ts';
import { createTestStudio } from '../../testing/create-test-studio.ts';
import { failureOf } from '../../testing/edit-cases.ts';
import { router } from './router.ts';

const rowNames = Object.entries(contract).flatMap(([noun, rows]) =>
  Object.keys(rows).map((verb) => `${noun}.${verb}`),
);

test('every row of the contract has its handler', () => {
  for (const [noun, rows] of Object.entries(contract)) {
    expect(Object.keys(router[noun as keyof typeof router]).sort()).toEqual(Object.keys(rows).sort());
    for (const row of Object.values(rows)) expect(isContractProcedure(row)).toBe(true);
  }
  expect(rowNames.length).toBeGreaterThan(60);
});

test('every row that only reads answers for a project, and refuses one that is not there', async () => {
  await using studio = createTestStudio();
  const { client } = studio;
  const projectId = await studio.openStory();
  const choice = { provider: 'fake', stillModel: null, clipModel: null, slate: true };
  const reads = (id: string): Record<string, () => Promise<unknown>> => ({
    'projects.get': () => client.projects.get({ projectId: id }),
    'projects.find': () => client.projects.find({ name: id }),
    'projects.undoLabels': () => client.projects.undoLabels({ projectId: id }),
    'text.list': () => client.text.list({ projectId: id }),
    'scenes.list': () => client.scenes.list({ projectId: id }),
    'shots.list': () => client.shots.list({ projectId: id }),
    'shots.print': () => client.shots.print({ projectId: id }),
    'jobs.list': () => client.jobs.list({ projectId: id }),
    'jobs.estimate': () => client.jobs.estimate({ projectId: id, choice }),
    'assets.takes': () => client.assets.takes({ projectId: id, shotId: null }),
    'timeline.get': () => client.timeline.get({ projectId: id }),
    'exports.list': () => client.exports.list({ projectId: id }),
  });
  for (const [name, read] of Object.entries(reads(projectId))) {
    expect(rowNames).toContain(name);
    expect(await read(), name).toBeDefined();
  }
  for (const [name, read] of Object.entries(reads('nobody'))) {
    expect(await failureOf(read()), name).toMatchObject({
      code: 'FAULT',
      data: { code: 'project.not-found' },
    });
  }
  expect(await client.projects.list()).toMatchObject([{ project: { id: projectId } }]);
  expect(await client.studio.notices()).toEqual([]);
  const findings = await client.studio.doctor();
  expect(findings.filter(({ level }) => level === 'ok').length).toBeGreaterThan(0);
});

test('undo and redo say what they would take next, also after a restart of the studio', async () => {
  await using first = createTestStudio();
  const projectId = await first.openStory();
  const scene = (await first.client.scenes.list({ projectId }))[0]?.id ?? '';
  expect(await failureOf(first.client.projects.redo({ projectId }))).toMatchObject({
    data: { code: 'store.nothing-to-redo' },
  });
  await first.client.scenes.edit({ projectId, sceneId: scene, fields: { mood: 'uneasy' } });
  const tracks = (await first.client.timeline.get({ projectId })).tracks;
  const trackId = tracks[0]?.id ?? '';
  await first.client.timeline.setTrack({ projectId, trackId, muted: true, hidden: false });
  await first.client.projects.undo({ projectId });
  const labels = { undo: 'Edit scene', redo: 'Mute track' };
  expect(await first.client.projects.undoLabels({ projectId })).toEqual(labels);
  await first.studio.close();

  const second = createTestStudio({ home: first.home, seed: 2 });
  expect(await second.client.projects.undoLabels({ projectId })).toEqual(labels);
  await second.client.projects.redo({ projectId });
  const after = await second.client.timeline.get({ projectId });
  expect(after.tracks.find(({ id }) => id === trackId)).toMatchObject({ muted: true });
  await second.cleanup();
});
