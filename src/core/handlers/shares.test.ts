import { randomUUID } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type S3Sim, startS3Sim } from '../../../tools/s3-sim/start-s3-sim.ts';
import { createHttpFilmSharing } from '../../adapters/sync-service/create-http-film-sharing.ts';
import { createSystemClock } from '../../adapters/system/system-clock.ts';
import { faultOfCall } from '../../contract/fault-of-call.ts';
import type { PublishProgress } from '../../contract/shares.ts';
import { ok } from '../../domain/kernel/result.ts';
import { shotOf } from '../../domain/timeline/shot-of.ts';
import { createTestStudio } from '../../testing/create-test-studio.ts';
import { askService } from '../../testing/service/ask-service.ts';
import { startTestService, type TestService } from '../../testing/service/start-test-service.ts';
import { lookAtFilm } from '../../testing/test-film.ts';

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

const sharingOf = (person: string) =>
  createHttpFilmSharing({
    origin: new URL(service.origin),
    token: async () => ok(await service.token(person)),
    clock: createSystemClock(),
  });

/** A studio of somebody, with a story that the service knows. */
async function openShared(person: string, seed = 1) {
  const studio = createTestStudio({ seed, openFilmSharing: () => sharingOf(person) });
  const projectId = await studio.openStory();
  const project = { id: projectId, title: 'Film', organisationId: null };
  await askService(service, await service.token(person), 'POST', '/api/projects', project);
  return { studio, client: studio.client, projectId };
}

const codeOf = (call: Promise<unknown>) =>
  call.then(
    () => 'none',
    (error: unknown) => faultOfCall(error).code,
  );

test('the cut is written, sent and watched by link; what is said of it comes back on its shot', async () => {
  const { studio, client, projectId } = await openShared('user_anna');
  await using _ = studio;
  const link = await client.shares.create({ projectId, title: 'Rough', expiresAtMs: null, password: null });
  expect(link.url).toMatch(new RegExp(`^${service.origin}/watch/[\\w-]{43}$`));
  const seen: PublishProgress[] = [];
  for await (const progress of await client.shares.publish({
    projectId,
    preset: 'draft',
    captions: 'none',
  })) {
    seen.push(progress);
  }
  expect(seen.map(({ stage }) => stage)).toContain('sending');
  const sent = seen.at(-1);
  expect(sent?.done).toBe(sent?.total);
  // Nothing of it stays here.
  expect(
    readdirSync(studio.studio.parts.library.incomingFolder).filter((name) => name.includes('cut')),
  ).toEqual([]);
  const film = await fetch(`${link.url}/film`);
  expect(Buffer.from(await film.arrayBuffer()).toString('latin1', 4, 8)).toBe('ftyp');

  const [, second] = await client.shots.list({ projectId });
  const { main } = lookAtFilm(studio, projectId);
  const clip = main.find(({ item }) => shotOf(item) === second?.id);
  const atMs = Math.round((clip?.startFlicks ?? 0) / 705_600) + 250;
  const said = { id: randomUUID(), name: 'Willa', text: 'Too dark', parentId: null, atMs };
  await fetch(`${link.url}/comments`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(said),
  });
  await client.shares.exchangeComments({ projectId });
  const page = await client.shares.comments({ projectId, after: 0 });
  expect(page.comments).toMatchObject([{ text: 'Too dark', shotId: second?.id, shotOffsetMs: 250 }]);
  const answer = { id: randomUUID(), text: 'Brighter now', parentId: said.id, atMs: null };
  expect(await client.shares.say({ projectId, ...answer })).toMatchObject({
    name: 'A maker',
    byMaker: true,
  });
  const resolved = { projectId, commentId: said.id, change: { change: 'resolve' } } as const;
  expect((await client.shares.changeComment(resolved))?.resolvedAtMs).not.toBeNull();
  await client.shares.exchangeComments({ projectId });
  const later = await client.shares.comments({ projectId, after: page.revision });
  expect(later.comments.map(({ waits }) => waits)).toEqual([false, false]);

  await client.shares.revoke({ projectId, shareId: link.id });
  expect((await client.shares.list({ projectId }))[0]?.revokedAtMs).not.toBeNull();
  expect((await fetch(link.url)).status).toBe(404);
});

test('without a service, a project at it, or the right to it, each row says so and nothing is written', async () => {
  await using alone = createTestStudio();
  await using other = createTestStudio({ openFilmSharing: () => sharingOf('user_ben') });
  const studios = [
    [alone.client, await alone.openStory(), 'sync.no-service'],
    [alone.client, 'nobody', 'project.not-found'],
    [other.client, await other.openStory(), 'sync.no-project'],
  ] as const;
  for (const [{ shares }, projectId, code] of studios) {
    const calls = {
      list: shares.list({ projectId }),
      create: shares.create({ projectId, title: '', expiresAtMs: null, password: null }),
      revoke: shares.revoke({ projectId, shareId: 'nobody' }),
      comments: shares.exchangeComments({ projectId }),
      close: shares.setCommentsClosed({ projectId, shareId: 'nobody', isClosed: true }),
      publish: shares
        .publish({ projectId, preset: 'draft', captions: 'none' })
        .then((progress) => progress.next()),
    };
    const answers = Object.entries(calls).map(async ([name, call]) => [name, await codeOf(call)]);
    for (const answer of await Promise.all(answers)) expect(answer).toEqual([answer[0], code]);
  }
});

test('a cut is published as work of the studio: smaller, with captions beside it, and what was edited since is counted', async () => {
  const { studio, client, projectId } = await openShared('user_carla', 3);
  await using _ = studio;
  expect(await client.shares.cut({ projectId })).toEqual({ cut: null, edits: null });
  const [own, ...smaller] = await client.shares.cutSizes({ projectId });
  expect(own).toMatchObject({ shortSidePx: null, heightPx: 144 });
  expect(smaller).toEqual([]);
  const order = { projectId, preset: 'draft', captions: 'sidecar' } as const;
  // The second takes the place of the first: links show one cut.
  const first = await client.shares.queueCut(order);
  const second = await client.shares.queueCut(order);
  const ended = async (id: string) => {
    for (;;) {
      const found = (await client.activities.list()).find((activity) => activity.id === id);
      if (found === undefined || found.finishedAtMs !== null) return found;
      await new Promise((resolve) => setImmediate(resolve));
    }
  };
  expect(await ended(first.id)).toMatchObject({ kind: 'publish', state: 'cancelled' });
  expect(await ended(second.id)).toMatchObject({ kind: 'publish', state: 'done' });
  const { cut, edits } = await client.shares.cut({ projectId });
  expect(cut?.madeAtMs).toBe(studio.clock.nowMs());
  expect(edits).toBe(0);
  await studio.clock.advance(1_000);
  const [shot] = await client.shots.list({ projectId });
  if (shot === undefined) throw new Error('a film has shots');
  await client.shots.edit({ projectId, shotId: shot.id, fields: { description: 'Darker' } });
  expect((await client.shares.cut({ projectId })).edits).toBe(1);
  expect((await client.studio.notices()).map(({ code }) => code)).toContain('publish.done');
});
