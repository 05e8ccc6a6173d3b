import { afterEach, expect, test } from 'vitest';
import type { Claims } from '../../adapters/neon/claims.ts';
import { fail, ok, type Result } from '../../domain/kernel/result.ts';
import type { RemoteProject } from '../../domain/sync/sync-messages.ts';
import { createHeads } from './heads.ts';
import { type LiveStream, openLiveStream } from './live-stream.ts';

const anna: Claims = { userId: 'anna', sessionId: 's', organisation: null };
const ben: Claims = { userId: 'ben', sessionId: 's', organisation: { id: 'org', role: 'editor' } };
const vera: Claims = { userId: 'vera', sessionId: 's', organisation: { id: 'org', role: 'viewer' } };
const film = (id: string, head: number, changedAtMs = 1_000_000): RemoteProject => ({
  ...{ id, title: id, role: 'owner', organisationId: null, schema: 7, deletedAtMs: null },
  ...{ head, changedAtMs },
});

let stream: LiveStream | null = null;
afterEach(() => stream?.end());

function listen(
  claims: Claims,
  first: Result<readonly RemoteProject[]> = ok([]),
  lastEventId: string | null = null,
) {
  const heads = createHeads();
  const seen: { answer: Result<readonly RemoteProject[]>; asked: number } = { answer: first, asked: 0 };
  let answered = (): void => {};
  const open = openLiveStream({
    ...{ heads, claims, lastEventId },
    projects: async () => {
      seen.asked += 1;
      const { answer } = seen;
      await new Promise<void>((resolve) => {
        answered = resolve;
      });
      return answer;
    },
    times: { quietMs: 60_000, askMs: 60_000, longestMs: 60_000 },
    onEnd: () => {},
  });
  stream = open;
  const reader = open.body.getReader();
  const decoder = new TextDecoder();
  const next = async (): Promise<string> => {
    const { value, done } = await reader.read();
    return done ? 'the end' : decoder.decode(value);
  };
  return { heads, seen, next, answer: () => answered() };
}

/** Lets what is promised already happen. */
const settle = () => new Promise((resolve) => setImmediate(resolve));

test('what moved while the first question was on its way is asked about again, not left for the next time', async () => {
  const { heads, seen, next, answer } = listen(anna);
  expect(await next()).toBe(': here\n\n');
  heads.moved({ ...film('new', 1), by: anna });
  seen.answer = ok([film('new', 1)]);
  answer();
  await settle();
  answer();
  expect(await next()).toContain('{"projectId":"new","head":1}');
  expect(seen.asked).toBe(2);
});

test("others' work asks the database nothing; an unknown project of one's organisation asks it once", async () => {
  const { heads, seen, next, answer } = listen(vera);
  await next();
  answer();
  await settle();
  for (let head = 1; head <= 100; head++) heads.moved({ ...film('of-anna', head), by: anna });
  expect(seen.asked).toBe(1);
  seen.answer = ok([film('shared', 1)]);
  for (let head = 1; head <= 100; head++) heads.moved({ ...film("ben's-own", head), by: ben });
  expect(seen.asked).toBe(2);
  answer();
  expect(await next()).toContain('"shared"');
  heads.moved({ ...film('shared', 2), by: ben });
  expect(await next()).toContain('{"projectId":"shared","head":2}');
  // Heard twice, or late: said once.
  heads.moved({ ...film('shared', 2), by: ben });
  heads.moved({ ...film('shared', 1), by: ben });
  heads.moved({ ...film('shared', 3), by: ben });
  expect(await next()).toContain('"head":3');
});

test('a stream that goes on says what changed since, and not what was said long before', async () => {
  const seen = ok([film('old', 9, 900_000), film('new', 4, 1_000_001)]);
  const { heads, next, answer } = listen(anna, seen, '1000000');
  await next();
  answer();
  expect(await next()).toBe('event: project\nid: 1000001\ndata: {"projectId":"new","head":4}\n\n');
  heads.moved({ ...film('old', 10), by: anna });
  expect(await next()).toContain('{"projectId":"old","head":10}');
});

test('comments are told of who sees the project, once, also those that came before the first list', async () => {
  const { heads, next, answer } = listen(anna, ok([{ ...film('mine', 1), commentSeq: 3 }]));
  expect(await next()).toBe(': here\n\n');
  heads.commented({ id: 'mine', commentSeq: 4 });
  heads.commented({ id: "ben's", commentSeq: 9 });
  answer();
  expect(await next()).toContain('"head":1');
  expect(await next()).toBe('event: comments\ndata: {"projectId":"mine","commentSeq":3}\n\n');
  expect(await next()).toContain('"commentSeq":4');
  // Heard late, or of others: nothing.
  heads.commented({ id: 'mine', commentSeq: 4 });
  heads.commented({ id: "ben's", commentSeq: 10 });
  heads.commented({ id: 'mine', commentSeq: 5 });
  expect(await next()).toContain('"mine","commentSeq":5');
});

test('ends where the session was ended', async () => {
  const { next, answer } = listen(anna, fail('sync.signed-out', 'Ended.'));
  await next();
  answer();
  expect(await next()).toBe('the end');
});
