import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import Database from 'better-sqlite3';
import { createSystemClock } from '../src/adapters/system/system-clock.ts';
import { createOrchestrator, type EnqueueRequest } from '../src/core/orchestrator/orchestrator.ts';
import type { Generator } from '../src/core/ports/generator.ts';
import { openStore } from '../src/core/store/open-store.ts';
import type { Store } from '../src/core/store/store.ts';
import { takeOfJob } from '../src/domain/assets/take-of-job.ts';
import type { Job } from '../src/domain/jobs/job.ts';
import { wordsOfRequest } from '../src/domain/jobs/request-kinds.ts';
import { AssetId, ProjectId, ShotId } from '../src/domain/kernel/ids.ts';
import { addChange, patchOf } from '../src/domain/kernel/patch.ts';
import { ok, unwrap } from '../src/domain/kernel/result.ts';
import { stillRequest } from '../src/testing/builders/generation-requests.ts';
import { createSeededIds } from '../src/testing/seeded-ids.ts';
import type { ColdStart } from './engine/cold-start.ts';
import { markSubmitted, queueJobs } from './engine/queue-jobs.ts';
import { median, type Row, row } from './row.ts';

const jobCount = 1_000;
const rounds = 7;
const projectId = ProjectId.parse('bench');

/** The engine's overhead: jobs at a provider that answers at once, beside the four durable commits that a job needs. */
export async function run(): Promise<Row[]> {
  const engineMs: number[] = [];
  const bareMs: number[] = [];
  const cold: ColdStart[] = [];
  // Interleaved, so that a busy moment of the machine falls on both. The first round warms up.
  for (let round = 0; round <= rounds; round++) {
    const bare = timeBareLoop();
    const engine = await timeEngine();
    if (round === 0) continue;
    bareMs.push(bare);
    engineMs.push(engine);
  }
  const home = mkdtempSync(join(tmpdir(), 'reelwright-bench-'));
  await fillHome(home);
  for (let round = 0; round < rounds; round++) cold.push(await startCold(home));
  rmSync(home, { recursive: true, force: true });
  const ratios = engineMs.map((ms, i) => ms / (bareMs[i] ?? Number.NaN));
  return [
    row({
      name: 'job engine: 1,000 jobs beside a bare loop of four commits each',
      value: round2(median(ratios)),
      unit: '×',
      goal: 2,
      better: 'lower',
      runs: rounds,
    }),
    row({
      name: 'job engine: one job',
      value: round2(median(engineMs) / jobCount),
      unit: 'ms',
      goal: null,
      better: 'lower',
      runs: rounds,
    }),
    row({
      name: 'job engine: start with 10,000 queued and 40 running jobs, in a new process',
      value: round2(median(cold.map(({ startMs }) => startMs))),
      unit: 'ms',
      goal: 1_000,
      better: 'lower',
      runs: rounds,
    }),
    row({
      name: 'job engine: the same with opening the database',
      value: round2(median(cold.map(({ openMs, startMs }) => openMs + startMs))),
      unit: 'ms',
      goal: 1_000,
      better: 'lower',
      runs: rounds,
    }),
    row({
      name: 'job engine: what is kept of them in memory',
      value: round2(median(cold.map(({ heapBytes }) => heapBytes)) / 1e6),
      unit: 'MB',
      goal: null,
      better: 'lower',
      runs: rounds,
    }),
  ];
}

function timeBareLoop(): number {
  const home = mkdtempSync(join(tmpdir(), 'reelwright-bench-'));
  const db = new Database(join(home, 'bare.db'));
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.exec(
    'CREATE TABLE jobs (id TEXT PRIMARY KEY, state TEXT NOT NULL, request TEXT NOT NULL) WITHOUT ROWID',
  );
  const insert = db.prepare('INSERT INTO jobs VALUES (?, ?, ?)');
  const request = JSON.stringify(stillRequest());
  const ids = Array.from({ length: jobCount }, (_, i) => `job-${i}`);
  db.transaction(() => {
    for (const id of ids) insert.run(id, 'queued', request);
  })();
  const move = db.prepare('UPDATE jobs SET state = ? WHERE id = ? AND state = ?');
  const states = ['queued', 'sending', 'submitted', 'fetching', 'done'];
  const before = performance.now();
  for (const id of ids) {
    for (let step = 1; step < states.length; step++) move.run(states[step], id, states[step - 1]);
  }
  const ms = performance.now() - before;
  db.close();
  rmSync(home, { recursive: true, force: true });
  return ms;
}

