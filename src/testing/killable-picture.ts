import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createOpenAiGenerator } from '../adapters/openai/create-openai-generator.ts';
import { createSystemClock } from '../adapters/system/system-clock.ts';
import { createUuidV7Ids } from '../adapters/system/uuid-v7-ids.ts';
import { createOrchestrator } from '../core/orchestrator/orchestrator.ts';
import { openStore } from '../core/store/open-store.ts';
import { fail, ok, unwrap } from '../domain/kernel/result.ts';
import { stillRequest } from './builders/generation-requests.ts';
import { askFor } from './test-engine.ts';
import { createTestLand } from './test-land.ts';

/** Where the process ends itself once a picture has come that its provider does not keep. */
export const pictureKillPoints = ['answer-kept', 'moved-away'] as const;
export type PictureKillPoint = (typeof pictureKillPoints)[number];

/** How long the end of a run waits for answers about what is unknown. */
const lookUpsMs = 5_000;

export interface KillablePicture {
  readonly home: string;
  readonly origin: string;
  readonly prompt: string;
  readonly killAt: PictureKillPoint | null;
  /** Whether the library takes anything. */
  readonly libraryFull: boolean;
}

/** A run of the engine with a provider that answers with the result; started as its own process. */
async function run({ home, origin, prompt, killAt, libraryFull }: KillablePicture): Promise<void> {
  const point = (name: PictureKillPoint): void => {
    if (killAt === name) process.kill(process.pid, 'SIGKILL');
  };
  const clock = createSystemClock();
  const holder = { what: 'a test', pid: process.pid };
  const store = unwrap(openStore({ home, clock, ids: createUuidV7Ids(clock), holder }));
  const openai = unwrap(createOpenAiGenerator({ key: async () => 'test', clock, origin: new URL(origin) }));
  const land = createTestLand(join(home, 'library'), clock.nowMs);
  const engine = createOrchestrator({
    store,
    clock,
    generators: [
      {
        ...openai,
        pollIntervalMs: 10,
        async submit(request, context) {
          const outcome = await openai.submit(request, context);
          if (outcome.kind === 'accepted') point('answer-kept');
          return outcome;
        },
      },
    ],
    async land(job, file) {
      if (libraryFull) return fail('library.disk-full', 'The disk is full.');
      const landed = await land(job, file);
      // The real library takes the file away to itself.
      await rm(file.path);
      point('moved-away');
      return landed;
    },
    canStore: () => ok(undefined),
    assetPath: () => fail('library.not-found', 'There is no such file.'),
    maxCostUsdMicros: () => 1_000_000_000,
    incomingFolder: join(home, 'incoming'),
    random: Math.random,
    limits: { backoffBaseMs: 5, backoffCapMs: 20, lookUpCapMs: 50, lookUpTries: 2, landTries: 2 },
  });
  engine.start();
  const request = stillRequest({ prompt, provider: 'openai', model: 'gpt-image-2.5-flare' });
  const asked = { ...askFor(prompt, { provider: 'openai' }), request, estimateUsdMicros: 50_000 };
  unwrap(engine.enqueue([asked]));
  await engine.waitForIdle();
  // What became of a lost answer is asked a moment after the start.
  const lookedUpByMs = clock.nowMs() + lookUpsMs;
  while (store.jobs.count(['unknown'], null) > 0 && clock.nowMs() < lookedUpByMs) {
    await clock.wait(20, new AbortController().signal);
    await engine.waitForIdle();
  }
  await engine.close();
  store.close();
}

const [order] = process.argv.slice(2);
if (import.meta.main && order !== undefined) await run(JSON.parse(order) as KillablePicture);
