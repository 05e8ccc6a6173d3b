import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  type EmbeddedPostgres,
  startEmbeddedPostgres,
} from '../../tools/embedded-postgres/start-embedded-postgres.ts';
import { testStorages } from '../testing/service/test-storages.ts';

let postgres: EmbeddedPostgres;
beforeAll(async () => {
  postgres = await startEmbeddedPostgres();
});
afterAll(() => postgres.stop());

const start = new URL('./start.mjs', import.meta.url).pathname;
const clerk = { CLERK_ISSUER: 'https://clerk.example.com' };

/** Starts the service as it is started for people, and ends it when it says that it has started. */
async function run(environment: Record<string, string>) {
  const child = spawn(process.execPath, [start], {
    env: { PATH: process.env['PATH'], PORT: '0', HOST: '127.0.0.1', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let errors = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text;
  });
  const said: Record<string, unknown>[] = [];
  createInterface(child.stdout).on('line', (line) => {
    said.push(JSON.parse(line));
    if (said.at(-1)?.['event'] === 'started') child.kill('SIGTERM');
  });
  const code = await new Promise((resolve) => child.once('close', resolve));
  return { code, said, errors };
}

test('starts, and ends when it is told to, with nothing left open', async () => {
  const { code, said, errors } = await run({ ...clerk, DATABASE_URL: postgres.url });
  expect({ code, errors }).toEqual({ code: 0, errors: '' });
  // Nobody is at the issuer's address: that is said as well, where it is found out in time.
  const events = said.map(({ event }) => event).filter((event) => event !== 'identity');
  expect(events).toEqual(['started', 'ending', 'ended']);
});

test('says in one line why it did not start, and never the value of a setting', async () => {
  const none = await run({ DATABASE_URL: 'mysql://owner:hunter2@db.example.com/x' });
  expect(none).toMatchObject({
    code: 2,
    errors: '',
    said: [{ event: 'not-started', code: 'cloud.settings' }],
  });
  expect(none.said[0]?.['message']).toContain('DATABASE_URL, CLERK_ISSUER');
  expect(JSON.stringify(none)).not.toContain('hunter2');
  const refused = await run({ ...clerk, DATABASE_URL: postgres.url.replace(/postgres$/, 'nothing-here') });
  expect(refused).toMatchObject({ code: 1, errors: '', said: [{ code: 'cloud.database' }] });
  expect(refused.said[0]?.['message']).toContain('database "nothing-here" does not exist');
});

test('a database that is not there ends the start with its place and the reason, and without its password', async () => {
  const away = await run({ ...clerk, DATABASE_URL: 'postgres://owner:hunter2@127.0.0.1:9/films' });
  expect(away).toMatchObject({
    code: 1,
    errors: '',
    said: [{ event: 'not-started', code: 'cloud.database' }],
  });
  expect(away.said[0]?.['message']).toMatch(
    /^The service was not started: the database at 127\.0\.0\.1:9 did not answer within 8 seconds \(connect ECONNREFUSED 127\.0\.0\.1:9\)\. /,
  );
  expect(JSON.stringify(away)).not.toContain('hunter2');
  const plain = await run({ ...clerk, DATABASE_URL: `${postgres.url}?sslmode=require` });
  expect(plain.said[0]?.['message']).toBe(
    'The database cannot be used: The database does not offer an encrypted connection. The service was not started.',
  );
});

test.each(testStorages)(
  'does not start where the storage ($name) does not let it in, and says why',
  async ({ start: startStorage }) => {
    const sim = await startStorage();
    const keys = sim.settings;
    const storage: Record<string, string> =
      keys.kind === 's3'
        ? {
            REELWRIGHT_S3_ENDPOINT: keys.endpoint,
            REELWRIGHT_S3_BUCKET: keys.bucket,
            REELWRIGHT_S3_KEY_ID: keys.keyId,
            REELWRIGHT_S3_SECRET: 'hunter2',
          }
        : { REELWRIGHT_BLOB_TOKEN: 'vercel_blob_rw_simstore_hunter2', REELWRIGHT_BLOB_API_URL: keys.apiUrl };
    const refused = await run({ ...clerk, ...storage, DATABASE_URL: postgres.url });
    expect(refused).toMatchObject({ code: 1, errors: '', said: [{ code: 'cloud.storage' }] });
    expect(refused.said[0]?.['message']).toMatch(/\(403 (SignatureDoesNotMatch|forbidden)\)/);
    expect(JSON.stringify(refused)).not.toContain('hunter2');
    // One that only sleeps is no reason.
    sim.setFaults([{ fault: 'asleep', times: null }]);
    expect(await run({ ...clerk, ...storage, DATABASE_URL: postgres.url })).toMatchObject({ code: 0 });
    await sim.close();
  },
);