async function timeEngine(): Promise<number> {
  const home = mkdtempSync(join(tmpdir(), 'reelwright-bench-'));
  const clock = createSystemClock();
  const store = openBenchStore(home);
  const engine = createOrchestrator({
    store,
    clock,
    generators: [instantGenerator],
    land: async (job) => ok(landed(job)),
    canStore: () => ok(undefined),
    assetPath: () => ok({ path: '', mime: '' }),
    maxCostUsdMicros: () => 1_000_000_000_000,
    incomingFolder: join(home, 'incoming'),
    random: Math.random,
  });
  const before = performance.now();
  unwrap(engine.enqueue(Array.from({ length: jobCount }, (_, i) => ask(i))));
  engine.start();
  await engine.waitForIdle();
  const runMs = performance.now() - before;
  const done = store.jobs.count(['done'], null);
  if (done !== jobCount) throw new Error(`${done} of ${jobCount} jobs were done`);
  await engine.close();
  store.close();
  rmSync(home, { recursive: true, force: true });
  return runMs;
}

function openBenchStore(home: string): Store {
  const holder = { what: 'bench', pid: process.pid };
  return unwrap(openStore({ home, clock: createSystemClock(), ids: createSeededIds(), holder }));
}

/** A data folder as a studio leaves it with 10,000 jobs that wait, of four films, and 40 at the provider. */
async function fillHome(home: string): Promise<void> {
  const store = openBenchStore(home);
  const projectIds = [1, 2, 3, 4].map((i) => ProjectId.parse(`bench ${i}`));
  const wish = { projectIds, count: 10_040, provider: 'fake', model: 'fake-1' };
  const jobs = await queueJobs(store, wish);
  for (const job of jobs.slice(0, 40)) {
    const handle = { requestId: job.id, statusUrl: null, responseUrl: null, cancelUrl: null };
    markSubmitted(store, job, handle);
  }
  store.close();
}

async function startCold(home: string): Promise<ColdStart> {
  const child = join(import.meta.dirname, 'engine/cold-start.ts');
  const { stdout } = await promisify(execFile)(process.execPath, ['--expose-gc', child, home]);
  return JSON.parse(stdout) as ColdStart;
}

const instantGenerator: Generator = {
  provider: 'fake',
  free: false,
  maxConcurrent: 8,
  defaultModels: { still: 'fake-1', clip: 'fake-1' },
  pollIntervalMs: 1_000,
  estimate: async () => ok({ costUsdMicros: 10_000, basis: '1 request', pricedAtMs: 1 }),
  async submit(request, { beforeFirstByte }) {
    beforeFirstByte();
    const handle = {
      requestId: wordsOfRequest(request),
      statusUrl: null,
      responseUrl: null,
      cancelUrl: null,
    };
    return { kind: 'accepted', handle };
  },
  poll: async () => ({ kind: 'ready' }),
  fetch: async (_request, _handle, folder) => ({
    kind: 'fetched',
    path: join(folder, 'result.png'),
    mime: 'image/png',
    costUsdMicros: 10_000,
  }),
  cancel: async () => ({ kind: 'cancelled' }),
  close: async () => {},
};

function ask(i: number): EnqueueRequest {
  return {
    projectId,
    shotId: ShotId.parse(`shot-${i}`),
    request: stillRequest({ prompt: `shot ${i}` }),
    estimateUsdMicros: 10_000,
  };
}

function landed(job: Job) {
  const assetId = AssetId.parse(createHash('sha256').update(job.id).digest('hex'));
  const take = takeOfJob(job, 'still', { assetId, costUsdMicros: 10_000, createdAtMs: 1 });
  return { assetId, takeId: take.id, patch: patchOf([addChange('take', take)]) };
}

function round2(value: number): number {
  return Math.round(value * 100) / 100;
}
