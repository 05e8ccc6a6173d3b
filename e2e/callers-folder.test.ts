import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root, startCli } from './run-cli.ts';

test('under npm, paths mean the folder that npm was called from', async () => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'reelwright-caller-')));
  const npm = { INIT_CWD: folder, npm_package_json: join(root, 'package.json') };
  const homeFor = async (script: string): Promise<string> => {
    const env = { ...npm, npm_lifecycle_event: script };
    return (await startCli(['projects', '--home', 'nowhere'], env).ended).stderr;
  };
  try {
    expect(await homeFor('reelwright')).toContain(join(folder, 'nowhere'));
    // A program that is started by some other script has a folder of its own.
    expect(await homeFor('test')).not.toContain(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('every command explains itself', async () => {
  const { code, stdout } = await startCli(['shots', '--help']).ended;
  expect(code).toBe(0);
  expect(stdout).toContain('the shot list');
});
