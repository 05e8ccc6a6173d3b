import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { UploadAddress } from '../../domain/sync/media-messages.ts';
import { askService } from '../../testing/service/ask-service.ts';
import { startTestService, type TestService } from '../../testing/service/start-test-service.ts';
import { type TestStorage, testStorages } from '../../testing/service/test-storages.ts';

describe.each(testStorages)('with $name', ({ name, start }) => {
  let sim: TestStorage;
  let service: TestService;
  beforeAll(async () => {
    sim = await start({ minPartBytes: 4 });
    service = await startTestService({ storage: sim.settings });
  });
  afterAll(async () => {
    await service.stop();
    await sim.close();
  });
  beforeEach(() => sim.setFaults([]));

  const sha = (bytes: Buffer | string): string => createHash('sha256').update(bytes).digest('hex');
  const fileOf = (text: string, partBytes = 1_000) => {
    const bytes = Buffer.from(text);
    const count = Math.ceil(bytes.length / partBytes);
    const pieces = Array.from({ length: count }, (_, i) =>
      bytes.subarray(i * partBytes, (i + 1) * partBytes),
    );
    const request = {
      sha256: sha(bytes),
      bytes: bytes.length,
      mime: 'video/mp4',
      partBytes,
      parts: pieces.map(sha),
    };
    return { bytes, pieces, request };
  };
  type File = ReturnType<typeof fileOf>;

  let films = 0;
  /** A project of somebody, and how they ask about its files. */
  async function filmOf(userId: string, organisation: { id: string; rol: string } | null = null) {
    films += 1;
    const id = `film-${films}`;
    const token = await service.token(userId, organisation === null ? {} : { o: organisation });
    const organisationId = organisation?.id ?? null;
    const made = await askService(service, token, 'POST', '/api/projects', { id, title: '', organisationId });
    expect(made.status).toBe(200);
    const asker = (as: string) => (method: string, rest: string, body?: unknown) =>
      askService(service, as, method, `/api/projects/${id}/assets/${rest}`, body);
    return {
      id,
      ask: asker(token),
      as: async (who: string, o?: Readonly<Record<string, unknown>>) =>
        asker(await service.token(who, o ?? {})),
    };
  }
  type Ask = Awaited<ReturnType<typeof filmOf>>['ask'];

  /** With the length that the bytes have. */
  const put = ({ method, url, headers }: UploadAddress, bytes: Buffer) => {
    const { 'content-length': _named, ...others } = headers;
    return fetch(url, { method, headers: others, body: new Uint8Array(bytes) });
  };

  /** Sends some of the parts that are missing, and tells of them where that is wanted. */
  async function sendParts(ask: Ask, { request, pieces }: File, count = Number.POSITIVE_INFINITY) {
    const { json } = await ask('POST', 'uploads', request);
    for (const part of json.missing.slice(0, count)) {
      const bytes = pieces[part.number - 1] ?? Buffer.alloc(0);
      const taken = await put(part, bytes);
      expect(taken.status).toBe(200);
      if (json.upload === null) continue;
      const receipt = await taken.text();
      const told = {
        sha256: request.sha256,
        upload: json.upload,
        number: part.number,
        bytes: bytes.length,
        receipt,
      };
      expect((await ask('POST', 'receipts', told)).json).toEqual({ kept: true });
    }
    return json.missing as (UploadAddress & { number: number })[];
  }

  async function send(ask: Ask, file: File): Promise<void> {
    const { request } = file;
    await sendParts(ask, file);
    expect((await ask('POST', 'finish', { sha256: request.sha256 })).json).toEqual({ stored: true });
  }

  describe('a file', () => {
    test.each([
      ['at once', 1_000],
      ['in parts', 4],
    ])('is sent %s, is there then, and comes back as it was', async (_, partBytes) => {
      const { ask } = await filmOf(`user_whole_${partBytes}`);
      const file = fileOf(`a film of ${partBytes}`, partBytes);
      const hashes = [file.request.sha256, sha('something else')];
      expect((await ask('POST', 'which', { hashes })).json).toEqual({ stored: [] });
      expect((await ask('GET', file.request.sha256)).json.error.code).toBe('sync.no-media');
      await send(ask, file);
      expect((await ask('POST', 'which', { hashes })).json).toEqual({ stored: [file.request.sha256] });
      const { json } = await ask('GET', file.request.sha256);
      expect(json.bytes).toBe(file.bytes.length);
      expect(Buffer.from(await (await fetch(json.url)).arrayBuffer())).toEqual(file.bytes);
      // The second film of the same person needs it sent by nobody.
      const second = await filmOf(`user_whole_${partBytes}`);
      expect((await second.ask('POST', 'uploads', file.request)).json).toEqual({
        ...{ stored: true, missing: [], upload: null },
      });
      expect(sim.openUploads()).toBe(0);
    });

    test('is of the kind that was announced last, until the storage knows one', async () => {
      const { ask } = await filmOf('user_kind');
      const typeOf = async (sha256: string) => {
        const { json } = await ask('GET', sha256);
        return (await fetch(json.url)).headers.get('content-type');
      };
      const file = fileOf('a picture, announced as a film');
      expect((await ask('POST', 'uploads', file.request)).json.missing).toHaveLength(1);
      const right = { ...file, request: { ...file.request, mime: 'image/png' } };
      await send(ask, right);
      expect(await typeOf(file.request.sha256)).toBe('image/png');
      expect((await ask('POST', 'uploads', file.request)).json.stored).toBe(true);
      expect(await typeOf(file.request.sha256)).toBe('image/png');
      // What has arrived of an upload in parts is not given up for it.
      const parts = fileOf('sixteen bytes, in all', 4);
      await sendParts(ask, parts, 2);
      await send(ask, { ...parts, request: { ...parts.request, mime: 'image/png' } });
      expect(await typeOf(parts.request.sha256)).toBe('video/mp4');
    });

    test('in parts: only what has not arrived is asked for again, at whichever part it was cut', async () => {
      const { ask } = await filmOf('user_parts');
      for (let cut = 0; cut <= 4; cut++) {
        const file = fileOf(`sixteen bytes, ${cut}`, 4);
        expect(await sendParts(ask, file, cut)).toHaveLength(5 - 1);
        const early = await ask('POST', 'finish', { sha256: file.request.sha256 });
        expect(early.status, `cut at ${cut}`).toBe(cut === 4 ? 200 : 404);
        if (cut === 4) continue;
        const again = (await ask('POST', 'uploads', file.request)).json.missing;
        expect(again.map(({ number }: { number: number }) => number)).toEqual([1, 2, 3, 4].slice(cut));
        await send(ask, file);
      }
      expect(sim.openUploads()).toBe(0);
    });

    test('of other bytes is refused by the storage, as far as it can tell: more of them, or by a changed address', async () => {
      const { ask } = await filmOf('user_wrong');
      for (const partBytes of [1_000, 4]) {
        const file = fileOf(`right bytes ${partBytes}`, partBytes);
        const [part] = (await ask('POST', 'uploads', file.request)).json.missing;
        const right = file.pieces[0] as Buffer;
        expect((await put(part, Buffer.alloc(file.bytes.length + 1))).status).toBeGreaterThanOrEqual(400);
        if (name === 'S3') {
          expect((await put(part, Buffer.from(right.map((byte) => byte ^ 1)))).status).toBe(400);
          const other = Buffer.from(sha('other'), 'hex').toString('base64');
          const forged = { ...part, headers: { ...part.headers, 'x-amz-checksum-sha256': other } };
          expect((await put(forged, right)).status).toBe(403);
        }
        const elsewhere = { ...part, url: part.url.replace(file.request.sha256, sha('elsewhere')) };
        expect((await put(elsewhere, right)).status).toBeGreaterThanOrEqual(400);
        expect((await ask('POST', 'which', { hashes: [file.request.sha256] })).json.stored).toEqual([]);
      }
    });

    test('whose upload the storage has lost is sent anew from its beginning', async () => {
      const { ask } = await filmOf('user_lost');
      const file = fileOf('lost in the storage', 6);
      await sendParts(ask, file);
      sim.loseUploads();
      expect((await ask('POST', 'finish', { sha256: file.request.sha256 })).status).toBe(404);
      await send(ask, file);
    });

    test('that turns out to be another in the storage is removed, and can be sent again', async () => {
      const { ask } = await filmOf('user_broken');
      const file = fileOf('whole and well');
      const [part] = (await ask('POST', 'uploads', file.request)).json.missing;
      await put(part, file.bytes);
      const key = sim.keys().find((name) => name.endsWith(file.request.sha256)) ?? '';
      sim.replace(key, Buffer.from('short'));
      const { status, json } = await ask('POST', 'finish', { sha256: file.request.sha256 });
      expect({ status, code: json.error.code }).toEqual({ status: 409, code: 'sync.media-damaged' });
      expect(sim.keys()).not.toContain(key);
      await send(ask, file);
    });

    test('waits while the storage is busy or gives no answer', async () => {
      const { ask } = await filmOf('user_busy');
      const file = fileOf('in two parts', 6);
      for (const fault of ['slow-down', 'lose-answer'] as const) {
        sim.setFaults([{ fault, match: 'POST' }]);
        const { status, json } = await ask('POST', 'uploads', file.request);
        expect({ status, code: json.error.code }).toEqual({ status: 503, code: 'sync.storage-asleep' });
        expect(json.error.retryAfterMs).toBeGreaterThan(0);
      }
      await sendParts(ask, file);
      sim.setFaults([{ fault: 'lose-answer', match: 'POST' }]);
      expect((await ask('POST', 'finish', { sha256: file.request.sha256 })).status).toBe(503);
      expect((await ask('POST', 'finish', { sha256: file.request.sha256 })).json).toEqual({ stored: true });
    });
  });

  describe('whose files they are', () => {
    test('who knows a hash gets nothing with it: not of a stranger, not by an own film', async () => {
      const anna = await filmOf('user_anna');
      const file = fileOf("anna's film");
      await send(anna.ask, file);
      const { sha256 } = file.request;
      const ben = await anna.as('user_ben');
      for (const { status, json } of [
        await ben('GET', sha256),
        await ben('POST', 'which', { hashes: [sha256] }),
        await ben('POST', 'uploads', file.request),
        await ben('POST', 'finish', { sha256 }),
      ]) {
        expect({ status, code: json.error.code }).toEqual({ status: 404, code: 'sync.no-project' });
      }
      const own = await filmOf('user_ben');
      expect((await own.ask('POST', 'which', { hashes: [sha256] })).json.stored).toEqual([]);
      expect((await own.ask('GET', sha256)).json.error.code).toBe('sync.no-media');
      expect((await own.ask('POST', 'finish', { sha256 })).json.error.code).toBe('sync.no-media');
      // He is asked for the bytes, though the storage has them of her.
      expect((await own.ask('POST', 'uploads', file.request)).json).toMatchObject({ stored: false });
    });

    test('a viewer fetches and sends none; another organisation of the same person sees none', async () => {
      const org = { id: 'org_1', rol: 'admin' };
      const film = await filmOf('user_olga', org);
      const file = fileOf('of an organisation');
      await send(film.ask, file);
      const viewer = await film.as('user_vera', { o: { id: 'org_1', rol: 'viewer' } });
      expect((await viewer('GET', file.request.sha256)).status).toBe(200);
      const other = fileOf('of a viewer').request;
      for (const refused of [
        await viewer('POST', 'uploads', other),
        await viewer('POST', 'finish', { sha256: file.request.sha256 }),
      ]) {
        expect(refused.json.error.code).toBe('sync.read-only');
      }
      const elsewhere = await film.as('user_olga', { o: { id: 'org_2', rol: 'admin' } });
      expect((await elsewhere('GET', file.request.sha256)).status).toBe(404);
    });

    test('a plan holds so many bytes; what is over it is refused, what is there stays', async () => {
      const { ask } = await filmOf('user_large');
      const GiB = 1024 ** 3;
      const large = { ...fileOf('x').request, bytes: 4 * GiB, partBytes: 4 * GiB };
      expect((await ask('POST', 'uploads', large)).status).toBe(200);
      const second = { ...fileOf('y').request, bytes: 2 * GiB, partBytes: 2 * GiB };
      const { status, json } = await ask('POST', 'uploads', second);
      expect({ status, code: json.error.code }).toEqual({ status: 402, code: 'sync.over-quota' });
      const token = await service.token('user_large');
      const usage = (await askService(service, token, 'GET', '/api/usage')).json;
      expect(usage).toMatchObject({ used: { mediaBytes: 4 * GiB }, quota: { mediaBytes: 5 * GiB } });
    });
  });
});
