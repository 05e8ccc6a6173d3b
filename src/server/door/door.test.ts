import { expect, test } from 'vitest';
import { answerDoor, answerStranger } from './answer-door.ts';
import { createDoor, type DoorKeys, newDoorKeys } from './door.ts';
import { judgeCaller, readCookie } from './judge-caller.ts';

test('a ticket opens the door once; a new one opens it again', () => {
  let kept: DoorKeys | null = null;
  const keys = newDoorKeys(false);
  const door = createDoor(keys, (changed) => {
    kept = changed;
  });
  const [first = ''] = keys.tickets;
  expect(first).toMatch(/^[0-9a-f]{64}$/);
  expect(door.use('0'.repeat(64))).toBe(false);
  expect(door.use(first)).toBe(true);
  expect(door.use(first)).toBe(false);
  expect(kept).toMatchObject({ tickets: [], pass: keys.pass, label: keys.label });
  const second = door.newTicket();
  expect(kept).toMatchObject({ tickets: [second] });
  expect(door.use(second)).toBe(true);
});

test('no two starts share anything', () => {
  const [one, other] = [newDoorKeys(false), newDoorKeys(false)];
  expect(one.label).not.toBe(other.label);
  expect(createDoor(one).hasPass(other.pass)).toBe(false);
  expect(createDoor(one).hasPass(one.pass)).toBe(true);
  expect(createDoor(one).hasPass(null)).toBe(false);
});

test('a reusable ticket stays good', () => {
  const keys = newDoorKeys(true);
  const door = createDoor(keys);
  const [ticket = ''] = keys.tickets;
  expect([door.use(ticket), door.use(ticket), door.use(`${ticket.slice(1)}0`)]).toEqual([true, true, false]);
});

const host = 'reelwright-0123.localhost:4780';
const own = `http://${host}`;
const judge = (headers: Record<string, string>, method = 'GET', upgrade = false) =>
  judgeCaller({ method, headers: { host, ...headers }, upgrade }, host);

test.each([
  [{}, 'GET', 'pass'],
  [{ 'sec-fetch-site': 'none' }, 'GET', 'pass'],
  [{ 'sec-fetch-site': 'same-origin' }, 'GET', 'pass'],
  [{ 'sec-fetch-site': 'cross-site' }, 'GET', 'foreign-site'],
  [{ 'sec-fetch-site': 'same-site' }, 'GET', 'foreign-site'],
  [{ 'sec-fetch-site': 'whatever' }, 'GET', 'foreign-site'],
  [{ origin: 'http://evil.example' }, 'GET', 'wrong-origin'],
  [{ origin: own }, 'POST', 'pass'],
  [{}, 'POST', 'wrong-origin'],
  [{ origin: 'null' }, 'POST', 'wrong-origin'],
  [{ origin: `https://${host}` }, 'POST', 'wrong-origin'],
  [{ origin: `${own}.evil.example` }, 'POST', 'wrong-origin'],
  [{ origin: 'http://reelwright-0123.localhost:4781' }, 'POST', 'wrong-origin'],
  [{ host: '127.0.0.1:4780' }, 'GET', 'wrong-host'],
  [{ host: 'localhost:4780' }, 'GET', 'wrong-host'],
  [{ host: 'reelwright-0123.localhost' }, 'GET', 'wrong-host'],
  [{ host: 'reelwright-0123.localhost.:4780' }, 'GET', 'wrong-host'],
  [{ host: 'REELWRIGHT-0123.localhost:4780' }, 'GET', 'wrong-host'],
])('%j by %s: %s', (headers, method, verdict) => {
  expect(judge(headers as Record<string, string>, method)).toBe(verdict);
});

test('a WebSocket must say where it comes from', () => {
  expect(judge({}, 'GET', true)).toBe('wrong-origin');
  expect(judge({ origin: own }, 'GET', true)).toBe('pass');
  expect(judge({ origin: 'http://evil.example' }, 'GET', true)).toBe('wrong-origin');
});

test.each([
  ['reelwright=abc', 'abc'],
  ['a=1; reelwright=abc; b=2', 'abc'],
  ['xreelwright=abc', null],
  ['reelwright', null],
  ['', null],
  [undefined, null],
])('the cookie in %j', (header, value) => {
  expect(readCookie(header, 'reelwright')).toBe(value);
});

const keys = newDoorKeys(false);
const post = (body: string, door = createDoor(keys)): Promise<Response | null> =>
  answerDoor(
    new Request(`${own}/session`, {
      method: 'POST',
      body,
      headers: { 'content-length': String(body.length) },
    }),
    door,
    false,
  );

test('the exchange gives a cookie that no script reads and no other site sends', async () => {
  const door = createDoor(keys);
  const body = JSON.stringify({ ticket: keys.tickets[0] });
  const answer = await post(body, door);
  expect(answer?.status).toBe(204);
  expect(answer?.headers.get('set-cookie')).toBe(
    `reelwright=${keys.pass}; Path=/; HttpOnly; SameSite=Strict`,
  );
  expect((await post(body, door))?.status).toBe(403);
});

test.each(['', '{', '{}', '[]', '{"ticket": 5}', `{"ticket": "${'a'.repeat(63)}"}`, 'x'.repeat(2_000)])(
  '%j is no ticket',
  async (body) => {
    expect((await post(body))?.status).toBe(400);
  },
);

test('a wrong ticket gets no cookie', async () => {
  const answer = await post(JSON.stringify({ ticket: 'a'.repeat(64) }));
  expect([answer?.status, answer?.headers.get('set-cookie')]).toEqual([403, null]);
});

test('a GET never exchanges anything', async () => {
  const door = createDoor(keys);
  const answer = await answerDoor(new Request(`${own}/session?ticket=${keys.tickets[0]}`), door, false);
  expect(answer?.status).toBe(405);
  expect(door.use(keys.tickets[0] ?? '')).toBe(true);
});

test('a stranger gets a page that says what to do, and holds no secret', async () => {
  const headers = { accept: 'text/html', 'accept-language': 'de-AT,de;q=0.9' };
  const page = answerStranger(new Request(own, { headers }));
  expect(page.status).toBe(401);
  const text = await page.text();
  expect(text).toContain('<html lang="de">');
  expect(text).toContain('npm start');
  expect(text).not.toContain(keys.pass);
  expect(text).not.toContain(keys.tickets[0] ?? 'none');
});
