import { afterAll, beforeAll, expect, test } from 'vitest';
import { type S3Sim, startS3Sim } from '../../../tools/s3-sim/start-s3-sim.ts';
import { createHttpFilmSharing } from '../../adapters/sync-service/create-http-film-sharing.ts';
import { createSystemClock } from '../../adapters/system/system-clock.ts';
import type { Activity } from '../../contract/activities.ts';
import { fail, ok } from '../../domain/kernel/result.ts';
import { createTestStudio, type TestStudio } from '../../testing/create-test-studio.ts';
import { askService } from '../../testing/service/ask-service.ts';
import { startTestService, type TestService } from '../../testing/service/start-test-service.ts';
import type { FilmSharing } from '../ports/film-sharing.ts';

let storage: S3Sim;
let service: TestService;
beforeAll(async () => {
  storage = await startS3Sim();
  service = await startTestService({ storage: storage.settings });
});
afterAll(async () => {
  await service.stop();
  await storage.close();
});

/** The way to the real service, on which films do not get through while it is down. */
function createLine(person: string) {
  const real = createHttpFilmSharing({
    origin: new URL(service.origin),
    token: async () => ok(await service.token(person)),
    clock: createSystemClock(),
  });
  const line = { isDown: false, tries: 0 };
  const sharing: FilmSharing = {
    ...real,
    sendFilm(...given) {
      line.tries += 1;
      return line.isDown
        ? Promise.resolve(fail('sync.unreachable', 'There is no line.'))
        : real.sendFilm(...given);
    },
  };
  return { line, sharing };
}

const order = { preset: 'draft', captions: 'none' } as const;

async function until(studio: TestStudio, is: (publishing: Activity) => boolean): Promise<Activity> {
  for (;;) {
    const found = (await studio.client.activities.list()).find(({ kind }) => kind === 'publish');
    if (found !== undefined && is(found)) return found;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

const hasEnded = ({ finishedAtMs }: Activity): boolean => finishedAtMs !== null;

async function openShared(person: string, seed: number, sharing: FilmSharing) {
  const studio = createTestStudio({ seed, host: 'server', openFilmSharing: () => sharing });
  const projectId = await studio.openStory();
  const project = { id: projectId, title: 'Film', organisationId: null };
  await askService(service, await service.token(person), 'POST', '/api/projects', project);
  return { studio, projectId };
}

test('a line that is lost while the film is sent is waited out, and said; it goes on when it is back', async () => {
  const { line, sharing } = createLine('user_waits');
  const { studio, projectId } = await openShared('user_waits', 21, sharing);
  await using _ = studio;
  line.isDown = true;
  await studio.client.shares.queueCut({ projectId, ...order });
  const waits = await until(studio, ({ message }) => message?.startsWith('There is no line') === true);
  expect(waits).toMatchObject({ state: 'running', secondsLeft: null });
  line.isDown = false;
  for (const before = line.tries; line.tries === before; ) await studio.clock.advanceToNext();
  expect(await until(studio, hasEnded)).toMatchObject({ state: 'done' });
  expect((await studio.client.shares.cut({ projectId })).cut).not.toBeNull();
});

test('a studio that ends while it publishes goes on at its next start', async () => {
  const { line, sharing } = createLine('user_ends');
  const { studio, projectId } = await openShared('user_ends', 22, sharing);
  line.isDown = true;
  await studio.client.shares.queueCut({ projectId, ...order });
  await until(studio, ({ message }) => message?.startsWith('There is no line') === true);
  await studio.studio.close();
  line.isDown = false;
  const next = createTestStudio({ home: studio.home, host: 'server', openFilmSharing: () => sharing });
  expect(await until(next, hasEnded)).toMatchObject({ kind: 'publish', state: 'done' });
  expect((await next.client.shares.cut({ projectId })).cut).not.toBeNull();
  await next.studio.close();
  await studio.cleanup();
});

test('what was cancelled is not begun again, and what the service refuses is said with what links show', async () => {
  const { line, sharing } = createLine('user_cancels');
  const { studio, projectId } = await openShared('user_cancels', 23, sharing);
  await using _ = studio;
  line.isDown = true;
  const { id } = await studio.client.shares.queueCut({ projectId, ...order });
  await until(studio, ({ message }) => message?.startsWith('There is no line') === true);
  await studio.client.activities.cancel({ activityId: id });
  expect(await until(studio, hasEnded)).toMatchObject({
    state: 'cancelled',
    message: 'Cancelled. Links show what they showed before.',
  });
  expect(studio.studio.parts.orders.list()).toEqual([]);
  const stranger = createLine('user_stranger');
  const other = createTestStudio({ seed: 24, openFilmSharing: () => stranger.sharing });
  const foreign = await other.openStory();
  await other.client.shares.queueCut({ projectId: foreign, ...order });
  const failed = await until(other, hasEnded);
  expect(failed.state).toBe('failed');
  expect(failed.message).toMatch(/Links show what they showed before\.$/);
  await other.cleanup();
});
