import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { AssetId } from '../../domain/kernel/ids.ts';
import { fail, ok } from '../../domain/kernel/result.ts';
import type { ByteSources } from './byte-sources.ts';
import { createByteHandler } from './create-byte-handler.ts';

const film = AssetId.parse('a'.repeat(64));
const drawing = AssetId.parse('b'.repeat(64));
/** A file whose proxy alone is here. */
const away = AssetId.parse('d'.repeat(64));
const unknown = 'c'.repeat(64);
const bytes = Uint8Array.from({ length: 1_000_000 }, (_, index) => (index * 7 + (index >> 8)) % 251);

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'reelwright-bytes-'));
  writeFileSync(join(folder, 'film.mp4'), bytes);
  writeFileSync(join(folder, 'drawing.svg'), '<svg><script>alert(1)</script></svg>');
  writeFileSync(join(folder, 'index.html'), 'page');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Real files; what a library would say of them. */
function sources(more: Partial<ByteSources> = {}): ByteSources {
  return {
    locate: async (id) => {
      if (id === film) return ok({ path: join(folder, 'film.mp4'), mime: 'video/mp4', shownId: id });
      if (id === away) return ok({ path: join(folder, 'film.mp4'), mime: 'video/mp4', shownId: film });
      if (id === drawing)
        return ok({ path: join(folder, 'drawing.svg'), mime: 'image/svg+xml', shownId: id });
      return fail('library.not-found', 'The file is not there.');
    },
    thumbnails: async (id, frames, heightPx) =>
      ok({
        ...{ path: join(folder, 'film.mp4'), columns: frames, widthPx: 16, heightPx },
        shownId: id === away ? film : id,
      }),
    waveform: async (id, bucketsPerSecond) =>
      ok({ path: join(folder, 'film.mp4'), bucketsPerSecond, shownId: id === away ? film : id }),
    receive: async ({ name, body, bytes: size }) => {
      let received = 0;
      for await (const piece of body) received += piece.length;
      return ok({ uploadId: `${name}:${size}:${received}` });
    },
    ...more,
  };
}

const ask = (path: string, init?: RequestInit, more?: Partial<ByteSources>): Promise<Response> =>
  createByteHandler({ sources: sources(more), appFolder: folder })(
    new Request(`http://a.localhost${path}`, init),
  );

test('a medium comes whole, in part, by its head, or not again', async () => {
  const whole = await ask(`/media/${film}`);
  expect(whole.status).toBe(200);
  expect(whole.headers.get('content-type')).toBe('video/mp4');
  expect(whole.headers.get('content-length')).toBe('1000000');
  expect(whole.headers.get('accept-ranges')).toBe('bytes');
  expect(new Uint8Array(await whole.arrayBuffer())).toEqual(bytes);

  const part = await ask(`/media/${film}`, { headers: { range: 'bytes=700000-' } });
  expect(part.status).toBe(206);
  expect(part.headers.get('content-range')).toBe('bytes 700000-999999/1000000');
  expect(new Uint8Array(await part.arrayBuffer())).toEqual(bytes.subarray(700_000));

  const head = await ask(`/media/${film}`, { method: 'HEAD' });
  expect([head.status, head.headers.get('content-length'), head.body]).toEqual([200, '1000000', null]);

  const etag = `"${film}"`;
  expect(whole.headers.get('etag')).toBe(etag);
  expect((await ask(`/media/${film}`, { headers: { 'if-none-match': `W/"x", ${etag}` } })).status).toBe(304);
});

test('a range holds only for the file it was meant for', async () => {
  const range = 'bytes=0-9';
  const statusWith = async (condition: string): Promise<number> =>
    (await ask(`/media/${film}`, { headers: { range, 'if-range': condition } })).status;
  expect(await statusWith(`"${film}"`)).toBe(206);
  expect(await statusWith('"another"')).toBe(200);
  expect(await statusWith(`W/"${film}"`)).toBe(200);
  expect(await statusWith('Sat, 21 Nov 2026 08:00:00 GMT')).toBe(200);
  const beyond = await ask(`/media/${film}`, { headers: { range: 'bytes=1000000-' } });
  expect([beyond.status, beyond.headers.get('content-range')]).toEqual([416, 'bytes */1000000']);
});

test('any range gives exactly those bytes', async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(1_100_000), fc.nat(600_000), async (start, length) => {
      const answer = await ask(`/media/${film}`, { headers: { range: `bytes=${start}-${start + length}` } });
      if (start >= bytes.length) {
        expect(answer.status).toBe(416);
        return;
      }
      const body = new Uint8Array(await answer.arrayBuffer());
      expect(Buffer.compare(body, bytes.subarray(start, start + length + 1))).toBe(0);
    }),
    { numRuns: 100 },
  );
});

test('what stands in a file’s place is asked about each time, by its own tag', async () => {
  for (const [view, tag] of [
    ['', film],
    ['/thumbnails?frames=2&height=64', `${film}-2x64`],
    ['/waveform?rate=50', `${film}-w50`],
  ]) {
    const stood = await ask(`/media/${away}${view}`);
    expect([stood.headers.get('etag'), stood.headers.get('cache-control')]).toEqual([
      `"${tag}"`,
      'private, no-cache',
    ]);
    expect((await ask(`/media/${film}${view}`)).headers.get('cache-control')).toContain('immutable');
  }
});

