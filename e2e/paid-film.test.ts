import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Charge } from '../src/domain/jobs/charge.ts';
import type { Job } from '../src/domain/jobs/job.ts';
import { compareLedger } from '../src/testing/compare-ledger.ts';
import { type FalSim, startFalSim } from '../tools/fal-sim/start-fal-sim.ts';
import { reportOf, runCli, startCli } from './run-cli.ts';

const key = 'test-id:canary-3f9c';
const screenplay = `INT. KITCHEN - NIGHT

Anna finds a brass key under the cup.

ANNA
Whose is this?

EXT. GARDEN - DAWN

Fog over the roses.
`;

let folder = '';
let sim: FalSim;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'reelwright-paid-'));
  await writeFile(join(folder, 'key.fountain'), screenplay);
  sim = await startFalSim({ keys: [key], mostClipHeightPx: 144 });
});
afterEach(async () => {
  await sim.close();
  await rm(folder, { recursive: true, force: true });
});

const args = (...more: string[]): string[] => [
  'film',
  join(folder, 'key.fountain'),
  ...['--home', join(folder, 'home'), '--out', join(folder, 'key.mp4'), '--height', '144', '--json'],
  ...['--provider', 'fal', '--max-cost', '20', ...more],
];
const env = (): Record<string, string> => ({ FAL_KEY: key, REELWRIGHT_FAL_URL: sim.origin.origin });
const jobsNow = async (): Promise<Job[]> =>
  JSON.parse((await runCli(['jobs', '--home', join(folder, 'home'), '--json'])).stdout) as Job[];
const ledgerNow = async (): Promise<readonly Charge[]> => {
  const [job] = await jobsNow();
  const run = await runCli(['cost', job?.projectId ?? '', '--home', join(folder, 'home'), '--json']);
  return (JSON.parse(run.stdout) as { ledger: Charge[] }).ledger;
};
const chargedUsd = (): number =>
  sim.charges().reduce((sum, charge) => sum + charge.costUsdMicros, 0) / 1_000_000;
/** What was asked for, as the stand-in saw it; the same twice is a double payment. */
const accepted = (): string[] =>
  sim
    .submits()
    .filter(({ requestId }) => requestId !== null)
    .map(({ endpoint, input }) => JSON.stringify([endpoint, input['prompt'], input['seed']]));

describe('film --provider fal', () => {
  test('killed twice on the way, it pays for every shot once and ends with the ledger of the provider', async () => {
    for (const enough of [1, 3]) {
      const running = startCli(args(), env());
      await running.seen(new RegExp(`: .*\\b${enough} of \\d+`));
      running.process.kill('SIGKILL');
      await running.ended;
    }
    const run = await runCli(args(), env());
    expect(run.stderr).toContain('Estimate: $');
    expect(run.code).toBe(0);
    const report = reportOf(run);
    const jobs = (await jobsNow()).filter(({ provider }) => provider === 'fal');
    expect(new Set(accepted()).size).toBe(accepted().length);
    expect(jobs.every(({ state }) => state === 'done' || state === 'unknown')).toBe(true);
    const done = jobs.filter(({ state }) => state === 'done');
    expect(done.reduce((sum, job) => sum + (job.costUsdMicros ?? 0), 0) / 1_000_000).toBeLessThanOrEqual(
      chargedUsd(),
    );
    if (done.length === jobs.length) expect(report.costUsd).toBeCloseTo(chargedUsd(), 6);

    expect(compareLedger(await ledgerNow(), jobs, sim.charges())).toEqual([]);

    const before = sim.submits().length;
    const again = reportOf(await runCli(args(), env()));
    expect(sim.submits().length).toBe(before);
    expect(again.costUsd).toBe(report.costUsd);
  });

  test('a shot that fails and a shot that is lost on its way keep the animatic, are counted and said, and are not sent again', async () => {
    sim.setFaults([
      { fault: 'failed-422', match: 'brass key', times: 1 },
      { fault: 'lose-answer', match: 'roses', times: 1 },
      // A key that may not read the list of requests: nobody can say what became of it.
      { fault: 'list-forbidden', times: null },
    ]);
    const run = await runCli(args(), env());
    expect(run.code).toBe(0);
    const report = reportOf(run);
    expect(report.jobs).toMatchObject({ failed: 1, unknown: 1 });
    expect(run.stderr).toMatch(/may have been billed/);
    expect(compareLedger(await ledgerNow(), await jobsNow(), sim.charges())).toEqual([]);
    const submits = sim.submits().length;
    const again = reportOf(await runCli(args(), env()));
    expect(sim.submits().length).toBe(submits);
    expect(again.jobs).toMatchObject({ failed: 1, unknown: 1 });
  });

  test('a shot whose answer is lost is found at the provider, and paid for once', async () => {
    sim.setFaults([{ fault: 'lose-answer', match: 'roses', times: 1 }]);
    const run = await runCli(args(), env());
    expect(reportOf(run).jobs).toMatchObject({ failed: 0, unknown: 0 });
    expect(new Set(accepted()).size).toBe(accepted().length);
    expect(compareLedger(await ledgerNow(), await jobsNow(), sim.charges())).toEqual([]);
  });

  test('the limit holds: what is over it is not sent, and the film is made all the same', async () => {
    const run = await runCli(args('--max-cost', '0.4'), env());
    expect(run.code).toBe(0);
    expect(chargedUsd()).toBeLessThanOrEqual(0.4);
    expect(reportOf(run).jobs.failed).toBeGreaterThan(0);
    const more = reportOf(await runCli(args(), env()));
    expect(more.jobs.failed).toBe(0);
    expect(new Set(accepted()).size).toBe(accepted().length);
  });

  test('--sound speaks the lines and plays under the scenes once, at prices that were said, within the limit', async () => {
    const free = (...more: string[]): string[] =>
      args('--provider', 'animatic', '--sound', '--max-cost', '20', ...more);
    const run = await runCli(free(), env());
    expect(run.stderr).toMatch(/1 line with fal-ai\/.*: \$0\.\d+/);
    expect(run.stderr).toMatch(/2 pieces of music with .*: \$/);
    expect(run.stderr).toMatch(/Sound: 3 takes for \$/);
    expect(run.code).toBe(0);
    expect(reportOf(run).costUsd).toBeCloseTo(chargedUsd(), 6);
    const spoken = (await jobsNow()).filter(({ request }) => request.kind === 'speech');
    expect(spoken).toMatchObject([{ state: 'done', request: { text: 'Whose is this?' } }]);
    const submits = sim.submits().length;
    const again = await runCli(free(), env());
    expect(again.stderr).toContain('1 line there already');
    expect(sim.submits().length).toBe(submits);

    const short = await runCli(free('--max-cost', '0.000001', '--new'), env());
    expect(short.stderr).toContain('left out');
    expect(short.code).toBe(0);
    expect(sim.submits().length).toBe(submits);
  });

  test('a refused key is one sentence; nothing is charged, and the key is nowhere on disk or in what is said', async () => {
    const run = await runCli(args(), { ...env(), FAL_KEY: 'wrong:canary-3f9c' });
    expect(run.stderr).toMatch(/key/i);
    expect(sim.charges()).toEqual([]);
    expect(run.stderr + run.stdout).not.toContain('canary');
    for (const name of await readdir(join(folder, 'home'), { recursive: true })) {
      const bytes = await readFile(join(folder, 'home', name)).catch(() => Buffer.alloc(0));
      expect(bytes.includes('canary'), name).toBe(false);
    }
  });
});
