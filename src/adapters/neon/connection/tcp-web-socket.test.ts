import { createServer, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type EmbeddedPostgres,
  startEmbeddedPostgres,
} from '../../../../tools/embedded-postgres/start-embedded-postgres.ts';
import { isNeon, openPool } from './open-pool.ts';
import { errorOf, isWeather } from './weather.ts';

let postgres: EmbeddedPostgres;
beforeAll(async () => {
  postgres = await startEmbeddedPostgres();
});
afterAll(() => postgres.stop());

const poolTo = (url: string, connections = 1) => openPool({ url, connections, connectTimeoutMs: 2_000 });

describe('the pipe to an ordinary PostgreSQL', () => {
  test('carries questions and answers of any size and any bytes, many at once', async () => {
    const pool = poolTo(postgres.url, 4);
    const texts = ['', 'ü — 𝄞', 'x'.repeat(3_000_000), '"\\\'$1;--'];
    const asked = [...texts, ...texts];
    const said = await Promise.all(
      asked.map(async (text) => (await pool.query('select $1::text as said', [text])).rows[0].said),
    );
    expect(said.every((text, n) => text === asked[n])).toBe(true);
    await expect(pool.query('select 1 / 0')).rejects.toMatchObject({ code: '22012' });
    expect((await pool.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
    await pool.end();
  });

  test('sends not one byte of a question where encryption is asked for and not offered', async () => {
    const heard: Buffer[] = [];
    const plain = createServer((socket: Socket) => {
      socket.on('data', (bytes: Buffer) => {
        heard.push(bytes);
        socket.write('N');
      });
      socket.on('error', () => socket.destroy());
    });
    await new Promise<void>((resolve) => plain.listen(0, '127.0.0.1', resolve));
    const address = plain.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const pool = poolTo(`postgres://owner:secret@127.0.0.1:${port}/postgres?sslmode=require`);
    const thrown = await pool.query('select 1').catch((error: unknown) => error);
    expect(errorOf(thrown).message).toContain('does not offer an encrypted connection');
    expect(isWeather(thrown)).toBe(false);
    expect(Buffer.concat(heard)).toEqual(Buffer.from([0, 0, 0, 8, 4, 210, 22, 47]));
    await pool.end();
    await new Promise<void>((resolve) => plain.close(() => resolve()));
    // The real one, which has no certificate here, is not asked in the clear either.
    const real = poolTo(`${postgres.url}?sslmode=verify-full`);
    await expect(
      real.query('select 1').catch((error: unknown) => Promise.reject(errorOf(error))),
    ).rejects.toThrow('does not offer an encrypted connection');
    await real.end();
  });

  test('says that nobody is there, and that somebody does not answer, as weather', async () => {
    const free = await new Promise<number>((resolve) => {
      const server = createServer().listen(0, '127.0.0.1', () => {
        const address = server.address();
        server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
      });
    });
    const nobody = poolTo(`postgres://owner@127.0.0.1:${free}/postgres`);
    expect(isWeather(await nobody.query('select 1').catch((error: unknown) => error))).toBe(true);
    await nobody.end();
    const silent = createServer((socket) => void socket.on('error', () => socket.destroy()));
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const address = silent.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const pool = openPool({
      url: `postgres://owner@127.0.0.1:${port}/postgres`,
      connections: 1,
      connectTimeoutMs: 200,
    });
    expect(isWeather(await pool.query('select 1').catch((error: unknown) => error))).toBe(true);
    silent.close();
  });
});

test("Neon is known by its name, and reached by Neon's own way", () => {
  expect(
    isNeon('postgres://u:p@ep-quiet-sea-1234-pooler.eu-central-1.aws.neon.tech/db?sslmode=require'),
  ).toBe(true);
  expect(isNeon('postgres://u:p@db.example.com/neon.tech')).toBe(false);
  expect(isNeon('postgres://u:p@neon.tech.example.com/db')).toBe(false);
});
