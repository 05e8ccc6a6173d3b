import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { SimPoint } from '../../../tools/fal-sim/sim-context.ts';
import { startFalSim } from '../../../tools/fal-sim/start-fal-sim.ts';
import { wordsOfRequest } from '../../domain/jobs/request-kinds.ts';
import { unwrap } from '../../domain/kernel/result.ts';
import { testProjectId } from '../../testing/builders/build-blocks.ts';
import { compareLedger } from '../../testing/compare-ledger.ts';
import { createTestStore } from '../../testing/create-test-store.ts';
import { faultCount } from '../../testing/fault-counts.ts';
import {
  type KillableRun,
  type OwnKillPoint,
  ownKillPoints,
  type Restart,
  restartFile,
} from '../../testing/killable-engine.ts';
import { createManualClock } from '../../testing/manual-clock.ts';
import { noteFigure } from '../../testing/note-figure.ts';
import { createSeededIds } from '../../testing/seeded-ids.ts';
import { openStore } from '../store/open-store.ts';

const simPoints = [
  'submit-received',
  'submit-accepted',
  'status-read',
  'result-read',
  'media-half',
] as const satisfies SimPoint[];
/** The moments that a job passes, by the names they have at the studio's end and at the stand-in's. */
const namedPoints = {
  'before intent': 'before-intent',
  'after intent': 'after-intent',
  'socket open': 'socket-open',
  sending: 'sending',
  'bytes sent': 'submit-received',
  'answer lost': 'submit-accepted',
  'id stored': 'id-stored',
  polling: 'status-read',
  'result seen': 'result-seen',
  downloading: 'media-half',
  hashing: 'hashing',
  renaming: 'renaming',
  linking: 'linking',
} as const satisfies Record<string, OwnKillPoint | SimPoint>;

type KillPoint = OwnKillPoint | SimPoint;
const killPoints: readonly KillPoint[] = [...ownKillPoints, ...simPoints];
const totals = {
  jobs: 0,
  unknown: 0,
  found: 0,
  slowestEndMs: 0,
  restarts: 0,
  foundOpen: 0,
  inLine: 0,
  slowestMoveMs: 0,
};

const childFile = join(import.meta.dirname, '../../testing/killable-engine.ts');
/** 38 × 16 are the 600 kills that are promised; with some to spare. */
const sequences = Number(process.env['REELWRIGHT_KILL_SEQUENCES'] ?? faultCount(42, 1));
const beganMs = performance.now();
const jobsPerKill = 3;

it(
  `SIGKILL at ${killPoints.length} points: nothing sent twice, no result lost`,
  async () => {
    let kills = 0;
    for (let sequence = 1; sequence <= sequences; sequence++) kills += await runSequence(sequence);
    expect(kills).toBe(sequences * killPoints.length);
    expect(Object.values(namedPoints).filter((point) => !killPoints.includes(point))).toEqual([]);
    noteFigure(`SIGKILL at ${killPoints.length} points, the 13 named ones among them`, {
      kills,
      jobs: totals.jobs,
      'duplicate submits': 0,
      'results lost': 0,
      'cut off between sending and id': totals.found + totals.unknown,
      'of these found at the provider': totals.found,
      'left unknown': totals.unknown,
      'starts after a kill that were watched': totals.restarts,
      'open jobs that these found': totals.foundOpen,
      'stuck 5 s after such a start': 0,
      'still in a line that moves then': totals.inLine,
      'longest until one of them moved, s': (totals.slowestMoveMs / 1_000).toFixed(1),
      'longest run to the end after a kill, s': (totals.slowestEndMs / 1_000).toFixed(1),
      'took, s': Math.round((performance.now() - beganMs) / 1_000),
    });
  },
  sequences * 120_000,
);

