import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { startLanguageModelSim } from '../../../../tools/language-model-sim/start-language-model-sim.ts';
import type { EndedReading } from '../../../testing/killable-reading.ts';

const childFile = join(import.meta.dirname, '../../../testing/killable-reading.ts');

it('a reading that is killed in the middle goes on where it was, and pays for nothing twice', async () => {
  const home = mkdtempSync(join(tmpdir(), 'reelwright-kill-reading-'));
  let child: ChildProcess | null = null;
  let strikeAt: number | null = null;
  let heard = 0;
  const sim = await startLanguageModelSim({
    pauseMs: 2,
    atWords() {
      heard += 1;
      if (strikeAt === null || heard < strikeAt) return;
      strikeAt = null;
      child?.kill('SIGKILL');
    },
  });
  const run = (): Promise<string> =>
    new Promise((resolve, reject) => {
      child = spawn(process.execPath, [childFile, home, sim.origin.origin], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      let said = '';
      child.stdout?.on('data', (chunk: Buffer) => {
        said += chunk;
      });
      child.on('error', reject);
      child.on('close', () => resolve(said));
    });
  try {
    // Once in the middle of the first answer, once in that of a later one.
    const kills = [5, 60];
    for (const words of kills) {
      heard = 0;
      strikeAt = words;
      expect(await run()).toBe('');
      expect(strikeAt).toBeNull();
    }
    const asked = sim.asked().length;
    const ended: EndedReading = JSON.parse(await run());
    expect(ended.state).toBe('done');
    expect(ended.parts).toBeGreaterThan(3);
    expect(asked).toBeGreaterThan(2);
    // Every part was asked for once, also those whose answers the kills cut off: these are said to be unknown.
    const texts = sim.asked().map(({ text }) => text.replace(/^before[\s\S]*?(?=\nstory )/, ''));
    expect(new Set(texts.map((text) => text.replace(/story \w+/g, ''))).size).toBe(texts.length);
    expect(sim.asked().length).toBe(ended.parts);
    expect(ended.jobs.filter((state) => state === 'unknown').length).toBe(kills.length);
    expect(ended.jobs.filter((state) => state === 'done').length).toBe(ended.parts - kills.length);
    expect(ended.result?.fellBack.length).toBeGreaterThan(0);
    expect(ended.result?.scenesRead).toBeGreaterThan(0);
    // The same again asks for nothing.
    const all = sim.asked().length;
    JSON.parse(await run());
    expect(sim.asked().length).toBe(all);
  } finally {
    await sim.close();
    rmSync(home, { recursive: true, force: true });
  }
}, 120_000);
