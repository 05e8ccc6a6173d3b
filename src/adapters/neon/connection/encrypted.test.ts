import { chownSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import {
  type EmbeddedPostgres,
  startEmbeddedPostgres,
} from '../../../../tools/embedded-postgres/start-embedded-postgres.ts';
import { certificate, privateKey } from '../../../testing/local-certificate.ts';
import { openPool } from './open-pool.ts';
import { errorOf, isWeather } from './weather.ts';

let folder: string;
let postgres: EmbeddedPostgres;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'reelwright-test-'));
  writeFileSync(join(folder, 'server.crt'), certificate);
  writeFileSync(join(folder, 'server.key'), privateKey, { mode: 0o600 });
  // PostgreSQL refuses to run as root, and to use a key that others can read.
  if (statSync(folder).uid === 0) {
    for (const path of [folder, join(folder, 'server.key')]) chownSync(path, 65_534, 65_534);
  }
  postgres = await startEmbeddedPostgres({
    settings: [
      'ssl=on',
      `ssl_cert_file=${join(folder, 'server.crt')}`,
      `ssl_key_file=${join(folder, 'server.key')}`,
    ],
  });
});
afterAll(async () => {
  await postgres?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const before = getCACertificates('default');
afterEach(() => setDefaultCACertificates(before));

async function ask(url: string): Promise<unknown> {
  const pool = openPool({ url, connections: 1, connectTimeoutMs: 5_000 });
  try {
    const { rows } = await pool.query('select ssl, version from pg_stat_ssl where pid = pg_backend_pid()');
    return rows[0];
  } catch (thrown) {
    return thrown;
  } finally {
    await pool.end();
  }
}

test('a database with a certificate that is trusted is spoken to in cipher', async () => {
  setDefaultCACertificates([...before, certificate]);
  expect(await ask(`${postgres.url}?sslmode=verify-full`)).toEqual({ ssl: true, version: 'TLSv1.3' });
  expect(await ask(`${postgres.url}?sslmode=require`)).toEqual({ ssl: true, version: 'TLSv1.3' });
});

test('one whose certificate nobody vouches for is told nothing, and it is no weather to wait out', async () => {
  const thrown = await ask(`${postgres.url}?sslmode=require`);
  expect(errorOf(thrown).message).toMatch(/self-signed certificate/);
  expect(isWeather(thrown)).toBe(false);
});

test('nor is one with the certificate of another name', async () => {
  setDefaultCACertificates([...before, certificate]);
  const thrown = await ask(`${postgres.url.replace('127.0.0.1', 'localhost')}?sslmode=verify-full`);
  expect(errorOf(thrown).message).toMatch(/does not match certificate/);
  expect(isWeather(thrown)).toBe(false);
});
