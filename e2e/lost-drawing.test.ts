import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { reportOf, runCli } from './run-cli.ts';

test('drawings that are gone from the library are drawn again', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'reelwright-lost-'));
  try {
    const story = join(folder, 'one.md');
    await writeFile(story, 'A man waits.\n');
    const home = join(folder, 'home');
    const film = [
      'film',
      story,
      '--out',
      join(folder, 'one.mp4'),
      '--height',
      '144',
      '--home',
      home,
      '--json',
    ];
    const first = reportOf(await runCli(film));
    const media = join(home, 'media');
    for (const name of await readdir(media, { recursive: true })) {
      if (/\.(png|mp4)$/.test(name)) await rm(join(media, name));
    }
    const again = await runCli(film);
    expect(again.stderr).not.toContain('not in the media library');
    expect(again.code).toBe(0);
    expect(reportOf(again).jobs).toEqual(first.jobs);
    const doctor = await runCli(['doctor', '--home', home]);
    expect(doctor.stdout).not.toContain('✗ Library');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
