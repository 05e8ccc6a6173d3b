import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';

/** An entry point as ours are, in a project without an installed Node, on a Node that says it is `version`. */
function startOn(version: string): {
  readonly code: number | null;
  readonly out: string;
  readonly words: string;
} {
  const folder = mkdtempSync(join(tmpdir(), 'reelwright-node-'));
  try {
    mkdirSync(join(folder, 'tools'));
    const check = join(folder, 'tools', 'require-node.mjs');
    copyFileSync(fileURLToPath(new URL('./require-node.mjs', import.meta.url)), check);
    const pretend = join(folder, 'pretend.mjs');
    writeFileSync(
      pretend,
      `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '${version}' } });`,
    );
    const entry = join(folder, 'entry.mjs');
    writeFileSync(
      entry,
      `import { requireNode } from './tools/require-node.mjs'; requireNode(); console.log('started');`,
    );
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['--import', pathToFileURL(pretend).href, entry],
      { encoding: 'utf8' },
    );
    return { code: status, out: stdout, words: stderr };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

test.each(['18.19.0', '20.20.2', '22.21.0'])(
  'Node %s is refused in words before anything is loaded',
  (version) => {
    const { code, out, words } = startOn(version);
    expect(code).toBe(1);
    expect(out).toBe('');
    expect(words).toContain(`Reelwright needs Node 24 or newer; this is Node ${version}`);
    expect(words).toContain('Nothing was started and nothing was changed.');
    expect(words).toContain('npm ci');
    expect(words).not.toMatch(/^\s+at /m);
  },
);

test.each(['24.0.0', '26.1.0'])('Node %s goes on', (version) => {
  expect(startOn(version)).toEqual({ code: 0, out: 'started\n', words: '' });
});
