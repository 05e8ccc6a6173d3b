import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createHttpFilmSharing } from '../../adapters/sync-service/create-http-film-sharing.ts';
import { createSystemClock } from '../../adapters/system/system-clock.ts';
import { faultOfCall } from '../../contract/fault-of-call.ts';
import { fail, ok } from '../../domain/kernel/result.ts';
import { createTestStudio } from '../../testing/create-test-studio.ts';
import { askService } from '../../testing/service/ask-service.ts';
import { startTestService, type TestService } from '../../testing/service/start-test-service.ts';
import type { FilmSharing } from '../ports/film-sharing.ts';

let service: TestService;
beforeAll(async () => {
  service = await startTestService();
});
afterAll(() => service.stop());

/** The way to the real service, which can be cut: before a call arrives, or before its answer does. */
function createLine(person: string) {
  const real = createHttpFilmSharing({
    origin: new URL(service.origin),
    token: async () => ok(await service.token(person)),
    clock: createSystemClock(),
  });
  const line = { down: false, losesAnswers: false, calls: [] as string[], asked: [] as number[] };
  const unreachable = () => fail('sync.unreachable', 'There is no line.');
  const through =
    <A extends readonly unknown[], T>(name: string, call: (...given: A) => Promise<T>) =>
    async (...given: A): Promise<T | ReturnType<typeof unreachable>> => {
      if (line.down) return unreachable();
      line.calls.push(name);
      const answer = await call(...given);
      return line.losesAnswers ? unreachable() : answer;
    };
  const sharing: FilmSharing = {
    ...real,
    comments: through('comments', (id, after, signal) => {
      line.asked.push(after);
      return real.comments(id, after, signal);
    }),
    say: through('say', real.say),
    changeComment: through('change', real.changeComment),
  };
  return { line, sharing };
}

let people = 0;
async function openShared() {
  people += 1;
  const person = `user_${people}`;
  const { line, sharing } = createLine(person);
  const studio = createTestStudio({ seed: people, openFilmSharing: () => sharing });
  const projectId = await studio.openStory();
  const ask = async (method: string, rest: string, body?: unknown) =>
    askService(service, await service.token(person), method, `/api/projects${rest}`, body);
  await ask('POST', '', { id: projectId, title: 'Film', organisationId: null });
  const { json: link } = await ask('POST', `/${projectId}/share`, {
    ...{ title: 'Rough', expiresAtMs: null, password: null },
  });
  const watcherSays = async (text: string): Promise<string> => {
    const id = randomUUID();
    await fetch(`${service.origin}${link.path}/comments`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ id, name: 'Willa', text, parentId: null, atMs: 0 }),
    });
    return id;
  };
  const atService = async () => (await ask('GET', `/${projectId}/comments`)).json.comments;
  return {
    studio,
    line,
    projectId,
    shares: studio.client.shares,
    watcherSays,
    atService,
    sharing,
    link,
    ask,
  };
}

const codeOf = (call: Promise<unknown>) =>
  call.then(
    () => 'none',
    (error: unknown) => faultOfCall(error).code,
  );

