import { createFileKeys } from '../adapters/file-keys/create-file-keys.ts';
import { createLanguageGenerator } from '../adapters/language-models/create-language-generator.ts';
import { createSystemClock } from '../adapters/system/system-clock.ts';
import { createUuidV7Ids } from '../adapters/system/uuid-v7-ids.ts';
import { createNodeWorkerHost } from '../adapters/worker-processes/create-node-worker-host.ts';
import type { ReadingState } from '../contract/scenes.ts';
import { openStore } from '../core/store/open-store.ts';
import { createStudio } from '../core/studio.ts';
import { unwrap } from '../domain/kernel/result.ts';
import { buildLongScreenplay } from './builders/long-screenplay.ts';

/** How the process says that its reading ended. */
export type EndedReading = ReadingState & { readonly jobs: readonly string[] };

/** A reading of a long text as a process of its own, which a test kills. Prints how it ended as one line of JSON. */
const [, , home = '', origin = ''] = process.argv;
const clock = createSystemClock();
const ids = createUuidV7Ids(clock);
const studio = createStudio({
  store: unwrap(openStore({ home, clock, ids, holder: { what: 'a test', pid: process.pid } })),
  clock,
  ids,
  random: Math.random,
  workers: createNodeWorkerHost(),
  generators: [
    createLanguageGenerator('openai', { key: async () => 'sk-test', clock, origin: new URL(origin) }),
  ],
  readers: [],
  styles: ['pencil'],
  sampleStoryPath: null,
  keys: createFileKeys(null),
  host: { kind: 'cli', version: '0', exportsFolder: home },
});
const { client } = studio;
const known = (await client.projects.list({ trashed: false })).find(
  ({ project }) => project.title === 'Long',
);
const projectId =
  known?.project.id ??
  (
    await client.projects.create({
      name: 'long.fountain',
      title: 'Long',
      source: { from: 'words', words: buildLongScreenplay(12) },
      settings: { aspect: '16:9', heightPx: 144, fpsNum: 24, fpsDen: 1, style: null },
    })
  ).project.id;
const choice = { provider: 'openai', model: null, repair: false };
await client.scenes.startReading({ projectId, choice, maxCostUsdMicros: 100_000_000 });
for await (const state of await client.scenes.watchReading({ projectId })) {
  if (state.state === 'running') continue;
  const jobs = (await client.jobs.list({ projectId })).map((job) => job.state);
  const ended: EndedReading = { ...state, jobs };
  console.log(JSON.stringify(ended));
  break;
}
await studio.close();
