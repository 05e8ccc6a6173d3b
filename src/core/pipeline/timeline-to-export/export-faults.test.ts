import { spawn } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createNodeWorkerHost } from '../../../adapters/worker-processes/create-node-worker-host.ts';
import type { Asset } from '../../../domain/assets/asset.ts';
import { addChange, patchOf } from '../../../domain/kernel/patch.ts';
import { unwrap } from '../../../domain/kernel/result.ts';
import { sampleRow } from '../../../testing/builders/any-row.ts';
import {
  frames,
  makeClip,
  makeRows,
  makeTracks,
  testProjectId,
} from '../../../testing/builders/timeline-rows.ts';
import { isAlive } from '../../../testing/is-alive.ts';
import { createExportBench, type ExportBench } from '../../../testing/media/create-export-bench.ts';

let bench: ExportBench;
let asset: Asset;
let workerPid = 0;
const path = (): string => join(bench.folder, 'film.mp4');
const request = () =>
  ({ projectId: testProjectId, path: path(), preset: 'draft', captions: 'none' }) as const;
const leftovers = (): string[] => readdirSync(bench.folder).filter((name) => name.startsWith('.'));
const states = (): string[] => bench.studio.store.rows('export', testProjectId).map(({ state }) => state);

beforeEach(async () => {
  const onStart = (name: string, pid: number | undefined): void => {
    if (name === 'export') workerPid = pid ?? 0;
  };
  bench = createExportBench({}, () => createNodeWorkerHost({ onStart }));
  asset = await bench.addFilm('source', { frames: 24 });
  const clip = makeClip('a', 240, { assetId: asset.id, sourceInFlicks: 0, sourceLengthFlicks: frames(24) });
  bench.setTimeline(makeRows([clip]));
  writeFileSync(path(), 'the film that was there before');
});
afterEach(async () => {
  expect(leftovers()).toEqual([]);
  await bench.dispose();
});

function expectOldFilm(): void {
  expect(readFileSync(path(), 'utf8')).toBe('the film that was there before');
}

describe('an export that does not end well', () => {
  it('keeps the old film when it is cancelled', async () => {
    const controller = new AbortController();
    const result = await bench.exporter.exportFilm({
      ...request(),
      signal: controller.signal,
      onProgress: () => controller.abort(),
    });
    expect(result).toMatchObject({ ok: false, fault: { code: 'export.cancelled' } });
    expectOldFilm();
    expect(states()).toEqual(['cancelled']);
  });

  it('keeps the old film when its worker is killed, and can be done again', async () => {
    const result = await bench.exporter.exportFilm({
      ...request(),
      onProgress: ({ framesDone }) => {
        if (framesDone > 0) process.kill(workerPid, 'SIGKILL');
      },
    });
    expect(result).toMatchObject({ ok: false, fault: { code: 'export.crashed' } });
    expectOldFilm();
    unwrap(await bench.exporter.exportFilm(request()));
    expect(readFileSync(path()).length).toBeGreaterThan(1_000);
    expect(states().sort()).toEqual(['done', 'failed']);
  });

  it.each([
    // Found by whoever comes first: the decoder, or the reading through of its bytes.
    ['in its bytes', /^(media|library)\.damaged$/, true],
    ['in its length', /^library\.damaged$/, false],
  ])(
    'keeps the old film when a medium is damaged %s, and names the medium',
    async (_how, code, sameLength) => {
      const medium = unwrap(bench.library.assetPath(asset.id)).path;
      truncateSync(medium, 200);
      if (sameLength) truncateSync(medium, asset.bytes);
      const result = await bench.exporter.exportFilm(request());
      expect(result).toMatchObject({ ok: false, fault: { code: expect.stringMatching(code) } });
      expect(result.ok ? '' : result.fault.message).toContain('source');
      expectOldFilm();
    },
  );

  it('removes what a killed studio left, and closes its record', async () => {
    const dead = sampleRow('export', { projectId: testProjectId, state: 'running', path: path() });
    const label = { projectId: testProjectId, label: 'test', undoable: false };
    unwrap(bench.studio.store.commit(patchOf([addChange('export', dead)]), label));
    const own = join(bench.folder, `.film.mp4.partial-${dead.id}.mp4`);
    const foreign = join(bench.folder, '.film.mp4.partial-foreign.mp4');
    const alive = join(bench.folder, '.film.mp4.partial-alive.mp4');
    for (const partial of [own, foreign, alive]) writeFileSync(partial, 'half a film');
    const longAgo = new Date(Date.now() - 2 * 3_600_000);
    utimesSync(foreign, longAgo, longAgo);
    unwrap(await bench.exporter.exportFilm(request()));
    expect(leftovers()).toEqual(['.film.mp4.partial-alive.mp4']);
    rmSync(alive);
    expect(bench.studio.store.row('export', dead.id)).toMatchObject({ state: 'failed' });
    expect(states().sort()).toEqual(['done', 'failed']);
  });

  it('writes under any name that the file system takes, subtitles included', async () => {
    const name = `${'ü'.repeat(125)}s.mp4`;
    const target = join(bench.folder, name);
    const made = unwrap(await bench.exporter.exportFilm({ ...request(), path: target, captions: 'sidecar' }));
    expect(made.record).toMatchObject({ state: 'done', path: target });
    expect(leftovers()).toEqual([]);
  });

  it('refuses to write two films to one name at once', async () => {
    const [one, two] = await Promise.all([
      bench.exporter.exportFilm(request()),
      bench.exporter.exportFilm(request()),
    ]);
    expect([one, two].filter((result) => result.ok).length).toBe(1);
    const refused = one.ok ? two : one;
    expect(refused).toMatchObject({ ok: false, fault: { code: 'export.busy' } });
  });
});

