import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { lookNames } from '../adapters/animatic/looks/look.ts';
import { finalDraftReader } from '../adapters/final-draft/final-draft-reader.ts';
import { markdownReader } from '../adapters/markdown/markdown-reader.ts';
import { createOwnDatabase } from '../adapters/neon/create-own-database.ts';
import { createSystemClock } from '../adapters/system/system-clock.ts';
import { createUuidV7Ids } from '../adapters/system/uuid-v7-ids.ts';
import { createNodeWorkerHost } from '../adapters/worker-processes/create-node-worker-host.ts';
import type { KeyStore } from '../core/ports/key-store.ts';
import type { WorkerHost } from '../core/ports/worker-host.ts';
import { defaultExportsFolder, defaultHome } from '../core/store/default-home.ts';
import { openStore } from '../core/store/open-store.ts';
import { createStudio, type Studio } from '../core/studio.ts';
import type { HostFacts } from '../core/studio-parts.ts';
import { ok, type Result } from '../domain/kernel/result.ts';
import { accountPorts } from './account-ports.ts';
import { createGenerators } from './create-generators.ts';
import { openSyncService } from './open-sync-service.ts';
import { productVersion } from './product-version.ts';
import { studioKeys } from './studio-keys.ts';

export interface OpenStudioOptions {
  /** Data folder; null for the usual one. */
  readonly home: string | null;
  /** What the folder's lock says we are. */
  readonly what: string;
  /** Beside whoever writes; nothing is made or changed. */
  readonly readOnly: boolean;
  /** The paid provider that is about to be used; null when none is. */
  readonly provider: string | null;
  readonly env: NodeJS.ProcessEnv;
  /** Where worker processes come from; those of a plain Node host where the caller has none of its own. */
  readonly workers?: WorkerHost;
  /** Where films go when no path is named; null for the usual place. */
  readonly exportsFolder?: string | null;
  readonly kind?: HostFacts['kind'];
  /** Where keys are set; in memory, or with consent in a file of the data folder, where the host has nothing better. */
  readonly keys?: KeyStore;
  /** Whether the host hands over links of `reelwright://` that the system brings. */
  readonly takesLinks?: boolean;
}

/** Beside this module's folder both in the source (run as it is) and in the bundle. */
const workerEntries = {
  entryFolder: new URL('../workers/', import.meta.url),
  entryExtension: import.meta.url.endsWith('.ts') ? 'ts' : 'js',
  // Pictures live outside V8's heap; without this its young generation grows to 100 MB and more in each process.
  nodeOptions: ['--max-semi-space-size=4'],
} as const;

/** Two folders up from this module, both in the source and in the bundle. */
const sampleStoryPath = fileURLToPath(
  new URL('../../resources/sample/the-night-ferry.fountain', import.meta.url),
);

/** The studio on this computer's files, clock and worker processes. */
export function openStudio(options: OpenStudioOptions): Result<Studio> {
  const { home, what, readOnly, provider, env, workers = createNodeWorkerHost(workerEntries) } = options;
  const kind = options.kind ?? 'cli';
  const exportsFolder = resolve(options.exportsFolder ?? defaultExportsFolder(home));
  const clock = createSystemClock();
  const ids = createUuidV7Ids(clock);
  const folder = resolve(home ?? defaultHome());
  const keys = studioKeys(home, env, options.keys);
  const generators = createGenerators({ workers, folder, keys, clock, env, provider });
  if (!generators.ok) return generators;
  const store = openStore({ home: folder, clock, ids, readOnly, holder: { what, pid: process.pid } });
  if (!store.ok) return store;
  return ok(
    createStudio({
      store: store.value,
      clock,
      ids,
      random: Math.random,
      workers,
      generators: generators.value,
      readers: [finalDraftReader, markdownReader],
      styles: lookNames,
      sampleStoryPath,
      keys,
      accountPorts: accountPorts(env, clock, options.takesLinks === true),
      ...openSyncService(env, clock),
      openOwnDatabase: (url) => createOwnDatabase({ url, clock }),
      host: { kind, version: productVersion, exportsFolder },
    }),
  );
}