test('what could run in a browser is bytes to it, and everything is fenced in', async () => {
  const svg = await ask(`/media/${drawing}`);
  expect(svg.headers.get('content-type')).toBe('application/octet-stream');
  expect(svg.headers.get('content-security-policy')).toContain('sandbox');
  expect(svg.headers.get('x-content-type-options')).toBe('nosniff');
  const page = await ask('/');
  expect(page.headers.get('content-security-policy')).toContain("default-src 'none'; script-src 'self'");
  expect(page.headers.get('content-security-policy')).not.toContain('unsafe');
  expect(page.headers.get('referrer-policy')).toBe('no-referrer');
  expect(page.headers.get('cross-origin-opener-policy')).toBe('same-origin');
});

test('pictures and loudness of a medium, with their measures', async () => {
  const sprite = await ask(`/media/${film}/thumbnails?frames=12&height=64`);
  expect(sprite.headers.get('content-type')).toBe('image/jpeg');
  expect(sprite.headers.get('x-sprite-columns')).toBe('12');
  expect(sprite.headers.get('x-sprite-height')).toBe('64');
  const peaks = await ask(`/media/${film}/waveform?rate=50`);
  expect(peaks.headers.get('x-waveform-rate')).toBe('50');
  for (const query of [
    'thumbnails',
    'thumbnails?frames=0&height=64',
    'thumbnails?frames=12&height=9e9',
    'waveform?rate=-1',
  ]) {
    expect((await ask(`/media/${film}/${query}`)).status).toBe(400);
  }
});

test.each([
  `/media/${unknown}`,
  '/media/',
  '/media/x',
  `/media/${film}/`,
  `/media/${film}/frames`,
  `/media/${film}/waveform/x?rate=1`,
  `/media/..%2f${film}`,
])('there is nothing at %s', async (path) => {
  expect((await ask(path)).status).toBe(404);
});

test.each([
  ['POST', `/media/${film}`],
  ['DELETE', '/index.html'],
  ['GET', '/uploads'],
  ['PUT', '/uploads'],
])('%s %s is refused', async (method, path) => {
  expect((await ask(path, { method })).status).toBe(405);
});

test('an upload keeps the last part of its name, and its refusal has a status', async () => {
  const send = (name: string, more?: Partial<ByteSources>): Promise<Response> =>
    ask('/uploads', { method: 'POST', body: 'abc', headers: { 'x-file-name': name } }, more);
  const sent = await send(encodeURIComponent('../../Möwe 1.mp4'));
  expect(sent.status).toBe(201);
  expect(await sent.json()).toEqual({ uploadId: 'Möwe 1.mp4:null:3' });
  for (const name of ['', '%', '..', encodeURIComponent('a/..'), 'x'.repeat(5_000)]) {
    expect((await send(name)).status).toBe(400);
  }
  const full = await send('a.mp4', { receive: async () => fail('library.disk-full', 'The disk is full.') });
  expect([full.status, await full.json()]).toEqual([
    507,
    { code: 'library.disk-full', message: 'The disk is full.' },
  ]);
});

test('a disk that fails while it is asked is an answer, not a crash', async () => {
  const answer = await ask(
    `/media/${film}`,
    {},
    {
      locate: () => Promise.reject(new Error('EIO')),
    },
  );
  expect(answer.status).toBe(500);
  expect(await answer.text()).not.toContain('EIO');
});

/** Files that this process has open, where the system says so. */
function openFiles(): number {
  return readdirSync('/proc/self/fd').length;
}

async function readOn(reader: ReadableStreamDefaultReader<Uint8Array> | undefined): Promise<void> {
  while (reader !== undefined && !(await reader.read()).done);
}

test.runIf(process.platform === 'linux')('a reader that goes away lets the file go', async () => {
  const before = openFiles();
  for (let i = 0; i < 50; i++) {
    const abort = new AbortController();
    const answer = await ask(`/media/${film}`, { signal: abort.signal });
    const reader = answer.body?.getReader();
    await reader?.read();
    if (i % 3 === 0) await reader?.cancel();
    else abort.abort();
    // A piece that was read before the abort may still be handed over; then the reading ends with it.
    if (i % 3 === 1) await expect(readOn(reader)).rejects.toThrow();
  }
  await expect.poll(openFiles).toBeLessThanOrEqual(before);
});

test('whatever is asked, there is an answer, and none says that we failed', async () => {
  const piece = fc.oneof(
    fc.constantFrom(
      'media',
      'uploads',
      film,
      drawing,
      unknown,
      'thumbnails',
      'waveform',
      'index.html',
      '..',
      '%2e%2e',
    ),
    fc.string({ maxLength: 8 }),
  );
  const query = fc.oneof(
    fc.constantFrom('', '?frames=3&height=48', '?rate=10', '?frames=99999999999&height=-1'),
    fc.string({ maxLength: 12 }).map((text) => `?${encodeURIComponent(text)}`),
  );
  const header = fc.constantFrom('range', 'if-range', 'if-none-match', 'x-file-name', 'content-length');
  const headers = fc.dictionary(header, fc.stringMatching(/^[!-~]{0,30}$/), { maxKeys: 3 });
  const method = fc.constantFrom('GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS');
  await fc.assert(
    fc.asyncProperty(
      fc.array(piece, { maxLength: 5 }),
      query,
      headers,
      method,
      async (pieces, asked, given, how) => {
        const path = `/${pieces.map((one) => one.replace(/[?#]/g, '')).join('/')}`;
        const body = how === 'POST' || how === 'PUT' ? 'bytes' : null;
        const answer = await ask(`${path}${asked}`, { method: how, headers: given, body });
        expect([200, 201, 204, 206, 304, 400, 404, 405, 416]).toContain(answer.status);
        expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
        expect(answer.headers.has('content-security-policy')).toBe(true);
        await answer.body?.cancel();
      },
    ),
    { numRuns: 10_000 },
  );
});
