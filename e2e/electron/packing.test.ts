import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { extractFile, listPackage } from '@electron/asar';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { getConfig, validateConfiguration } from 'app-builder-lib/out/util/config/config.js';
import { DebugLogger } from 'builder-util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { withDesktopBuild } from '../../src/testing/build-desktop.ts';

const root = join(import.meta.dirname, '../..');

describe('the configuration of electron-builder', () => {
  it('fits its own schema', async () => {
    const config = await getConfig(root, 'electron-builder.yml', null);
    await validateConfiguration(config, new DebugLogger(false));
  });

  it('is refused with a setting that does not exist', async () => {
    const config = await getConfig(root, 'electron-builder.yml', { noSuchSetting: true } as never);
    await expect(validateConfiguration(config, new DebugLogger(false))).rejects.toThrow(/noSuchSetting/);
  });
});

describe('the desktop application, packed against a stand-in distribution', () => {
  const folder = mkdtempSync(join(tmpdir(), 'reelwright-pack-'));
  const packed = join(folder, 'release', 'linux-unpacked');
  const archive = join(packed, 'resources/app.asar');
  let files: string[] = [];

  beforeAll(async () => {
    const distribution = makeStandInDistribution(join(folder, 'dist'));
    await withDesktopBuild(() =>
      run('electron-builder', [
        '--dir',
        '--linux',
        '--x64',
        `-c.electronDist=${distribution}`,
        `-c.directories.output=${join(folder, 'release')}`,
      ]),
    );
    files = listPackage(archive, { isPack: false }).map((path) => path.replaceAll('\\', '/'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('holds the bundles, the screen, the sample story and the licences', () => {
    const { main } = JSON.parse(extractFile(archive, 'package.json').toString()) as { main: string };
    expect(files).toEqual(
      expect.arrayContaining([
        `/${main}`,
        '/out/main/studio.js',
        '/out/main/workers/export.worker.js',
        '/out/preload/preload.cjs',
        '/out/renderer/index.html',
        '/resources/sample/the-night-ferry.fountain',
        '/LICENSE',
        '/THIRD-PARTY-NOTICES.md',
      ]),
    );
  });

  it('holds every package that the bundles ask for, and native ones outside the archive', () => {
    const asked = files
      .filter((file) => /^\/out\/(main|preload)\/.*\.c?js$/.test(file))
      .flatMap((file) => packagesAsked(extractFile(archive, file.slice(1)).toString()));
    const held = new Set(files.map((file) => packageOf(file)).filter((name) => name !== null));
    expect([...new Set(asked)].filter((name) => name !== 'electron' && !held.has(name))).toEqual([]);
    expect(existsSync(join(packed, 'resources/app.asar.unpacked/node_modules/better-sqlite3'))).toBe(true);
  });

  it('holds no Node of its own, no source and no tests', () => {
    expect(files.filter((file) => /^\/(src|e2e|tools|bench|docs)\//.test(file))).toEqual([]);
    expect(files.filter((file) => /^\/node_modules\/node-(linux|win)/.test(file))).toEqual([]);
    expect(
      files.filter((file) => /^\/node_modules\/(react|electron|vitest|playwright)\//.test(file)),
    ).toEqual([]);
  });

  it('has its fuses blown', async () => {
    const wire = await getCurrentFuseWire(join(packed, manifest.name));
    expect(wire[FuseV1Options.RunAsNode]).toBe(FuseState.DISABLE);
    expect(wire[FuseV1Options.EnableNodeOptionsEnvironmentVariable]).toBe(FuseState.DISABLE);
    expect(wire[FuseV1Options.EnableNodeCliInspectArguments]).toBe(FuseState.DISABLE);
    expect(wire[FuseV1Options.OnlyLoadAppFromAsar]).toBe(FuseState.ENABLE);
    expect(wire[FuseV1Options.EnableEmbeddedAsarIntegrityValidation]).toBe(FuseState.ENABLE);
    expect(wire[FuseV1Options.GrantFileProtocolExtraPrivileges]).toBe(FuseState.DISABLE);
  });
});

function run(tool: string, args: readonly string[]): void {
  execFileSync(process.execPath, [join(root, 'tools/run.mjs'), tool, ...args], { cwd: root, stdio: 'pipe' });
}

/** What electron-builder looks for in a distribution, with a fuse wire where Electron's program has its own. */
function makeStandInDistribution(folder: string): string {
  for (const name of ['resources', 'locales']) mkdirSync(join(folder, name), { recursive: true });
  const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
  const wire = Buffer.concat([
    Buffer.from(`stand-in ${sentinel}`),
    Buffer.from([1, 9]),
    Buffer.from('101100011 '),
  ]);
  writeFileSync(join(folder, 'electron'), wire, { mode: 0o755 });
  const electron = JSON.parse(readFileSync(join(root, 'node_modules/electron/package.json'), 'utf8')) as {
    version: string;
  };
  writeFileSync(join(folder, 'version'), electron.version);
  for (const name of ['LICENSE', 'LICENSES.chromium.html']) writeFileSync(join(folder, name), 'stand-in');
  return folder;
}

/** Names of the packages that a bundle imports or requires. */
function packagesAsked(source: string): string[] {
  const found = source.matchAll(
    /(?:^(?:import|export)[^;"']*["']|\bimport\(["']|\brequire\(["'])((?:@[\w.-]+\/)?[a-z][\w.-]*)[^"']*["']/gm,
  );
  return [...found]
    .map(([, name = '']) => name)
    .filter((name) => name !== 'node' && !builtinModules.includes(name));
}

function packageOf(file: string): string | null {
  return /^\/node_modules\/((?:@[^/]+\/)?[^/]+)\/package\.json$/.exec(file)?.[1] ?? null;
}
