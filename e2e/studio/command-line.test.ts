import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ProjectEvent } from '../../src/contract/projects/project-event.ts';
import { readUntilReady } from '../../src/testing/read-until-ready.ts';
import { reportOf, runCli, startCli } from '../run-cli.ts';
import { callStudio } from './raw-http.ts';
import { servingPid } from './serving-pid.ts';
import { type StudioServer, startStudioServer } from './start-studio-server.ts';

/** Enough shots to be met on the way, and no more: each film here is drawn and written whole. */
const words = [
  'Mara trims the lamp.',
  'A radio crackles.',
  'Rain beats on the glass.',
  'She waits.',
  'A bell rings.',
];

let server: StudioServer;
beforeEach(async () => {
  server = await startStudioServer();
  writeFileSync(join(server.home, 'harbour-radio.txt'), words.join('\n\n'));
});
afterEach(() => server.stop());

const film = (...more: string[]): string[] => [
  'film',
  join(server.home, 'harbour-radio.txt'),
  ...['--home', server.home, '--height', '144', '--json'],
  ...more,
];

test('a film is made by the studio that runs, with its progress, and every window sees it live', async () => {
  const out = join(server.home, 'film.mp4');
  const window = await callStudio(server);
  const news = await window.client.studio.watch();
  const run = startCli(film('--out', out));
  // The window hears of the project that the command line makes, opens it, and follows what is done to it.
  let projectId: Parameters<typeof window.client.projects.watch>[0]['projectId'] | null = null;
  while (projectId === null) {
    await news.next();
    const [found] = await window.client.projects.list();
    projectId = found?.project.id ?? null;
  }
  const events = await window.client.projects.watch({ projectId });
  await readUntilReady(events);
  const seen = new Set<string>();
  const following = follow(events, seen);
  const ended = await run.ended;
  expect(ended.code).toBe(0);
  expect(ended.stderr).toMatch(
    /Working through the studio in the browser \(process \d+\), which has this data folder open\./,
  );
  expect(ended.stderr).toMatch(/Animatic: .*\n/);
  expect(ended.stderr).toMatch(/Export: +100 %/);
  expect(reportOf(ended)).toMatchObject({ output: out, projectId });
  expect(existsSync(out)).toBe(true);
  const takes = await window.client.assets.takes({ projectId, shotId: null });
  expect(takes.length).toBeGreaterThan(0);
  window.close();
  await following;
  expect([...seen]).toEqual(expect.arrayContaining(['take', 'job', 'item']));

  // Reading goes on beside it, and the same command finds everything done.
  const listed = await runCli(['projects', '--home', server.home]);
  expect(listed.stdout).toContain(projectId);
  const again = await runCli(film('--out', out));
  expect(again.code).toBe(0);
  expect(reportOf(again)).toMatchObject({ projectId, jobs: { done: 0 } });
});

async function follow(events: AsyncIterator<ProjectEvent, unknown>, seen: Set<string>): Promise<void> {
  try {
    for (;;) {
      const { done, value } = await events.next();
      if (done === true) return;
      if (value.kind === 'patch') for (const { entity } of value.patch.changes) seen.add(entity);
    }
  } catch {
    // The window was closed.
  }
}

test('Ctrl-C ends what the studio does for the command line, and only that', async () => {
  const run = startCli(film('--out', join(server.home, 'film.mp4'), '--height', '720'));
  await run.seen(/Animatic: /);
  run.process.kill('SIGINT');
  const ended = await run.ended;
  expect(ended.code).toBe(130);
  expect(ended.stderr).toContain('Stopped. What was finished is kept');
  const window = await callStudio(server);
  const [found] = await window.client.projects.list();
  expect(found?.shots).toBeGreaterThan(0);
  await expect
    .poll(async () => (await window.client.projects.list())[0]?.jobs.open, { timeout: 60_000 })
    .toBe(0);
  window.close();
});

test('a studio that dies under the command line is said, and the same command goes on', async () => {
  const out = join(server.home, 'film.mp4');
  const run = startCli(film('--out', out));
  await run.seen(/Animatic: /);
  const pid = servingPid(server.home);
  process.kill(pid, 'SIGKILL');
  const ended = await run.ended;
  expect(ended.code).toBe(1);
  expect(ended.stderr).toContain('The studio that was doing this ended. What was finished is kept');
  await server.seen(/back at the same address/);
  const again = await runCli(film('--out', out));
  expect([again.code, existsSync(out)]).toEqual([0, true]);
});