describe('a target that cannot be', () => {
  const refusal = async (target: string): Promise<string> => {
    const result = await bench.exporter.exportFilm({ ...request(), path: target });
    return result.ok ? 'none' : result.fault.code;
  };

  it('is refused before any work is done', async () => {
    mkdirSync(join(bench.folder, 'folder.mp4'));
    expect(await refusal(join(bench.folder, 'folder.mp4'))).toBe('export.target-is-folder');
    expect(await refusal(join(bench.folder, 'nowhere', 'film.mp4'))).toBe('export.no-such-folder');
    expect(await refusal(join(path(), 'film.mp4'))).toBe('export.no-such-folder');
    expect(await refusal('/dev/null')).toBe('export.target-is-no-file');
    expect(states()).toEqual([]);
    expectOldFilm();
  });

  it('is refused when it is one of the media, also through a link', async () => {
    const medium = unwrap(bench.library.assetPath(asset.id)).path;
    expect(await refusal(medium)).toBe('export.target-is-source');
    symlinkSync(medium, join(bench.folder, 'link.mp4'));
    expect(await refusal(join(bench.folder, 'link.mp4'))).toBe('export.target-is-source');
    unwrap(await bench.library.verify(asset.id));
  });

  it('is refused where nothing may be written', async () => {
    const closed = join(bench.folder, 'closed');
    mkdirSync(closed);
    chmodSync(closed, 0o500);
    // The super-user may write anywhere; then the film is made.
    const expected = process.getuid?.() === 0 ? 'none' : 'export.not-writable';
    expect(await refusal(join(closed, 'film.mp4'))).toBe(expected);
    chmodSync(closed, 0o700);
  });
});

describe('a plan that cannot be', () => {
  it('is refused with what is wrong', async () => {
    const code = async (over: object): Promise<string> => {
      const result = await bench.exporter.exportFilm({ ...request(), ...over });
      return result.ok ? 'none' : result.fault.code;
    };
    expect(await code({ preset: 'toString' })).toBe('export.unknown-preset');
    expect(await code({ projectId: 'nobody' })).toBe('project.not-found');
    expectOldFilm();
  });

  it('says so when there is nothing to show', async () => {
    const empty = createExportBench();
    empty.setTimeline({ tracks: makeTracks(), items: [], transitions: [] });
    const result = await empty.exporter.exportFilm({ ...request(), path: join(empty.folder, 'film.mp4') });
    expect(result).toMatchObject({ ok: false, fault: { code: 'export.empty-timeline' } });
    await empty.dispose();
  });
});

describe('a studio that is killed while it exports', () => {
  it('leaves the old film, no partial file and no process', async () => {
    const script = fileURLToPath(new URL('../../../testing/media/export-until-killed.ts', import.meta.url));
    const studio = spawn(process.execPath, [script, path()], {
      stdio: ['ignore', 'pipe', 'inherit'],
      // Its data folder goes where this test's is removed.
      env: { ...process.env, TMPDIR: bench.folder },
    });
    const pid = await new Promise<number>((resolve) => {
      studio.stdout?.once('data', (chunk: Buffer) => resolve(Number(chunk.toString().trim())));
    });
    expect(leftovers().length).toBe(1);
    studio.kill('SIGKILL');
    await expect.poll(() => isAlive(pid), { timeout: 8_000 }).toBe(false);
    expect(leftovers()).toEqual([]);
    expectOldFilm();
    expect(existsSync(path())).toBe(true);
  });
});
