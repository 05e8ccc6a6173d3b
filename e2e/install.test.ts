import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const run = promisify(execFile);
const root = dirname(import.meta.dirname);

/** What a script of the project sees: its Node after the guard, and a working database. */
const probe = `
import { requireNode } from './tools/require-node.mjs';
requireNode();
const { default: Database } = await import('better-sqlite3');
console.log(process.versions.node.split('.')[0], new Database(':memory:').prepare('select 42').pluck().get());
`;

/** Programs an install may use. No Python, no compiler, no make: a package that wants one fails here. */
const allowed = ['node', 'npm', 'sh', 'env', 'uname', 'cat', 'sed', 'dirname', 'basename', 'ls'];

let folder = '';
let bin = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'reelwright-install-'));
  bin = join(folder, 'bin');
  await mkdir(bin);
  const systemPath = (process.env['PATH'] ?? '')
    .split(':')
    .filter((part) => !part.includes('node_modules'))
    .join(':');
  for (const program of allowed) {
    const { stdout } = await run('/bin/sh', ['-c', `command -v ${program}`], { env: { PATH: systemPath } });
    await symlink(stdout.trim(), join(bin, program));
  }
});

afterAll(() => rm(folder, { recursive: true, force: true }));

describe.each(['10.9.4', '11.6.2'])('npm %s', (npm) => {
  test('npm ci works without scripts, Python or a compiler, and brings Node 24 and a working database', async () => {
    const project = join(folder, `npm-${npm}`);
    await mkdir(project);
    for (const file of ['package-lock.json', '.npmrc']) await cp(join(root, file), join(project, file));
    const manifest = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
    manifest.scripts = { probe: 'node probe.mjs' };
    await writeFile(join(project, 'package.json'), JSON.stringify(manifest));
    const env = { HOME: process.env['HOME'], PATH: bin, npm_config_prefer_offline: 'true' };
    await run('npm', ['exec', '--yes', `--package=npm@${npm}`, '--', 'npm', 'ci', '--no-progress'], {
      cwd: project,
      env: env as NodeJS.ProcessEnv,
      maxBuffer: 1 << 26,
    });
    await cp(join(root, 'tools/require-node.mjs'), join(project, 'tools/require-node.mjs'));
    await writeFile(join(project, 'probe.mjs'), probe);
    const { stdout } = await run(
      'npm',
      ['exec', '--yes', `--package=npm@${npm}`, '--', 'npm', 'run', '--silent', 'probe'],
      {
        cwd: project,
        env: env as NodeJS.ProcessEnv,
      },
    );
    expect(stdout.trim()).toBe('24 42');
    await rm(project, { recursive: true, force: true });
  }, 600_000);
});