test('comments are read, answered and resolved without a line, over a restart, and told once when there is one', async () => {
  const { studio, line, projectId, shares, watcherSays, atService, sharing } = await openShared();
  const id = await watcherSays('Too dark');
  await shares.exchangeComments({ projectId });
  line.down = true;
  const answer = { projectId, id: randomUUID(), text: 'Brighter soon', parentId: id, atMs: null };
  expect(await shares.say(answer)).toMatchObject({ waits: true, byMaker: true, parentId: id });
  await shares.changeComment({ projectId, commentId: id, change: { change: 'resolve' } });
  expect(await codeOf(shares.exchangeComments({ projectId }))).toBe('sync.unreachable');
  await studio.studio.close();

  const again = createTestStudio({ home: studio.home, openFilmSharing: () => sharing });
  const { comments } = await again.client.shares.comments({ projectId, after: 0 });
  expect(comments.map(({ text, waits }) => [text, waits])).toEqual([
    ['Brighter soon', true],
    ['Too dark', true],
  ]);
  expect(comments[1]?.resolvedAtMs).not.toBeNull();
  // The service hears it, and the studio does not hear that: it is told again, under the same id.
  Object.assign(line, { down: false, losesAnswers: true });
  expect(await codeOf(again.client.shares.exchangeComments({ projectId }))).toBe('sync.unreachable');
  line.losesAnswers = false;
  line.calls = [];
  await again.client.shares.exchangeComments({ projectId });
  expect(line.calls.filter((name) => name !== 'comments')).toEqual(['say', 'change']);
  const told = await atService();
  expect(told.map(({ text }: { text: string }) => text).sort()).toEqual(['Brighter soon', 'Too dark']);
  const after = await again.client.shares.comments({ projectId, after: 0 });
  expect(after.comments.every(({ waits, seq }) => !waits && seq > 0)).toBe(true);
  expect(after.comments.find((comment) => comment.id === id)?.resolvedAtMs).not.toBeNull();
  await again.studio.close();
  await studio.cleanup();
});

test('what the service will never take is shown with its reason, and tried again or forgotten', async () => {
  const { studio, line, projectId, shares, watcherSays, ask } = await openShared();
  await using _ = studio;
  const id = await watcherSays('Too dark');
  await shares.exchangeComments({ projectId });
  line.down = true;
  const said = { projectId, text: 'Gone?', parentId: id, atMs: null };
  const [first, second] = [randomUUID(), randomUUID()];
  await shares.say({ ...said, id: first });
  await shares.say({ ...said, id: second });
  await ask('POST', `/${projectId}/comments/${id}`, { change: 'remove' });
  line.down = false;
  await shares.exchangeComments({ projectId });
  const { comments, removed } = await shares.comments({ projectId, after: 0 });
  expect(removed).toEqual([id]);
  expect(comments).toMatchObject([
    { id: first, waits: false, refusal: 'There is no such comment any more.' },
    { id: second, refusal: 'There is no such comment any more.' },
  ]);
  expect(await shares.settleRefused({ projectId, commentId: first, how: 'forget' })).toBeNull();
  expect(await shares.settleRefused({ projectId, commentId: second, how: 'again' })).toMatchObject({
    waits: true,
    refusal: null,
  });
  await shares.exchangeComments({ projectId });
  const left = await shares.comments({ projectId, after: 0 });
  expect(left.comments.map((comment) => [comment.id, comment.waits])).toEqual([[second, false]]);
});

test('a number that the service has not reached means that it was put back: all is asked for anew', async () => {
  const { studio, line, projectId, shares, watcherSays } = await openShared();
  await using _ = studio;
  await watcherSays('Too dark');
  await watcherSays('Too loud');
  await shares.exchangeComments({ projectId });
  const { comments, store } = studio.studio.parts;
  line.asked = [];
  // Of a film that is not kept the same, nothing is asked.
  comments.heard(projectId, 1);
  expect(line.asked).toEqual([]);
  store.sync.begin(projectId, 'here');
  comments.heard(projectId, 2);
  expect(line.asked).toEqual([]);
  comments.heard(projectId, 1);
  await shares.exchangeComments({ projectId });
  expect(line.asked[0]).toBe(0);
  expect(store.comments.seq(projectId)).toBe(2);
});

test('watchers who say something are told of in one notice, none of what was there before', async () => {
  const { studio, projectId, shares, watcherSays } = await openShared();
  await using _ = studio;
  await watcherSays('Too dark');
  await shares.exchangeComments({ projectId });
  const said = async () =>
    (await studio.client.studio.notices()).filter(({ code }) => code === 'comment.said');
  expect(await said()).toEqual([]);
  await watcherSays('Too loud');
  await shares.exchangeComments({ projectId });
  expect((await said()).map(({ message }) => message)).toEqual([
    expect.stringMatching(/^"Willa" commented on the cut of "/),
  ]);
});
