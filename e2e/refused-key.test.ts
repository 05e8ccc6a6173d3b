import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startFalSim } from '../tools/fal-sim/start-fal-sim.ts';
import { runCli } from './run-cli.ts';

test('a refused key ends the run: said once, nothing charged, nothing written, the project kept', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'reelwright-key-'));
  const sim = await startFalSim({ keys: ['right:key'], mostClipHeightPx: 144 });
  try {
    const story = join(folder, 'two.md');
    await writeFile(story, '# One\n\nA man waits.\n\n# Two\n\nA woman waits.\n');
    const home = ['--home', join(folder, 'home'), '--json'];
    const film = ['film', story, '--out', join(folder, 'two.mp4'), '--height', '144', ...home];
    const run = await runCli([...film, '--provider', 'fal', '--max-cost', '20'], {
      FAL_KEY: 'wrong:key',
      REELWRIGHT_FAL_URL: sim.origin.origin,
    });
    expect(run.code).toBe(1);
    expect(JSON.parse(run.stdout)).toMatchObject({ error: { code: 'provider.key-refused' } });
    // For all of its shots together, and in the sentence that ends the command.
    expect(run.stderr.match(/still: Fal refused the key/g)).toHaveLength(1);
    expect(run.stderr).toMatch(/\nFal refused the key, so no film was written\./);
    expect(sim.charges()).toEqual([]);
    expect((await readdir(folder)).sort()).toEqual(['home', 'two.md']);
    expect(JSON.parse((await runCli(['projects', ...home])).stdout)).toHaveLength(1);
  } finally {
    await sim.close();
    await rm(folder, { recursive: true, force: true });
  }
});
