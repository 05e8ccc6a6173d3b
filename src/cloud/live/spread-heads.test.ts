import { expect, onTestFinished, test } from 'vitest';
import { directAddress } from '../../adapters/neon/connection/open-channel.ts';
import { openPool } from '../../adapters/neon/connection/open-pool.ts';
import { unwrap } from '../../domain/kernel/result.ts';
import { pushedShot } from '../../testing/builders/pushed-rows.ts';
import { askService } from '../../testing/service/ask-service.ts';
import { startTestService } from '../../testing/service/start-test-service.ts';
import { serveCloud } from '../serve-cloud.ts';

/** Heads that a listener hears of at `origin`, in order, with the time at which it heard of them. */
async function listen(origin: string, token: string) {
  const answer = await fetch(`${origin}/api/live`, { headers: { authorization: `Bearer ${token}` } });
  const reader = answer.body?.getReader();
  if (reader === undefined) throw new Error('a stream has a body');
  const heard: { head: number; atMs: number }[] = [];
  let waiting: (() => void)[] = [];
  const read = async (): Promise<void> => {
    const decoder = new TextDecoder();
    for (;;) {
      const { value, done } = await reader.read();
      if (done) return;
      const heads = decoder.decode(value).matchAll(/"head":(\d+)/g);
      for (const [, head] of heads) heard.push({ head: Number(head), atMs: performance.now() });
      for (const wake of waiting) wake();
      waiting = [];
    }
  };
  const reading = read();
  return {
    async until(head: number): Promise<number> {
      for (;;) {
        const found = heard.find((one) => one.head >= head);
        if (found !== undefined) return found.atMs;
        await new Promise<void>((resolve) => waiting.push(resolve));
      }
    },
    async close() {
      await reader.cancel();
      await reading;
    },
  };
}

const pushOf = (batch: number) => ({
  device: 'laptop',
  schema: 7,
  batch,
  batchId: `batch-${batch}`,
  upTo: `${Date.now().toString(16).padStart(12, '0')}-0000-laptop`,
  cursor: 0,
  rows: [pushedShot('film', `s${batch}`, `${Date.now().toString(16).padStart(12, '0')}-0000-laptop`)],
});

test('who listens to one service hears within a second of what another one wrote, also after the line between them broke', async () => {
  const service = await startTestService();
  onTestFinished(() => service.stop());
  const beside = unwrap(await serveCloud({ ...service.settings, port: 0 }, () => {}, Date.now));
  onTestFinished(() => beside.close());
  const other = { origin: `http://127.0.0.1:${beside.port}` };
  const token = await service.token('anna');
  const film = { id: 'film', title: 'Film', organisationId: null };
  await askService(service, token, 'POST', '/api/projects', film);
  const pool = openPool({ url: service.postgres.url, connections: 1, connectTimeoutMs: 5_000 });
  const listening = async (): Promise<number> => {
    const { rows } = await pool.query(
      `select pid from pg_stat_activity where query like 'listen %' and pid <> pg_backend_pid()`,
    );
    return rows[0]?.pid ?? 0;
  };
  const untilListening = async (before = 0): Promise<number> => {
    for (;;) {
      const pid = await listening();
      if (pid !== 0 && pid !== before) return pid;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  };
  expect(await listening()).toBe(0);
  const listener = await listen(service.origin, token);
  const pid = await untilListening();
  const push = async (batch: number): Promise<number> => {
    const sentMs = performance.now();
    const pushed = await askService(other, token, 'POST', '/api/projects/film/push', pushOf(batch));
    expect(pushed.status).toBe(200);
    return (await listener.until(batch)) - sentMs;
  };
  for (let batch = 1; batch <= 5; batch++) expect(await push(batch)).toBeLessThan(1_000);
  await pool.query('select pg_terminate_backend($1)', [pid]);
  await untilListening(pid);
  expect(await push(6)).toBeLessThan(1_000);
  await listener.close();
  // Without a listener nothing keeps the database awake.
  for (;;) {
    if ((await listening()) === 0) break;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  await pool.end();
});

test("words are heard at Neon's direct address, and at any other as it is", () => {
  const pooled =
    'postgresql://anna:secret@ep-cool-name-123-pooler.eu-central-1.aws.neon.tech/films?sslmode=require';
  expect(directAddress(pooled)).toBe(
    'postgresql://anna:secret@ep-cool-name-123.eu-central-1.aws.neon.tech/films?sslmode=require',
  );
  for (const url of ['postgres://localhost:5432/films', 'postgres://a-pooler.example.com/films']) {
    expect(directAddress(url)).toBe(url);
  }
});
