import { join } from 'node:path';
import {
  createOrchestrator,
  type EnqueueRequest,
  type Orchestrator,
  type OrchestratorOptions,
} from '../core/orchestrator/orchestrator.ts';
import type { Store } from '../core/store/store.ts';
import type { PictureRequest } from '../domain/jobs/generation-request.ts';
import type { Job } from '../domain/jobs/job.ts';
import { wordsOfRequest } from '../domain/jobs/request-kinds.ts';
import { ShotId } from '../domain/kernel/ids.ts';
import type { Fault } from '../domain/kernel/result.ts';
import { fail, ok, unwrap } from '../domain/kernel/result.ts';
import { testProjectId } from './builders/build-blocks.ts';
import { stillRequest } from './builders/generation-requests.ts';
import { createTestStore, type TestStore } from './create-test-store.ts';
import { createFakeGenerator, type FakeGeneratorOptions } from './fakes/fake-generator.ts';
import { createFakeProvider, type FakeBehaviour, type FakeProvider } from './fakes/fake-provider.ts';
import { createTestLand } from './test-land.ts';

export interface TestEngineOptions extends FakeGeneratorOptions {
  readonly behave?: (request: PictureRequest) => FakeBehaviour;
  readonly overrides?: Partial<OrchestratorOptions>;
}

/** The real engine on a real database, with a scripted provider and a clock turned by hand. */
export interface TestEngine {
  readonly engine: Orchestrator;
  readonly far: FakeProvider;
  readonly studio: TestStore;
  readonly store: Store;
  readonly reports: Fault[];
  /** Queues stills, one shot each, told apart by their prompts. */
  ask(...prompts: string[]): Job[];
  job(prompt: string): Job;
  jobs(): Job[];
  /** Turns the clock until nothing is left to do, at most `limitMs` forward. */
  run(limitMs?: number): Promise<void>;
  /** Closes the engine and opens another on the same database and provider, as a clean restart would. */
  restart(overrides?: Partial<OrchestratorOptions>): Promise<void>;
  dispose(): Promise<void>;
}

export function createTestEngine(options: TestEngineOptions = {}): TestEngine {
  const studio = createTestStore();
  const far = createFakeProvider(options.behave);
  const reports: Fault[] = [];
  const open = (overrides: Partial<OrchestratorOptions> = {}): Orchestrator =>
    createOrchestrator({
      store: studio.store,
      clock: studio.clock,
      generators: [createFakeGenerator(far, options)],
      land: createTestLand(join(studio.home, 'library'), studio.clock.nowMs),
      canStore: () => ok(undefined),
      assetPath: () => fail('library.not-found', 'There is no such file.'),
      maxCostUsdMicros: () => Number.POSITIVE_INFINITY,
      incomingFolder: join(studio.home, 'incoming'),
      random: () => 0.5,
      report: (fault) => reports.push(fault),
      ...options.overrides,
      ...overrides,
    });
  let engine = open();

  return {
    get engine() {
      return engine;
    },
    get store() {
      return studio.store;
    },
    far,
    studio,
    reports,
    ask: (...prompts) => unwrap(engine.enqueue(prompts.map((prompt) => askFor(prompt, options)))),
    job(prompt) {
      const found = this.jobs().findLast((job) => wordsOfRequest(job.request) === prompt);
      if (found === undefined) throw new Error(`no job for "${prompt}"`);
      return found;
    },
    jobs: () => studio.store.rows('job', testProjectId),
    async run(limitMs = 24 * 3_600_000) {
      const untilMs = studio.clock.nowMs() + limitMs;
      let idle = false;
      void engine.waitForIdle().then(() => {
        idle = true;
      });
      // Files are read and written for real, and other timers run: the clock moves only when nothing else does, and while
      // nobody waits for it the loop only turns. On a slow disk the clock stands until the file is there.
      for (let turns = 0, still = 0; !idle && studio.clock.nowMs() < untilMs; turns++) {
        await new Promise((resolve) => (still === 0 ? setImmediate(resolve) : setTimeout(resolve, 1)));
        if (still === 0 && turns % 20 !== 19) continue;
        still = (await studio.clock.advanceToNext()) ? 0 : still + 1;
        if (still > 5_000)
          throw new Error(
            `stuck: ${JSON.stringify(this.jobs().map((job) => [job.state, wordsOfRequest(job.request)]))}`,
          );
      }
    },
    async restart(overrides = {}) {
      await engine.close();
      studio.reopen();
      engine = open(overrides);
      engine.start();
    },
    async dispose() {
      await engine.close();
      studio.dispose();
    },
  };
}

export function askFor(
  prompt: string,
  options: Pick<FakeGeneratorOptions, 'provider' | 'free'> = {},
): EnqueueRequest {
  const { provider = 'fake', free = false } = options;
  return {
    projectId: testProjectId,
    shotId: ShotId.parse(`shot of ${prompt}`.slice(0, 80)),
    request: stillRequest({ prompt, provider }),
    estimateUsdMicros: free ? 0 : 10_000,
  };
}