/** One data folder, killed at every point in turn while new jobs keep coming, then left to finish. */
async function runSequence(sequence: number): Promise<number> {
  const home = mkdtempSync(join(tmpdir(), 'reelwright-kill-'));
  let strike: { at: SimPoint; visit: number; act: () => void } | null = null;
  const sim = await startFalSim({
    atPoint(point) {
      if (strike?.at !== point) return undefined;
      strike.visit -= 1;
      if (strike.visit !== 0) return undefined;
      strike.act();
      // The answer never comes: the other side is gone.
      return new Promise(() => {});
    },
  });
  const prompts: string[] = [];
  const cutOff = new Set<string>();
  let kills = 0;
  for (const [round, point] of killPoints.entries()) {
    for (let i = 0; i < jobsPerKill; i++) prompts.push(`${point} ${i}`);
    const visit = ownVisits(point) ? 1 : 1 + ((round + sequence) % jobsPerKill);
    const own = (ownKillPoints as readonly string[]).includes(point);
    const kill = own ? { at: point as OwnKillPoint, visit } : null;
    const child = startChild({ home, origin: sim.origin.href, prompts, kill });
    strike = own ? null : { at: point as SimPoint, visit, act: () => void child.kill() };
    expect([point, await child.ended]).toEqual([point, 'SIGKILL']);
    for (const id of sendingNow(home)) cutOff.add(id);
    kills += 1;
    strike = null;
    // Every third sequence looks after each kill; in the others what was left by one is still there at the next.
    if (sequence % 3 === 0) await runOn({ home, origin: sim.origin.href, prompts, kill: null });
  }
  await runOn({ home, origin: sim.origin.href, prompts, kill: null });

  const studio = createTestStore({ home });
  const jobs = studio.store.rows('job', testProjectId);
  expect(jobs).toHaveLength(prompts.length);
  const accepted = new Map<string, number>();
  for (const { input } of sim.submits()) {
    const prompt = String(input['prompt']);
    accepted.set(prompt, (accepted.get(prompt) ?? 0) + 1);
  }
  expect([...accepted].filter(([, times]) => times > 1)).toEqual([]);
  for (const job of jobs) {
    const prompt = wordsOfRequest(job.request);
    // Between the marker and the stored id nobody can say what became of a request: there, and only there.
    if (job.state === 'unknown') {
      expect(cutOff.has(job.id)).toBe(true);
      continue;
    }
    expect([prompt, job.state]).toEqual([prompt, 'done']);
    expect(accepted.get(prompt)).toBe(1);
    expect(studio.store.row('take', job.takeId ?? '')?.assetId).toBe(job.assetId);
    expect(existsSync(join(home, 'library', job.assetId ?? ''))).toBe(true);
  }
  // Each of those was looked up: found and brought in, or still a question. None was sent again.
  const unknown = jobs.filter((job) => job.state === 'unknown');
  expect(cutOff.size).toBeGreaterThan(0);
  totals.jobs += jobs.length;
  totals.unknown += unknown.length;
  totals.found += cutOff.size - unknown.length;
  // What the studio counts is what the stand-in bills, and the reservation for what nobody can know.
  const spend = studio.store.jobs.spend(testProjectId);
  const billed = sim.charges().reduce((sum, charge) => sum + charge.costUsdMicros, 0);
  expect(spend.chargedUsdMicros).toBeLessThanOrEqual(billed);
  expect(spend.chargedUsdMicros + spend.reservedUsdMicros).toBeGreaterThanOrEqual(billed);
  expect(compareLedger(studio.store.charges.page({}, 0, 100_000), jobs, sim.charges())).toEqual([]);
  studio.dispose();
  await sim.close();
  rmSync(home, { recursive: true, force: true });
  return kills;
}

/** A start that nobody kills: it goes to the end, and what it found open has moved or says why not within five seconds. */
async function runOn(order: KillableRun): Promise<void> {
  const startedMs = performance.now();
  expect(await startChild(order).ended).toBe(0);
  totals.slowestEndMs = Math.max(totals.slowestEndMs, performance.now() - startedMs);
  const { found, stuck, inLine, slowestMs } = JSON.parse(
    readFileSync(restartFile(order.home), 'utf8'),
  ) as Restart;
  expect(stuck).toEqual([]);
  totals.restarts += 1;
  totals.foundOpen += found;
  totals.inLine += inLine;
  totals.slowestMoveMs = Math.max(totals.slowestMoveMs, slowestMs);
}

/** Jobs whose row says that their first byte may have left, and nothing more. */
function sendingNow(home: string): string[] {
  const clock = createManualClock();
  const holder = { what: 'a test', pid: process.pid };
  const store = unwrap(openStore({ home, clock, ids: createSeededIds(), holder, readOnly: true }));
  const sending = store.jobs.due(['sending'], null, Number.MAX_SAFE_INTEGER, 1_000).map((job) => job.id);
  store.close();
  return sending;
}

/** Points that a run is sure to pass only once. */
function ownVisits(point: KillPoint): boolean {
  return point === 'before-intent' || point === 'after-intent';
}

function startChild(order: KillableRun): { kill(): void; ended: Promise<number | string | null> } {
  const child = spawn(process.execPath, [childFile, JSON.stringify(order)], {
    stdio: ['ignore', 'inherit', 'inherit'],
    // Sixteen starts of the same modules: let all but the first read them compiled.
    env: { ...process.env, NODE_COMPILE_CACHE: join(tmpdir(), 'reelwright-compile-cache') },
  });
  const ended = new Promise<number | string | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code, signal) => resolve(signal ?? code));
  });
  return { kill: () => child.kill('SIGKILL'), ended };
}
