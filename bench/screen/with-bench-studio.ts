import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createFileKeys } from '../../src/adapters/file-keys/create-file-keys.ts';
import { createSystemClock } from '../../src/adapters/system/system-clock.ts';
import { createUuidV7Ids } from '../../src/adapters/system/uuid-v7-ids.ts';
import { createNodeWorkerHost } from '../../src/adapters/worker-processes/create-node-worker-host.ts';
import type { StudioClient } from '../../src/contract/contract.ts';
import { openStore } from '../../src/core/store/open-store.ts';
import type { Store } from '../../src/core/store/store.ts';
import { createStudio } from '../../src/core/studio.ts';
import { unwrap } from '../../src/domain/kernel/result.ts';

/** A frame of 1280 × 720 at 24 a second, for projects that benches make. */
export const benchSettings = { aspect: '16:9', heightPx: 720, fpsNum: 24, fpsDen: 1, style: null } as const;

export interface BenchStudio {
  readonly store: Store;
  readonly client: StudioClient;
  /** For files that are made on the way. */
  readonly folder: string;
}

/** Opens a data folder without any host, to lay rows into it that no bench could wait for; closes it afterwards. */
export async function withBenchStudio<T>(
  home: string,
  work: (studio: BenchStudio) => Promise<T>,
): Promise<T> {
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
    return await work({ store, client: studio.client, folder });
  } finally {
    await studio.close();
  }
}
