import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Shot } from '../../src/domain/shots/shot.ts';
import { freeChoice, smallFilm } from '../studio/open-film.ts';
import { type Device, type Internet, openDevice, openInternet, pier } from './open-devices.ts';
import { readProject } from './read-project.ts';

const story = `${pier}
EXT. SEA - NIGHT

A boat turns in the dark.
`;

let internet: Internet;
let train: Device;
let home: Device;

beforeAll(async () => {
  internet = await openInternet();
  train = await openDevice(internet);
  home = await openDevice(internet);
});
afterAll(async () => {
  await train?.close();
  await home?.close();
  await internet?.close();
});

test('a film that was begun on one device is gone on with on the other, offline and online, and is the same on both', async () => {
  const { project } = await train.client.projects.create({
    name: 'pier.fountain',
    source: { from: 'words', words: story },
    settings: smallFilm,
  });
  const projectId = project.id;
  const shotsOf = async ({ client }: Device): Promise<Shot[]> =>
    [...(await readProject(client, projectId)).entries()]
      .filter(([key]) => key.startsWith('shot '))
      .map(([, row]) => row as unknown as Shot);
  const same = async (): Promise<void> =>
    expect
      .poll(async () => {
        const [there, here] = [
          await readProject(train.client, projectId),
          await readProject(home.client, projectId),
        ];
        return (
          [...there].filter(([key, row]) => JSON.stringify(row) !== JSON.stringify(here.get(key))).length +
          [...here.keys()].filter((key) => !there.has(key)).length
        );
      })
      .toBe(0);

  await train.client.sync.turnOn({ projectId, organisationId: null });
  await expect
    .poll(async () => (await home.client.sync.now({ projectId: null })).elsewhere.map(({ id }) => id))
    .toContain(projectId);
  await home.client.sync.openHere({ projectId });
  await expect
    .poll(async () => (await home.client.projects.list()).map(({ project }) => project.id))
    .toContain(projectId);
  await same();
  const [first, second] = await shotsOf(train);
  if (first === undefined || second === undefined) throw new Error('The story has no two shots.');

  // One edit while both are open: there within a moment.
  await train.client.shots.edit({
    projectId,
    shotId: first.id,
    fields: { description: 'The pier from above.' },
  });
  await expect
    .poll(async () => (await shotsOf(home)).find(({ id }) => id === first.id)?.description)
    .toBe('The pier from above.');

  // Into the tunnel: both go on, and both reword the same shot.
  train.gate.cut();
  home.gate.cut();
  await train.client.shots.edit({
    projectId,
    shotId: first.id,
    fields: { description: 'Rain on the planks.' },
  });
  await train.client.shots.edit({ projectId, shotId: second.id, fields: { lensMm: 85 } });
  await home.client.shots.edit({
    projectId,
    shotId: first.id,
    fields: { description: 'A lamp in the rain.' },
  });
  await home.client.shots.edit({ projectId, shotId: second.id, fields: { size: 'wide' } });
  train.gate.mend();
  home.gate.mend();
  await train.client.sync.now({ projectId });
  await home.client.sync.now({ projectId });
  await train.client.sync.now({ projectId });
  await same();

  const [, merged] = await shotsOf(train);
  expect(merged).toMatchObject({ lensMm: 85, size: 'wide' });
  const conflicts = [...(await readProject(home.client, projectId)).entries()].filter(([key]) =>
    key.startsWith('conflict '),
  );
  expect(conflicts.map(([, row]) => [row['field'], row['value'], row['winnerValue']])).toEqual([
    ['description', 'Rain on the planks.', 'A lamp in the rain.'],
  ]);

  // Pictures are drawn on the train, and seen at home.
  for await (const _ of await train.client.jobs.generate({
    projectId,
    choice: freeChoice,
    maxCostUsdMicros: 0,
  })) {
    // Until everything is drawn.
  }
  const picturesOf = async (device: Device): Promise<string[]> =>
    [...(await readProject(device.client, projectId)).keys()].filter((key) => key.startsWith('asset '));
  await train.client.sync.now({ projectId });
  await home.client.sync.now({ projectId });
  await same();
  expect((await picturesOf(home)).length).toBeGreaterThan(3);
  for (const device of [train, home])
    await device.client.sync.chooseMedia({ projectId, choice: 'everything' });
  await expect.poll(() => filesOf(home), { timeout: 60_000 }).toEqual(filesOf(train));
  expect(filesOf(home).length).toBeGreaterThan(3);
});

/** The library's files, each with the SHA-256 of its bytes. */
function filesOf({ server }: Device): string[] {
  const folder = join(server.home, 'media');
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.endsWith('incoming'))
    .map(({ name, parentPath }) => {
      const bytes = readFileSync(join(parentPath, name));
      return `${name} ${createHash('sha256').update(bytes).digest('hex')}`;
    })
    .sort();
}
