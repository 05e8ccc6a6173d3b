import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createFalGenerator } from '../adapters/fal/create-fal-generator.ts';
import { createSystemClock } from '../adapters/system/system-clock.ts';
import { createUuidV7Ids } from '../adapters/system/uuid-v7-ids.ts';
import { createOrchestrator } from '../core/orchestrator/orchestrator.ts';
import type { Generator } from '../core/ports/generator.ts';
import { openStore } from '../core/store/open-store.ts';
import type { Store } from '../core/store/store.ts';
import { isOpen } from '../domain/jobs/transitions.ts';
import { fail, ok, unwrap } from '../domain/kernel/result.ts';
import { testProjectId } from './builders/build-blocks.ts';
import { stillRequest } from './builders/generation-requests.ts';
import { askFor } from './test-engine.ts';
import { createTestLand } from './test-land.ts';

/** Where this process ends itself, as if the power went. The other points lie at the provider's end of the line. */
export const ownKillPoints = [
  'before-intent',
  'after-intent',
  'socket-open',
  'sending',
  'answer-read',
  'id-stored',
  'result-seen',
  'hashing',
  'renaming',
  'linking',
  'done',
] as const;
export type OwnKillPoint = (typeof ownKillPoints)[number];

/** How long the end of a run waits for answers about what is unknown. */
const lookUpsMs = 1_500;

export interface KillableRun {
  readonly home: string;
  readonly origin: string;
  readonly prompts: readonly string[];
  /** The point and which of its visits it is; null to run to the end. */
  readonly kill: { readonly at: OwnKillPoint; readonly visit: number } | null;
}

/** What a run that was not killed says of the jobs that it found open. */
export interface Restart {
  readonly found: number;
  /** Neither moved within {@link movesWithinMs} nor in a state that says why; ids with their states. */
  readonly stuck: readonly string[];
  /** Still queued then, behind others whose line moves: on a slow machine. */
  readonly inLine: number;
  /** Until the last of them had moved for the first time. */
  readonly slowestMs: number;
}

/** Nothing that a killed studio left may lie about longer than this after the next start. */
export const movesWithinMs = 5_000;
/** The five seconds are counted in turns that came on time: on a machine that lets nobody run, nobody is stuck. */
const turnMs = 50;
const lateMs = 25;

/** A line in which no job takes a step for this long stands still. */
const lineStandsMs = 1_000;

/** Where a run writes its {@link Restart}. */
export const restartFile = (home: string): string => join(home, 'restart.json');

/** A whole run of the engine against the stand-in, as the command line would make it; started as its own process. */
async function run({ home, origin, prompts, kill }: KillableRun): Promise<void> {
  let visits = 0;
  const point = (name: OwnKillPoint): void => {
    if (kill?.at !== name) return;
    visits += 1;
    if (visits === kill.visit) process.kill(process.pid, 'SIGKILL');
  };
  const clock = createSystemClock();
  const holder = { what: 'a test', pid: process.pid };
  const store = unwrap(openStore({ home, clock, ids: createUuidV7Ids(clock), holder }));
  const fal = unwrap(createFalGenerator({ key: 'test', clock, origin: new URL(origin), pollIntervalMs: 10 }));
  const land = createTestLand(join(home, 'library'), clock.nowMs, () => point('renaming'));
  watchSteps(store, point);
  const engine = createOrchestrator({
    store,
    clock,
    generators: [watchedGenerator(fal, point)],
    async land(job, file) {
      point('hashing');
      const landed = await land(job, file);
      point('linking');
      return landed;
    },
    canStore: () => ok(undefined),
    assetPath: () => fail('library.not-found', 'There is no such file.'),
    maxCostUsdMicros: () => 1_000_000_000,
    incomingFolder: join(home, 'incoming'),
    random: Math.random,
    limits: { backoffBaseMs: 5, backoffCapMs: 50, lookUpCapMs: 100 },
  });
  const restart = watchRestart(store);
  engine.start();
  const size = { widthPx: 64, heightPx: 48 };
  const requests = prompts.map((prompt, seed) => ({
    ...askFor(prompt, { provider: 'fal' }),
    request: stillRequest({ prompt, provider: 'fal', model: 'fal-ai/flux/dev', seed, ...size }),
    estimateUsdMicros: 25_000,
  }));
  point('before-intent');
  unwrap(engine.enqueue(requests));
  point('after-intent');
  await engine.waitForIdle();
  // What may be found at the provider is found within a few look-ups.
  const lookedUpByMs = clock.nowMs() + lookUpsMs;
  while (store.jobs.count(['unknown'], null) > 0 && clock.nowMs() < lookedUpByMs) {
    await clock.wait(20, new AbortController().signal);
    await engine.waitForIdle();
  }
  writeFileSync(restartFile(home), JSON.stringify(restart()));
  await engine.close();
  store.close();
}

/** From the start of the engine on; call what it gives at the end of the run. */
function watchRestart(store: Store): () => Restart {
  const beganMs = performance.now();
  const found = store.rows('job', testProjectId).filter(isOpen);
  const waiting = new Set<string>(found.map(({ id }) => id));
  let slowestMs = 0;
  let lastStepMs = beganMs;
  let seen: Pick<Restart, 'stuck' | 'inLine'> | null = null;
  store.onCommit(({ changes }) => {
    for (const change of changes) {
      if (change.kind !== 'update' || change.entity !== 'job' || !('state' in change.fields)) continue;
      lastStepMs = performance.now();
      if (waiting.delete(change.id)) slowestMs = lastStepMs - beganMs;
    }
  });
  const look = (): Pick<Restart, 'stuck' | 'inLine'> => {
    const left = [...waiting].flatMap((id) => store.row('job', id) ?? []).filter(isOpen);
    const lineMoves = performance.now() - lastStepMs < lineStandsMs;
    const inLine = lineMoves ? left.filter(({ state }) => state === 'queued') : [];
    const stuck = left
      .filter((job) => !inLine.includes(job))
      .map(({ id, state, tries, faultCode }) => `${id} ${state}, ${tries} tries, ${faultCode}`);
    return { stuck, inLine: inLine.length };
  };
  let turnedMs = 0;
  let lastTurnMs = beganMs;
  const timer = setInterval(() => {
    const nowMs = performance.now();
    if (nowMs - lastTurnMs < turnMs + lateMs) turnedMs += turnMs;
    lastTurnMs = nowMs;
    if (turnedMs >= movesWithinMs) seen ??= look();
  }, turnMs);
  return () => {
    clearInterval(timer);
    return { found: found.length, ...(seen ?? look()), slowestMs };
  };
}

/** Strikes when a step of a job is on disk, before anybody is told. */
function watchSteps(store: Store, point: (name: OwnKillPoint) => void): void {
  const points: Partial<Record<string, OwnKillPoint>> = {
    submitted: 'id-stored',
    fetching: 'result-seen',
    done: 'done',
  };
  store.onCommit(({ changes }) => {
    for (const change of changes) {
      if (change.kind !== 'update' || change.entity !== 'job') continue;
      const name = points[String(change.fields['state']?.to)];
      if (name !== undefined) point(name);
    }
  });
}

function watchedGenerator(generator: Generator, point: (name: OwnKillPoint) => void): Generator {
  return {
    ...generator,
    async submit(request, context) {
      const outcome = await generator.submit(request, {
        ...context,
        beforeFirstByte() {
          point('socket-open');
          context.beforeFirstByte();
          point('sending');
        },
      });
      point('answer-read');
      return outcome;
    },
  };
}

const [order] = process.argv.slice(2);
if (import.meta.main && order !== undefined) await run(JSON.parse(order) as KillableRun);
