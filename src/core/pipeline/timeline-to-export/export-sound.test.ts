import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Asset } from '../../../domain/assets/asset.ts';
import { addChange, patchOf } from '../../../domain/kernel/patch.ts';
import { unwrap } from '../../../domain/kernel/result.ts';
import { makeScene, makeShot, makeTake, sceneId, takeId } from '../../../testing/builders/story-rows.ts';
import { frames, testProjectId } from '../../../testing/builders/timeline-rows.ts';
import { createExportBench, type ExportBench } from '../../../testing/media/create-export-bench.ts';
import { decibels, levelAt } from '../../../testing/media/level-at.ts';
import { samplesOf } from '../../../testing/media/read-pixels.ts';
import { waveFile } from '../../../testing/media/wave-file.ts';
import { assembleStory } from '../assets-to-timeline/assemble-story.ts';

const [scratchHz, voiceHz, musicHz] = [3_000, 1_000, 250] as const;

let bench: ExportBench;
beforeEach(() => {
  bench = createExportBench({ title: '', stillsFirst: false });
});
afterEach(() => bench.dispose());

async function addTone(name: string, seconds: number, hz: number): Promise<Asset> {
  const path = join(bench.folder, `${name}.wav`);
  writeFileSync(path, waveFile(seconds, hz));
  const [asset] = unwrap(await bench.library.importMedia([path]));
  if (asset === undefined) throw new Error('nothing was imported');
  return asset;
}

/** Two shots of four seconds; the second one says a line of three, and music of five seconds lies under both. */
async function makeStory(): Promise<void> {
  const film = await bench.addFilm('drawn', { frames: 96, toneHz: scratchHz });
  const voice = await addTone('voice', 3, voiceHz);
  const music = await addTone('music', 5, musicHz);
  const shot = { durationFlicks: frames(96), chosenClipId: takeId('drawn') };
  const rows = [
    addChange('scene', makeScene('one', 'a0', { chosenMusicId: takeId('music') })),
    addChange('shot', makeShot('a', 'a0', shot)),
    addChange('shot', makeShot('b', 'a1', { ...shot, chosenSpeechId: takeId('voice') })),
    addChange('take', { ...makeTake('drawn', 'a', 1), assetId: film.id }),
    addChange('take', { ...makeTake('voice', 'b', 1, { kind: 'speech' }), assetId: voice.id }),
    addChange('take', {
      ...makeTake('music', 'none', 1, { kind: 'music', shotId: null, sceneId: sceneId('one') }),
      assetId: music.id,
    }),
  ];
  const { store } = bench.studio;
  unwrap(store.commit(patchOf(rows), { projectId: testProjectId, label: 'Story', undoable: false }));
  unwrap(assembleStory(store, testProjectId));
}

/** The levels of the three sounds in a film, from one second of it to another. */
async function levels(path: string, from: number, to: number) {
  const samples = await samplesOf(path, Math.round(from * 48_000), Math.round((to - from) * 48_000));
  return {
    scratch: levelAt(samples, scratchHz),
    voice: levelAt(samples, voiceHz),
    music: levelAt(samples, musicHz),
  };
}

test('a film sounds as its timeline says: the line in its place, music down under it and through to the end, scratch sound silent', async () => {
  await makeStory();
  const path = join(bench.folder, 'film.mp4');
  unwrap(
    await bench.exporter.exportFilm({ projectId: testProjectId, path, preset: 'standard', captions: 'none' }),
  );
  // The shots stand from 0 and 4 seconds, the line from 4.3 to 7.3; the music’s passes cross from 3.75 to 5, and its fade is from 6 to 8.
  const before = await levels(path, 1.5, 3.5);
  const during = await levels(path, 5.1, 5.9);
  const tone = 12_000 / 32_768;
  expect(decibels(before.music / tone)).toBeCloseTo(-6, 0);
  expect(decibels(during.music / before.music)).toBeCloseTo(-12, 0);
  // A tone of −9 LUFS is brought towards −23, by as much as a line is moved at all.
  expect(decibels(during.voice / tone)).toBeCloseTo(-12, 0);
  expect(before.voice).toBeLessThan(0.003);
  for (const { scratch } of [before, during]) expect(scratch).toBeLessThan(0.003);
  // Five seconds of music are heard until the end of the scene, where they fade.
  const late = await levels(path, 7.5, 7.7);
  expect(late.music).toBeGreaterThan(0.001);

  // Without music and line, what they stood in for is heard again.
  const { store } = bench.studio;
  const [scene, shot] = [store.row('scene', sceneId('one')), store.rows('shot', testProjectId)[1]];
  if (scene === null || shot === undefined) throw new Error('the story is there');
  const taken = patchOf([
    {
      kind: 'update',
      entity: 'scene',
      id: scene.id,
      fields: { chosenMusicId: { from: takeId('music'), to: null } },
    },
    {
      kind: 'update',
      entity: 'shot',
      id: shot.id,
      fields: { chosenSpeechId: { from: takeId('voice'), to: null } },
    },
  ]);
  unwrap(store.commit(taken, { projectId: testProjectId, label: 'None', undoable: false }));
  unwrap(assembleStory(store, testProjectId));
  const again = join(bench.folder, 'again.mp4');
  unwrap(
    await bench.exporter.exportFilm({
      projectId: testProjectId,
      path: again,
      preset: 'standard',
      captions: 'none',
    }),
  );
  const scratch = await levels(again, 4.8, 6.8);
  expect(scratch.scratch).toBeGreaterThan(0.4);
  expect(scratch.music).toBeLessThan(0.003);
});
