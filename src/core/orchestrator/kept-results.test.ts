import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type OpenAiSim, startOpenAiSim } from '../../../tools/openai-sim/start-openai-sim.ts';
import { sniffResult } from '../../net/sniff-result.ts';
import { testProjectId } from '../../testing/builders/build-blocks.ts';
import { createTestStore } from '../../testing/create-test-store.ts';
import { type KillablePicture, pictureKillPoints } from '../../testing/killable-picture.ts';

const childFile = join(import.meta.dirname, '../../testing/killable-picture.ts');
let home: string;
let sim: OpenAiSim;
beforeEach(async () => {
  home = mkdtempSync(join(tmpdir(), 'reelwright-kept-'));
  sim = await startOpenAiSim();
});
afterEach(async () => {
  await sim.close();
  rmSync(home, { recursive: true, force: true });
});

function run(order: Partial<KillablePicture> = {}): Promise<number | string | null> {
  const whole: KillablePicture = {
    home,
    origin: sim.origin.href,
    prompt: 'a lighthouse',
    killAt: null,
    libraryFull: false,
    ...order,
  };
  const child = spawn(process.execPath, [childFile, JSON.stringify(whole)], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, NODE_COMPILE_CACHE: join(tmpdir(), 'reelwright-compile-cache') },
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code, signal) => resolve(signal ?? code));
  });
}

function expectOnePicture(): void {
  const studio = createTestStore({ home });
  const jobs = studio.store.rows('job', testProjectId);
  studio.store.close();
  expect(jobs.map(({ state }) => state)).toEqual(['done']);
  const [job] = jobs;
  const file = readFileSync(join(home, 'library', job?.assetId ?? ''));
  expect(sniffResult(file)?.mime).toBe('image/png');
  expect(sim.submits()).toHaveLength(1);
  expect(job?.costUsdMicros).toBe(sim.charges()[0]?.costUsdMicros);
  expect(existsSync(join(home, 'incoming')) ? readdirSync(join(home, 'incoming')) : []).toEqual([]);
}

it.each(pictureKillPoints)(
  'SIGKILL at %s: the picture that its provider does not keep is had, once paid',
  async (killAt) => {
    expect(await run({ killAt })).toBe('SIGKILL');
    expect(await run()).toBe(0);
    expectOnePicture();
  },
);

it('a picture that the library would not take is kept until it does', async () => {
  expect(await run({ libraryFull: true })).toBe(0);
  expect(await run({ libraryFull: true })).toBe(0);
  expect(await run()).toBe(0);
  expectOnePicture();
});
