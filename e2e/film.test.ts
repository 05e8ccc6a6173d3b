import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { probeMedia } from '../src/adapters/libav/probe-media.ts';
import { flicksToSeconds } from '../src/domain/kernel/time.ts';
import type { Shot } from '../src/domain/shots/shot.ts';
import { type CliRun, reportOf, runCli, startCli } from './run-cli.ts';

const screenplay = `Title: The Key

INT. KITCHEN - NIGHT

ANNA (30s, red scarf) finds a brass key under the cup.

ANNA
Whose is this?

EXT. GARDEN - DAWN

Fog over the roses.
`;

let folder = '';
let home = '';
let story = '';
let out = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'reelwright-film-'));
  home = join(folder, 'home');
  story = join(folder, 'the-key.fountain');
  out = join(folder, 'the-key.mp4');
  await writeFile(story, screenplay);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const film = (...more: string[]): Promise<CliRun> =>
  runCli(['film', story, '--home', home, '--out', out, '--height', '144', '--json', ...more]);

const shotsOf = async (projectId: string): Promise<Shot[]> =>
  JSON.parse((await runCli(['shots', projectId, '--home', home, '--json'])).stdout) as Shot[];

describe('film, offline', () => {
  let projectId = '';

  test('a story becomes a complete file with picture, sound and the length that was promised', async () => {
    const run = await film();
    expect(run.stderr).toContain('new project');
    expect(run.code).toBe(0);
    const report = reportOf(run);
    projectId = report.projectId;
    expect(report).toMatchObject({ output: out, scenes: 2, costUsd: 0, jobs: { failed: 0, unknown: 0 } });
    expect(report.jobs.done).toBe(report.shots * 2);
    const { facts } = await probeMedia(out);
    expect(facts.video).toMatchObject({ codec: 'h264', widthPx: 256, heightPx: 144, fpsNum: 24, fpsDen: 1 });
    expect(facts.audio).toMatchObject({ codec: 'aac', sampleRate: 48_000 });
    expect(Math.abs(flicksToSeconds(facts.durationFlicks) - report.durationSeconds)).toBeLessThan(1 / 24);
  });

  test('the same command again makes nothing again', async () => {
    const before = await shotsOf(projectId);
    const report = reportOf(await film());
    expect(report.projectId).toBe(projectId);
    expect(report.jobs.done).toBe(0);
    expect(await shotsOf(projectId)).toEqual(before);
  });

  test('a changed paragraph changes only its own shots', async () => {
    const before = await shotsOf(projectId);
    await writeFile(story, screenplay.replace('Fog over the roses.', 'Snow over the roses.'));
    const report = reportOf(await film());
    expect(report.projectId).toBe(projectId);
    const after = await shotsOf(projectId);
    const chosen = (shots: Shot[]): Map<string, string | null> =>
      new Map(shots.map((shot) => [shot.id, shot.chosenClipId]));
    const changed = [...chosen(after)].filter(([id, take]) => chosen(before).get(id) !== take);
    const touched = after.filter(({ id }) => changed.some(([changedId]) => changedId === id));
    expect(touched.length).toBeGreaterThan(0);
    expect(touched.every(({ description, place }) => `${description}${place}`.match(/snow|garden/i))).toBe(
      true,
    );
    expect(report.jobs.done).toBe(touched.length * 2);
  });

  test('a new scene in between leaves the pictures of the others alone', async () => {
    const before = await shotsOf(projectId);
    await writeFile(
      story,
      screenplay
        .replace('Fog over', 'Snow over')
        .replace('EXT. GARDEN', 'EXT. STREET - DAY\n\nA dog waits.\n\nEXT. GARDEN'),
    );
    const report = reportOf(await film());
    const after = new Map((await shotsOf(projectId)).map((shot) => [shot.id, shot]));
    for (const shot of before) expect(after.get(shot.id)?.chosenClipId).toBe(shot.chosenClipId);
    expect(report.jobs.done).toBe((after.size - before.length) * 2);
  });

  test('--new starts another project; another aspect is another project too', async () => {
    const fresh = reportOf(await film('--new'));
    expect(fresh.projectId).not.toBe(projectId);
    const tall = reportOf(await film('--aspect', '9:16'));
    expect([projectId, fresh.projectId]).not.toContain(tall.projectId);
  });

  test('--captions sidecar writes an .srt beside the film', async () => {
    await film('--captions', 'sidecar');
    expect(await readFile(join(folder, 'the-key.srt'), 'utf8')).toContain('Whose is this?');
  });

  test('no temporary file is left beside the film', async () => {
    expect((await readdir(folder)).filter((name) => name.includes('partial'))).toEqual([]);
  });
});

describe('killed and started again', () => {
  test('SIGKILL on the way, twice: the same command ends with the same shots, takes and timeline as one that ran through', async () => {
    const killed = join(folder, 'killed-home');
    const whole = join(folder, 'whole-home');
    const args = (at: string) => [
      'film',
      story,
      '--home',
      at,
      '--out',
      join(at, 'film.mp4'),
      '--height',
      '144',
      '--json',
    ];
    for (const sign of [/1 of \d+|Animatic: [1-5]\d %/, /Export/]) {
      const running = startCli(args(killed));
      await running.seen(sign);
      running.process.kill('SIGKILL');
      await running.ended;
    }
    const resumed = await runCli(args(killed));
    expect(resumed.code).toBe(0);
    const straight = await runCli(args(whole));
    const [a, b] = [reportOf(resumed), reportOf(straight)];
    expect([a.scenes, a.shots, a.durationSeconds]).toEqual([b.scenes, b.shots, b.durationSeconds]);
    const jobs = async (at: string) =>
      (
        JSON.parse((await runCli(['jobs', '--home', at, '--json'])).stdout) as {
          state: string;
          request: { brief: object; kind: string };
        }[]
      )
        .map(({ state, request: { brief, kind } }) => JSON.stringify([state, kind, brief]))
        .sort();
    expect(await jobs(killed)).toEqual(await jobs(whole));
    const shots = async (at: string, id: string) =>
      (JSON.parse((await runCli(['shots', id, '--home', at, '--json'])).stdout) as Shot[]).map(
        ({ description, size, move, durationFlicks, chosenStillId, chosenClipId }) => [
          description,
          size,
          move,
          durationFlicks,
          chosenStillId !== null,
          chosenClipId !== null,
        ],
      );
    expect(await shots(killed, a.projectId)).toEqual(await shots(whole, b.projectId));
  });
});
