import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createFileKeys } from '../src/adapters/file-keys/create-file-keys.ts';
import { createSystemClock } from '../src/adapters/system/system-clock.ts';
import { createUuidV7Ids } from '../src/adapters/system/uuid-v7-ids.ts';
import { createNodeWorkerHost } from '../src/adapters/worker-processes/create-node-worker-host.ts';
import { openStore } from '../src/core/store/open-store.ts';
import { createStudio } from '../src/core/studio.ts';
import { unwrap } from '../src/domain/kernel/result.ts';
import { buildLongScreenplay } from '../src/testing/builders/long-screenplay.ts';
import { median, type Row, row } from './row.ts';

const runs = 7;
const settings = { aspect: '16:9', heightPx: 720, fpsNum: 24, fpsDen: 1, style: null } as const;

/** A screenplay of 120 pages from the file on disk to committed scenes and shots, through the contract. */
export async function run(): Promise<Row[]> {
  const folder = await mkdtemp(join(tmpdir(), 'reelwright-bench-import-'));
  const path = join(folder, 'long.fountain');
  await writeFile(path, buildLongScreenplay(120));
  const clock = createSystemClock();
  const ids = createUuidV7Ids(clock);
  const workers = createNodeWorkerHost();
  const store = unwrap(
    openStore({ home: join(folder, 'home'), clock, ids, holder: { what: 'bench', pid: process.pid } }),
  );
  const studio = createStudio({
    store,
    clock,
    ids,
    random: Math.random,
    workers,
    generators: [],
    readers: [],
    styles: ['cinema'],
    sampleStoryPath: null,
    keys: createFileKeys(null),
    host: { kind: 'cli', version: 'bench', exportsFolder: folder },
  });
  const seconds: number[] = [];
  try {
    // The first run warms the code up and is not counted.
    for (let i = 0; i <= runs; i++) {
      const started = performance.now();
      const { project } = await studio.client.projects.openStory({ path, settings, fresh: true });
      await studio.client.scenes.breakDown({ projectId: project.id });
      if (i > 0) seconds.push((performance.now() - started) / 1000);
    }
  } finally {
    await studio.close();
    await rm(folder, { recursive: true, force: true });
  }
  return [
    row({ name: 'import 120 pages', value: median(seconds), unit: 's', goal: 1, better: 'lower', runs }),
  ];
}
