import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { createSystemClock } from '../src/adapters/system/system-clock.ts';
import { createOrchestrator, type EnqueueRequest } from '../src/core/orchestrator/orchestrator.ts';
import type { Generator } from '../src/core/ports/generator.ts';
import { openStore } from '../src/core/store/open-store.ts';
import { takeOfJob } from '../src/domain/assets/take-of-job.ts';
import type { Job } from '../src/domain/jobs/job.ts';
import { AssetId, ProjectId, ShotId } from '../src/domain/kernel/ids.ts';
import { addChange, patchOf } from '../src/domain/kernel/patch.ts';
import { ok, unwrap } from '../src/domain/kernel/result.ts';
import { stillRequest } from '../src/testing/builders/generation-requests.ts';
import { createSeededIds } from '../src/testing/seeded-ids.ts';
import { median, type Row, row } from './row.ts';

const jobCount = 1_000;
const rounds = 7;
const projectId = ProjectId.parse('bench');

/** The engine's overhead: jobs at a provider that answers at once, beside the four durable commits that a job needs. */
export async function run(): Promise<Row[]> {
  const engineMs: number[] = [];
  const bareMs: number[] = [];
  const restartMs: number[] = [];
  // Interleaved, so that a busy moment of the machine falls on both. The first round warms up.
  for (let round = 0; round <= rounds; round++) {
    const bare = timeBareLoop();
    const engine = await timeEngine();
    if (round === 0) continue;
    bareMs.push(bare);
    engineMs.push(engine.runMs);
    restartMs.push(engine.restartMs);
  }
  const ratios = engineMs.map((ms, i) => ms / (bareMs[i] ?? Number.NaN));
  return [
    row({
      name: 'job engine: 1,000 jobs beside a bare loop of four commits each',
      value: round2(median(ratios)),
      unit: '×',
      goal: 3,
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
      name: 'job engine: start with 10,000 open jobs',
      value: round2(median(restartMs)),
      unit: 'ms',
      goal: 1_000,
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

async function timeEngine(): Promise<{ runMs: number; restartMs: number }> {
  const home = mkdtempSync(join(tmpdir(), 'reelwright-bench-'));
  const clock = createSystemClock();
  const holder = { what: 'bench', pid: process.pid };
  const store = unwrap(openStore({ home, clock, ids: createSeededIds(), holder }));
  const open = (generators: readonly Generator[]) =>
    createOrchestrator({
      store,
      clock,
      generators,
      land: async (job) => ok(landed(job)),
      canStore: () => ok(undefined),
      assetPath: () => ok({ path: '', mime: '' }),
      maxCostUsdMicros: () => 1_000_000_000_000,
      incomingFolder: join(home, 'incoming'),
      random: Math.random,
    });
  const engine = open([instantGenerator]);
  const before = performance.now();
  unwrap(engine.enqueue(Array.from({ length: jobCount }, (_, i) => ask(i))));
  engine.start();
  await engine.waitForIdle();
  const runMs = performance.now() - before;
  const done = store.jobs.count(['done'], null);
  if (done !== jobCount) throw new Error(`${done} of ${jobCount} jobs were done`);
  await engine.close();

  const waiting = open([]);
  unwrap(waiting.enqueue(Array.from({ length: 10_000 }, (_, i) => ask(jobCount + i))));
  await waiting.close();
  const patient = open([
    { ...instantGenerator, maxConcurrent: 40, poll: async () => ({ kind: 'waiting', position: 1 }) },
  ]);
  const beforeStart = performance.now();
  patient.start();
  const restartMs = performance.now() - beforeStart;
  await patient.close();
  store.close();
  rmSync(home, { recursive: true, force: true });
  return { runMs, restartMs };
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
    const handle = { requestId: String(request.seed), statusUrl: null, responseUrl: null, cancelUrl: null };
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
