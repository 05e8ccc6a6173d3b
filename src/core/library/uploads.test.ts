import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fail, ok, unwrap } from '../../domain/kernel/result.ts';
import { createUploads, type Uploads } from './uploads.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'reelwright-uploads-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const create = (over: Partial<Parameters<typeof createUploads>[0]> = {}): Uploads =>
  createUploads({ folder, hasRoom: () => ok(undefined), ...over });
const bytes = (...pieces: string[]): Readable => Readable.from(pieces.map((piece) => Buffer.from(piece)));
const code = (result: { ok: true } | { ok: false; fault: { code: string } }): string =>
  result.ok ? 'ok' : result.fault.code;

test('a file is there under its id until it is dropped', async () => {
  const uploads = create();
  const { uploadId } = unwrap(
    await uploads.put(bytes('INT. ', 'ROOM'), 'C:\\papers\\night\u0007 boat.fountain'),
  );
  const upload = unwrap(uploads.take(uploadId));
  expect(upload).toMatchObject({ fileName: 'night boat.fountain', bytes: 9 });
  expect(readFileSync(upload.path, 'utf8')).toBe('INT. ROOM');
  expect(unwrap(uploads.take(uploadId)).path).toBe(upload.path);
  await uploads.drop([uploadId, 'unknown']);
  expect(existsSync(upload.path)).toBe(false);
  expect(code(uploads.take(uploadId))).toBe('upload.not-found');
});

test('a web stream is taken as well', async () => {
  const uploads = create();
  const stream = new Blob(['words']).stream() as ReadableStream<Uint8Array>;
  const { uploadId } = unwrap(await uploads.put(stream, 'a.txt'));
  expect(unwrap(uploads.take(uploadId)).bytes).toBe(5);
});

test('what is empty, too large, cut short or finds no room leaves nothing behind', async () => {
  const broken = async function* (): AsyncGenerator<Uint8Array> {
    yield Buffer.from('half');
    throw Object.assign(new Error('gone'), { code: 'ECONNRESET' });
  };
  expect(code(await create().put(bytes(), 'a.txt'))).toBe('upload.empty');
  expect(code(await create({ maxBytes: 4 }).put(bytes('12345'), 'a.txt'))).toBe('upload.too-large');
  expect(code(await create().put(broken(), 'a.txt'))).toBe('upload.cut-short');
  const full = create({ hasRoom: () => fail('library.disk-full', 'Full.') });
  expect(code(await full.put(bytes('12345'), 'a.txt'))).toBe('library.disk-full');
  expect(readdirSync(folder)).toEqual([]);
});

test('a start clears what the run before left, and nothing else; names are no paths', async () => {
  unwrap(await create().put(bytes('old'), 'a.txt'));
  const uploads = create();
  expect(readdirSync(folder)).toEqual([]);
  for (const name of ['../../../etc/passwd', '', '.', 'x'.repeat(5_000)]) {
    const { uploadId } = unwrap(await uploads.put(bytes('x'), name));
    const { path, fileName } = unwrap(uploads.take(uploadId));
    expect(path.startsWith(join(folder, 'upload-'))).toBe(true);
    expect(fileName).toMatch(/^[^/\\]{1,255}$/);
  }
});
