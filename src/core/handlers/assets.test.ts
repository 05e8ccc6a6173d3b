import { createReadStream } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { faultOfCall } from '../../contract/fault-of-call.ts';
import type { AssetId, ProjectId, ShotId } from '../../domain/kernel/ids.ts';
import { addChange, patchOf } from '../../domain/kernel/patch.ts';
import { unwrap } from '../../domain/kernel/result.ts';
import { sampleRow } from '../../testing/builders/any-row.ts';
import { createTestStudio, type TestStudio } from '../../testing/create-test-studio.ts';
import { expectTimelineInStep, projectRows } from '../../testing/project-rows.ts';

let studio: TestStudio;
let projectId: ProjectId;
let shotId: ShotId;
beforeAll(async () => {
  studio = createTestStudio();
  projectId = await studio.openStory();
  const [shot] = await studio.client.shots.list({ projectId });
  if (shot === undefined) throw new Error('a film has shots');
  shotId = shot.id;
});
afterAll(() => studio.cleanup());

const code = (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => 'no fault',
    (error: unknown) => faultOfCall(error).code,
  );

/** A row of the library, as an import leaves it; its bytes do not matter here. */
function file(kind: 'image' | 'video' | 'audio', digit: string): AssetId {
  const id = digit.repeat(64) as AssetId;
  const facts = {
    container: 'mov',
    durationFlicks: kind === 'image' ? 0 : 705_600_000,
    video: null,
    audio: null,
  };
  const asset = sampleRow('asset', { id, kind, facts, origin: 'imported', name: `own.${kind}` });
  const free = { projectId: null, label: 'Import media', undoable: false };
  unwrap(studio.studio.parts.store.commit(patchOf([addChange('asset', asset)]), free));
  return id;
}

const shotNow = () => studio.studio.parts.store.row('shot', shotId);
const mediaOfShot = async (): Promise<unknown[]> => {
  const { items } = await studio.client.timeline.get({ projectId });
  return items.flatMap((item) => (item.kind === 'clip' && item.shotId === shotId ? [item.assetId] : []));
};

describe('a file of one’s own', () => {
  test('becomes the still or the clip of a shot, its clips follow, and one undo takes it back', async () => {
    const { client } = studio;
    const before = shotNow();
    const [image, video] = [file('image', 'a'), file('video', 'b')];
    await client.assets.useAsTake({ projectId, shotId, assetId: image });
    expect(shotNow()?.chosenStillId).not.toBeNull();
    expect(await mediaOfShot()).toEqual([image]);
    const choice = { provider: 'fake', stillModel: null, clipModel: null, slate: false, shotIds: [shotId] };
    expect(
      await client.jobs.estimate({ projectId, choice }),
      'nothing is drawn over a picture of one’s own',
    ).toMatchObject({ stills: 0, clips: 0 });
    await client.assets.useAsTake({ projectId, shotId, assetId: video });
    expect(await mediaOfShot()).toEqual([video]);
    expectTimelineInStep(studio.studio, projectId);
    const takes = await client.assets.takes({ projectId, shotId });
    expect(takes.map(({ kind, jobId, costUsdMicros }) => [kind, jobId, costUsdMicros])).toEqual([
      ['still', null, 0],
      ['clip', null, 0],
    ]);
    const { stills, clips } = await client.jobs.estimate({
      projectId,
      choice: { provider: 'fake', stillModel: null, clipModel: null, slate: false, shotIds: [shotId] },
    });
    expect([stills, clips], 'nothing is drawn over a clip of one’s own').toEqual([0, 0]);
    await client.assets.useAsTake({ projectId, shotId, assetId: image });
    expect(await mediaOfShot(), 'a still takes the place of a clip').toEqual([image]);
    expect(await client.assets.takes({ projectId, shotId }), 'the same file is one take').toHaveLength(2);
    for (let i = 0; i < 3; i++) await client.projects.undo({ projectId });
    expect(shotNow()).toEqual(before);
    expect(await client.assets.takes({ projectId, shotId })).toEqual([]);
  });

  test('that is a recording becomes the line of a shot, laid under it', async () => {
    const { client } = studio;
    const before = projectRows(studio.studio, projectId);
    const sound = file('audio', 'c');
    await client.assets.useAsTake({ projectId, shotId, assetId: sound });
    const { items, tracks } = await client.timeline.get({ projectId });
    const line = items.find((item) => item.kind === 'clip' && item.soundOf?.what === 'speech');
    expect(line).toMatchObject({ assetId: sound, soundOf: { shotId } });
    expect(tracks.find(({ id }) => id === line?.trackId)?.role).toBe('dialogue');
    expect(await client.timeline.assemble({ projectId })).toMatchObject({ changes: 0 });
    expectTimelineInStep(studio.studio, projectId);
    await client.projects.undo({ projectId });
    expect(projectRows(studio.studio, projectId)).toEqual(before);
  });

  test('that is a text, is gone, or meant for a shot that is gone, is refused', async () => {
    const { client } = studio;
    const sound = 'c'.repeat(64) as AssetId;
    const { sourceAssetId } = (await client.projects.get({ projectId })).project;
    expect(
      await code(client.assets.useAsTake({ projectId, shotId, assetId: sourceAssetId as AssetId })),
    ).toBe('take.not-a-medium');
    expect(
      await code(client.assets.useAsTake({ projectId, shotId, assetId: 'd'.repeat(64) as AssetId })),
    ).toBe('library.not-found');
    expect(await code(client.assets.useAsTake({ projectId, shotId: 'gone' as ShotId, assetId: sound }))).toBe(
      'shot.not-found',
    );
    expect((await client.assets.imported()).map(({ name }) => name)).toEqual([
      'own.audio',
      'own.video',
      'own.image',
    ]);
  });
});

test('takes that no shot shows are deleted, together or not at all; undo brings them back', async () => {
  const { client } = studio;
  const [first, second] = [file('image', 'e'), file('image', 'f')];
  await client.assets.useAsTake({ projectId, shotId, assetId: first });
  await client.assets.useAsTake({ projectId, shotId, assetId: second });
  const [unused, chosen] = await client.assets.takes({ projectId, shotId });
  if (unused === undefined || chosen === undefined) throw new Error('two takes were made');
  const both = [unused.id, chosen.id];
  expect(await code(client.assets.deleteTakes({ projectId, takeIds: both }))).toBe('take.chosen');
  expect(await client.assets.takes({ projectId, shotId })).toHaveLength(2);
  expect(await client.assets.deleteTakes({ projectId, takeIds: [unused.id] })).toMatchObject({
    label: 'Delete take',
    changes: 1,
  });
  expect(await client.assets.takes({ projectId, shotId })).toEqual([chosen]);
  await client.projects.undo({ projectId });
  expect(await client.assets.takes({ projectId, shotId })).toEqual([unused, chosen]);
});

test('an upload that is no medium is refused by the name that the person knows', async () => {
  const { client } = studio;
  const { uploadId } = unwrap(
    await studio.studio.parts.uploads.put(createReadStream(import.meta.filename), 'Holiday.mp4'),
  );
  const call = client.assets.importUploads({ uploadIds: [uploadId] });
  await expect(call).rejects.toThrow('Holiday.mp4');
  await expect(call).rejects.not.toThrow('upload-');
  expect(await code(client.assets.importUploads({ uploadIds: ['unknown'] }))).toBe('upload.not-found');
});
