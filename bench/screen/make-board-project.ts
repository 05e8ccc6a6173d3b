import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createCanvas } from '@napi-rs/canvas';
import { createFileKeys } from '../../src/adapters/file-keys/create-file-keys.ts';
import { createSystemClock } from '../../src/adapters/system/system-clock.ts';
import { createUuidV7Ids } from '../../src/adapters/system/uuid-v7-ids.ts';
import { createNodeWorkerHost } from '../../src/adapters/worker-processes/create-node-worker-host.ts';
import { openStore } from '../../src/core/store/open-store.ts';
import { createStudio } from '../../src/core/studio.ts';
import type { Take } from '../../src/domain/assets/take.ts';
import { animaticModels, buildRequests } from '../../src/domain/jobs/build-requests.ts';
import { jobIdOf, requestDigest, takeIdOf } from '../../src/domain/jobs/request-digest.ts';
import type { AssetId, ProjectId } from '../../src/domain/kernel/ids.ts';
import { addChange, patchOf, updateChange } from '../../src/domain/kernel/patch.ts';
import { unwrap } from '../../src/domain/kernel/result.ts';
import type { Shot } from '../../src/domain/shots/shot.ts';
import { buildLongScreenplay } from '../../src/testing/builders/long-screenplay.ts';

const settings = { aspect: '16:9', heightPx: 720, fpsNum: 24, fpsDen: 1, style: null } as const;
/** Different pictures; shots take turns with them. */
const pictures = 60;

/**
 * Makes a project of exactly `shots` shots, each with an up-to-date still whose file is in the library, straight into
 * the data folder: what a board of a feature film holds. Answers with its id.
 */
export async function makeBoardProject(home: string, shots: number): Promise<ProjectId> {
  const clock = createSystemClock();
  const ids = createUuidV7Ids(clock);
  const folder = join(home, 'made');
  await mkdir(folder, { recursive: true });
  const store = unwrap(openStore({ home, clock, ids, holder: { what: 'bench', pid: process.pid } }));
  const studio = createStudio({
    store,
    clock,
    ids,
    random: Math.random,
    workers: createNodeWorkerHost(),
    generators: [],
    readers: [],
    styles: ['cinema'],
    sampleStoryPath: null,
    keys: createFileKeys(null),
    host: { kind: 'cli', version: 'bench', exportsFolder: folder },
  });
  try {
    const path = join(folder, 'long.fountain');
    await writeFile(path, buildLongScreenplay(Math.ceil(shots / 8)));
    const { project } = await studio.client.projects.openStory({ path, settings, fresh: true });
    await studio.client.scenes.breakDown({ projectId: project.id });
    const rows = store.rows('shot', project.id);
    if (rows.length < shots) throw new Error(`The screenplay has only ${rows.length} shots.`);
    const assets = await studio.client.assets.import({ paths: await drawPictures(folder) });
    const surplus = rows.slice(shots);
    unwrap(
      store.commit(patchOf(surplus.map((row) => ({ kind: 'remove', entity: 'shot', row: row as never }))), {
        projectId: project.id,
        label: 'Bench',
        undoable: false,
      }),
    );
    giveStills(
      store,
      project.id,
      assets.map(({ id }) => id),
    );
    return project.id;
  } finally {
    await studio.close();
  }
}

function giveStills(
  store: ReturnType<typeof openStore> extends { value: infer S } | { ok: false } ? S : never,
  projectId: ProjectId,
  assetIds: readonly AssetId[],
): void {
  const project = store.row('project', projectId);
  if (project === null) throw new Error('The project is gone.');
  const source = {
    project,
    scenes: store.rows('scene', projectId),
    shots: store.rows('shot', projectId),
    cast: store.rows('cast', projectId),
  };
  const changes = buildRequests(source, animaticModels).flatMap(({ shot, still }, i) => {
    const digest = requestDigest(still);
    const jobId = jobIdOf(shot.id, digest, 0);
    const assetId = assetIds[i % assetIds.length];
    if (assetId === undefined) throw new Error('There is no picture.');
    const take: Take = {
      id: takeIdOf(jobId),
      projectId,
      shotId: shot.id,
      kind: 'still',
      assetId,
      jobId,
      requestDigest: digest,
      provider: still.provider,
      model: still.model,
      seed: still.seed,
      costUsdMicros: 0,
      createdAtMs: 1,
    };
    return [addChange('take', take), updateChange<Shot>('shot', shot, { chosenStillId: take.id })];
  });
  unwrap(store.commit(patchOf(changes), { projectId, label: 'Bench', undoable: false }));
}

async function drawPictures(folder: string): Promise<string[]> {
  const paths: string[] = [];
  for (let i = 0; i < pictures; i++) {
    const canvas = createCanvas(1280, 720);
    const context = canvas.getContext('2d');
    const sky = context.createLinearGradient(0, 0, 1280, 720);
    sky.addColorStop(0, `hsl(${(i * 47) % 360} 40% 30%)`);
    sky.addColorStop(1, `hsl(${(i * 83) % 360} 50% 12%)`);
    context.fillStyle = sky;
    context.fillRect(0, 0, 1280, 720);
    for (let n = 0; n < 40; n++) {
      context.fillStyle = `hsl(${(i * 13 + n * 9) % 360} 45% ${20 + (n % 5) * 9}%)`;
      context.beginPath();
      context.arc((n * 197 + i * 31) % 1280, (n * 113 + i * 17) % 720, 20 + ((n * 7) % 60), 0, Math.PI * 2);
      context.fill();
    }
    const path = join(folder, `picture-${i}.png`);
    await writeFile(path, await canvas.encode('png'));
    paths.push(path);
  }
  return paths;
}
