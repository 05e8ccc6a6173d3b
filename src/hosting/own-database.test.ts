import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { startEmbeddedPostgres } from '../../tools/embedded-postgres/start-embedded-postgres.ts';
import type { StudioClient } from '../contract/contract.ts';
import { faultOfCall } from '../contract/fault-of-call.ts';
import { unwrap } from '../domain/kernel/result.ts';
import { openStudio } from './open-studio.ts';

const undo: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const one of undo.splice(0).reverse()) await one();
});

async function openDevice(): Promise<StudioClient> {
  const home = mkdtempSync(join(tmpdir(), 'reelwright-own-'));
  undo.push(async () => rmSync(home, { recursive: true, force: true }));
  const studio = unwrap(
    openStudio({ home, what: 'test', readOnly: false, provider: null, kind: 'server', env: {} }),
  );
  undo.push(() => studio.close());
  return studio.client;
}

const faultOf = (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => 'none',
    (error: unknown) => faultOfCall(error).code,
  );

test('two studios keep a film the same over a database of one’s own', async () => {
  const postgres = await startEmbeddedPostgres();
  undo.push(() => postgres.stop());
  const [one, two] = [await openDevice(), await openDevice()];
  expect(await faultOf(one.sync.setOwnDatabase({ connectionString: 'mysql://x', keepInFile: false }))).toBe(
    'sync.bad-database',
  );
  const set = { connectionString: postgres.url, keepInFile: true };
  expect((await one.sync.setOwnDatabase(set)).host).toBe(new URL(postgres.url).host);
  await two.sync.setOwnDatabase(set);
  const { project } = await one.projects.create({
    name: 'pier.fountain',
    source: { from: 'words', words: 'INT. PIER - DAY\n\nRain falls.\n' },
    settings: { aspect: '16:9', heightPx: 144, fpsNum: 24, fpsDen: 1, style: null },
  });
  await one.sync.turnOn({ projectId: project.id, organisationId: null });
  await one.sync.now({ projectId: project.id });
  await expect.poll(async () => (await two.sync.now({ projectId: null })).elsewhere.length).toBe(1);
  await two.sync.openHere({ projectId: project.id });
  await expect
    .poll(async () => (await two.projects.list()).map(({ project: { title } }) => title))
    .toEqual([project.title]);
  expect(await faultOf(one.sync.removeOwnDatabase())).toBe('sync.place-in-use');
  await one.sync.turnOff({ projectId: project.id });
  expect((await one.sync.removeOwnDatabase()).host).toBeNull();
});
