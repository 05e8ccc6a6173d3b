import { expect, test } from 'vitest';
import { unwrap } from '../domain/kernel/result.ts';
import { readSettings } from './settings.ts';

const needed = { DATABASE_URL: 'postgres://host/db', CLERK_ISSUER: 'https://clerk.example.com' };
const s3 = {
  REELWRIGHT_S3_ENDPOINT: 'https://account.r2.cloudflarestorage.com/',
  REELWRIGHT_S3_BUCKET: 'films',
  REELWRIGHT_S3_KEY_ID: 'key',
  REELWRIGHT_S3_SECRET: 'hunter2',
};
const blob = { REELWRIGHT_BLOB_TOKEN: 'vercel_blob_rw_Ab12_hunter2' };

test('storage is S3, Vercel Blob, or none', () => {
  const storageOf = (more: Record<string, string>) => unwrap(readSettings({ ...needed, ...more })).storage;
  expect(storageOf({})).toBeNull();
  expect(storageOf(s3)).toEqual({
    ...{ kind: 's3', endpoint: 'https://account.r2.cloudflarestorage.com', region: 'auto' },
    ...{ bucket: 'films', keyId: 'key', secret: 'hunter2' },
  });
  expect(storageOf(blob)).toEqual({
    ...{ kind: 'vercel-blob', token: 'vercel_blob_rw_Ab12_hunter2' },
    ...{ apiUrl: 'https://vercel.com/api/blob', deliveryUrl: null },
  });
});

test.each([
  ['half of an address', { REELWRIGHT_S3_ENDPOINT: 'https://s3.example.com' }, 'REELWRIGHT_S3_BUCKET'],
  ['no address', { ...s3, REELWRIGHT_S3_ENDPOINT: 'films' }, 'REELWRIGHT_S3_ENDPOINT'],
  ['a bucket that leads elsewhere', { ...s3, REELWRIGHT_S3_BUCKET: '../films' }, 'REELWRIGHT_S3_BUCKET'],
  ['a token of something else', { REELWRIGHT_BLOB_TOKEN: 'hunter2' }, 'REELWRIGHT_BLOB_TOKEN'],
  ["a client's token", { REELWRIGHT_BLOB_TOKEN: 'vercel_blob_client_Ab12_hunter2' }, 'REELWRIGHT_BLOB_TOKEN'],
  ['two storages', { ...s3, ...blob }, 'both REELWRIGHT_S3_… and REELWRIGHT_BLOB_TOKEN'],
])('%s is said by name, and no value with it', (_, more, named) => {
  const read = readSettings({ ...needed, ...more });
  if (read.ok) throw new Error('It was taken.');
  expect(read.fault.message).toContain(named);
  expect(read.fault.message).toMatch(/^The service was not started: .*docs\/deploy\.md/);
  expect(JSON.stringify(read.fault)).not.toContain('hunter2');
});

test('a setting that is named without a value is one that is not set', () => {
  const names = [
    'PORT',
    'HOST',
    'DATABASE_CONNECTIONS',
    'CLERK_AUTHORISED_PARTIES',
    'PROXY_HOPS',
    'METRICS_TOKEN',
  ];
  const all = [...names, ...Object.keys(s3), 'REELWRIGHT_S3_REGION', ...Object.keys(blob)];
  const empty = Object.fromEntries(all.map((name, at) => [name, at % 2 === 0 ? '' : ' ']));
  expect(unwrap(readSettings({ ...empty, ...needed }))).toEqual(unwrap(readSettings(needed)));
  const none = readSettings({ ...needed, CLERK_ISSUER: '', DATABASE_URL: '' });
  if (none.ok) throw new Error('It was taken.');
  expect(none.fault.message).toContain('DATABASE_URL, CLERK_ISSUER are missing');
});

test.each([
  ['https://clerk.example.com/', 'https://clerk.example.com'],
  ['http://127.0.0.1:8797', 'http://127.0.0.1:8797'],
  ['http://[::1]:8797', 'http://[::1]:8797'],
])('an issuer may be %s', (given, issuer) => {
  expect(unwrap(readSettings({ ...needed, CLERK_ISSUER: given })).issuer).toBe(issuer);
});

test.each([
  'clerk.example.com',
  'http://clerk.example.com',
  'https://clerk.example.com/v1',
  'https://clerk.example.com/?hunter2',
  'https://hunter2@clerk.example.com',
  'ftp://clerk.example.com',
])('an issuer may not be %s, and it is said what one is', (given) => {
  const read = readSettings({ ...needed, CLERK_ISSUER: given });
  if (read.ok) throw new Error('It was taken.');
  expect(read.fault.message).toMatch(
    /^The service was not started: CLERK_ISSUER is no address of an issuer\./,
  );
  expect(JSON.stringify(read.fault)).not.toContain('hunter2');
});
