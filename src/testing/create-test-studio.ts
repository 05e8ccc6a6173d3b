import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createFileKeys } from '../adapters/file-keys/create-file-keys.ts';
import { finalDraftReader } from '../adapters/final-draft/final-draft-reader.ts';
import { markdownReader } from '../adapters/markdown/markdown-reader.ts';
import { createNodeWorkerHost } from '../adapters/worker-processes/create-node-worker-host.ts';
import type { ProjectSettings } from '../contract/projects.ts';
import type { AccountPorts } from '../core/account/account.ts';
import type { Generator } from '../core/ports/generator.ts';
import type { KeyStore } from '../core/ports/key-store.ts';
import type { MediaStore } from '../core/ports/media-store.ts';
import type { SyncService } from '../core/ports/sync-service.ts';
import type { WorkerHost } from '../core/ports/worker-host.ts';
import { openStore } from '../core/store/open-store.ts';
import { createStudio, type Studio } from '../core/studio.ts';
import type { StudioPorts } from '../core/studio-parts.ts';
import type { PictureRequest } from '../domain/jobs/generation-request.ts';
import type { ProjectId } from '../domain/kernel/ids.ts';
import { unwrap } from '../domain/kernel/result.ts';
import { createFakeGenerator } from './fakes/fake-generator.ts';
import { fakePicture } from './fakes/fake-picture.ts';
import { createFakeProvider, type FakeBehaviour, type FakeProvider } from './fakes/fake-provider.ts';
import { createManualClock, type ManualClock } from './manual-clock.ts';
import { createSeededIds } from './seeded-ids.ts';

export interface TestStudioOptions {
  /** Another seed gives other ids. */
  readonly seed?: number;
  /** A folder that is there already, such as that of a studio before; it is not removed. */
  readonly home?: string;
  /** The real ones without it: no process starts before one is needed. */
  readonly workers?: WorkerHost;
  /** What the free fake provider does with a request; everything goes well without it. */
  readonly behave?: (request: PictureRequest) => FakeBehaviour;
  /** The far side of a studio before, which knows its requests; `behave` is its own then. */
  readonly far?: FakeProvider;
  /** Results are pictures that the library takes, and there is a second provider, `paid`, at a cent a request. */
  readonly pictures?: boolean;
  /** In memory without it. */
  readonly keys?: KeyStore;
  /** No service that knows of the account without it. */
  readonly openServiceAccount?: StudioPorts['openServiceAccount'];
  /** No links without it. */
  readonly openFilmSharing?: StudioPorts['openFilmSharing'];
  /** Nothing to sign in to without it. */
  readonly accountPorts?: AccountPorts;
  /** Projects stay here without it. */
  readonly syncService?: SyncService;
  /** Files of mirrored projects go nowhere without it. */
  readonly mediaStore?: MediaStore;
  /** A command without it: nothing that was broken off is taken up. */
  readonly host?: 'server' | 'cli';
  /** Providers beside those that the other options bring. */
  readonly generators?: readonly Generator[];
}

/** The whole studio as a host would open it, but for the clock, the ids and the provider. */
export interface TestStudio {
  readonly studio: Studio;
  /** The contract, in memory. */
  readonly client: Studio['client'];
  readonly home: string;
  readonly clock: ManualClock;
  /** The far side of the provider `fake`, which is free. */
  readonly far: FakeProvider;
  /** Imports a story of the fixtures, breaks it down and assembles it, without generating anything. */
  openStory(name?: string): Promise<ProjectId>;
  /** Closes the studio and removes its folder. Also runs at the end of an `await using` block. */
  cleanup(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}

const testSettings: ProjectSettings = {
  aspect: '16:9',
  heightPx: 144,
  fpsNum: 24,
  fpsDen: 1,
  style: null,
};

/** The real core on a real database in a temporary folder, with a clock turned by hand and the same ids in every run. */
export function createTestStudio(options: TestStudioOptions = {}): TestStudio {
  const home = options.home ?? mkdtempSync(join(tmpdir(), 'reelwright-studio-'));
  const clock = createManualClock();
  const ids = createSeededIds(options.seed ?? 1);
  const far = options.far ?? createFakeProvider(options.behave);
  const studio = createStudio({
    store: unwrap(openStore({ home, clock, ids, holder: { what: 'a test', pid: process.pid } })),
    clock,
    ids,
    random: () => 0.5,
    workers: options.workers ?? createNodeWorkerHost(),
    generators: [
      ...(options.generators ?? []),
      ...(options.pictures
        ? [
            createFakeGenerator(far, { free: true, resultOf: fakePicture }),
            createFakeGenerator(far, { provider: 'paid', resultOf: fakePicture }),
          ]
        : [createFakeGenerator(far, { free: true })]),
    ],
    readers: [finalDraftReader, markdownReader],
    styles: ['plain'],
    sampleStoryPath: fileURLToPath(
      new URL('../../resources/sample/the-night-ferry.fountain', import.meta.url),
    ),
    keys: options.keys ?? createFileKeys(null),
    accountPorts: options.accountPorts ?? null,
    openServiceAccount: options.openServiceAccount ?? null,
    openFilmSharing: options.openFilmSharing ?? null,
    openSyncService: options.syncService === undefined ? null : () => options.syncService as SyncService,
    openMediaStore: options.mediaStore === undefined ? null : () => options.mediaStore as MediaStore,
    host: { kind: options.host ?? 'cli', version: '0.0.0-test', exportsFolder: join(home, 'exports') },
  });
  const { client } = studio;
  const cleanup = async (): Promise<void> => {
    await studio.close();
    if (options.home === undefined) rmSync(home, { recursive: true, force: true });
  };
  return {
    studio,
    client,
    home,
    clock,
    far,
    async openStory(name = 'the-last-signal.fountain') {
      const path = fileURLToPath(new URL(`./fixtures/stories/${name}`, import.meta.url));
      const { project } = await client.projects.openStory({ path, settings: testSettings, fresh: true });
      await client.scenes.breakDown({ projectId: project.id });
      await client.timeline.assemble({ projectId: project.id });
      return project.id;
    },
    cleanup,
    [Symbol.asyncDispose]: cleanup,
  };
}
