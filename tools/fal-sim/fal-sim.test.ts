import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createFalClient } from '@fal-ai/client';
import { loadImage } from '@napi-rs/canvas';
import { afterEach, describe, expect, it } from 'vitest';
import { makePicture } from './make-media.ts';
import { type FalSim, type FalSimOptions, startFalSim } from './start-fal-sim.ts';

let sim: FalSim;
afterEach(() => sim.close());

/** The vendor's own client, led to the stand-in: what it understands, Fal would have said. */
async function openClient(options: FalSimOptions = {}) {
  sim = await startFalSim({ mostClipHeightPx: 96, ...options });
  const toSim: typeof fetch = (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input);
    return fetch(new URL(`${url.pathname}${url.search}`, sim.origin), init);
  };
  return { client: createFalClient({ credentials: 'id:secret', fetch: toSim }), toSim };
}

const size = { width: 320, height: 192 };

describe("through the vendor's own client", () => {
  it('makes a still of the size that was asked for', async () => {
    const { client, toSim } = await openClient();
    const states: string[] = [];
    const { data, requestId } = await client.subscribe('fal-ai/flux/dev', {
      input: { prompt: 'a lighthouse', image_size: size, seed: 3 },
      pollInterval: 5,
      onQueueUpdate: ({ status }) => states.push(status),
    });
    expect(new Set(states)).toEqual(new Set(['IN_QUEUE', 'IN_PROGRESS', 'COMPLETED']));
    const url = data.images[0]?.url ?? '';
    expect(url).toMatch(/^https:\/\/v3b\.fal\.media\/files\//);
    const image = await loadImage(Buffer.from(await (await toSim(url)).arrayBuffer()));
    expect([image.width, image.height]).toEqual([320, 192]);
    expect(sim.charges()).toEqual([
      { requestId, endpoint: 'fal-ai/flux/dev', units: 1, costUsdMicros: 25_000 },
    ]);
  });

  it('takes an upload and makes a clip from it', async () => {
    const { client, toSim } = await openClient();
    const png = makePicture({ prompt: 'start', seed: 0, widthPx: 320, heightPx: 192 });
    const image = await client.storage.upload(
      new File([new Uint8Array(png)], 'start.png', { type: 'image/png' }),
    );
    expect(Buffer.from(await (await toSim(image)).arrayBuffer()).equals(png)).toBe(true);
    const { data } = await client.subscribe('fal-ai/veo3.1/fast/image-to-video', {
      input: { prompt: 'waves', image_url: image, duration: '4s' },
      pollInterval: 5,
    });
    const clip = Buffer.from(await (await toSim(data.video.url)).arrayBuffer());
    expect(clip.toString('latin1', 4, 8)).toBe('ftyp');
    expect(sim.charges()[0]?.units).toBe(4);
  });

  it('takes an upload in parts', async () => {
    const { toSim } = await openClient();
    const headers = { authorization: 'Key id:secret', 'content-type': 'application/json' };
    const begun = await toSim(
      'https://rest.fal.ai/storage/upload/initiate-multipart?storage_type=fal-cdn-v3',
      {
        method: 'POST',
        headers,
        body: JSON.stringify({ content_type: 'text/plain', file_name: 'long.txt' }),
      },
    );
    const { upload_url, file_url } = (await begun.json()) as { upload_url: string; file_url: string };
    const at = new URL(upload_url);
    const parts: unknown[] = [];
    for (const [i, text] of ['one ', 'two ', 'three'].entries()) {
      const put = await toSim(`${at.origin}${at.pathname}/${i + 1}${at.search}`, {
        method: 'PUT',
        body: text,
      });
      parts.push(await put.json());
    }
    expect(parts).toContainEqual({ partNumber: 3, etag: 'part-3' });
    await toSim(`${at.origin}${at.pathname}/complete${at.search}`, {
      method: 'POST',
      body: JSON.stringify({ parts }),
    });
    expect(await (await toSim(file_url)).text()).toBe('one two three');
  });

  it('says what is wrong with an input, and refuses a strange key', async () => {
    const { client } = await openClient();
    const input = { prompt: 'waves', image_url: 'https://fal.media/x.png', duration: '5s' as '4s' };
    await expect(client.queue.submit('fal-ai/veo3.1/image-to-video', { input })).rejects.toMatchObject({
      status: 422,
      body: { detail: [{ loc: ['body', 'duration'] }] },
    });
    await sim.close();
    const strange = await openClient({ keys: ['another'] });
    await expect(
      strange.client.queue.submit('fal-ai/flux/dev', { input: { prompt: 'x' } }),
    ).rejects.toMatchObject({ status: 401 });
    expect(sim.charges()).toEqual([]);
  });
});

it('two prompts give two pictures', async () => {
  await openClient();
  const order = { seed: 1, widthPx: 64, heightPx: 48 };
  expect(makePicture({ ...order, prompt: 'a' }).equals(makePicture({ ...order, prompt: 'b' }))).toBe(false);
});

it('keeps requests and charges over a restart', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'fal-sim-test-'));
  const stateFile = join(folder, 'state.json');
  const { client } = await openClient({ stateFile });
  const { request_id } = await client.queue.submit('fal-ai/flux/dev', {
    input: { prompt: 'x', image_size: size },
  });
  await sim.close();
  const again = await openClient({ stateFile, queueReads: 0, runReads: 0 });
  const status = await again.client.queue.status('fal-ai/flux/dev', { requestId: request_id });
  expect(status.status).toBe('COMPLETED');
  expect(sim.charges()).toHaveLength(1);
  rmSync(folder, { recursive: true, force: true });
});

it('takes faults by its control address, and no others', async () => {
  const { client } = await openClient();
  const control = (rules: unknown): Promise<Response> =>
    fetch(new URL('/__sim/faults', sim.origin), { method: 'POST', body: JSON.stringify(rules) });
  expect((await control([{ fault: 'refuse-422', match: 'x' }])).status).toBe(200);
  expect((await control([{ fault: 'nonsense' }])).status).toBe(422);
  await expect(client.queue.submit('fal-ai/flux/dev', { input: { prompt: 'x' } })).rejects.toMatchObject({
    status: 422,
  });
  const submits = (await (await fetch(new URL('/__sim/submits', sim.origin))).json()) as unknown[];
  expect(submits).toHaveLength(1);
  expect(await (await fetch(new URL('/__sim/charges', sim.origin))).json()).toEqual([]);
});

describe('what is no picture', () => {
  const bytesOf = async (toSim: typeof fetch, url: string): Promise<Buffer> =>
    Buffer.from(await (await toSim(url)).arrayBuffer());

  it('speaks and plays as long as was asked for', async () => {
    const { client, toSim } = await openClient();
    const spoken = await client.subscribe('fal-ai/kokoro/american-english', {
      input: { prompt: 'Who lit the lamp?', voice: 'af_heart' },
      pollInterval: 5,
    });
    expect((await bytesOf(toSim, spoken.data.audio.url)).toString('latin1', 0, 4)).toBe('RIFF');
    const music = await client.subscribe('fal-ai/elevenlabs/music', {
      input: { prompt: 'slow strings', music_length_ms: 6_000 },
      pollInterval: 5,
    });
    expect((await bytesOf(toSim, music.data.audio.url)).length).toBe(44 + 6 * 16_000 * 2);
    expect(sim.charges().map(({ units }) => units)).toEqual([0.017, 0.1]);
  });

  it('hears and reads', async () => {
    const { client } = await openClient({ read: ({ prompt }) => `read: ${prompt}` });
    const input = { audio_url: 'https://v3b.fal.media/files/upload/a.wav' };
    const heard = await client.subscribe('fal-ai/whisper', { input, pollInterval: 5 });
    expect(heard.data.chunks).toHaveLength(6);
    const read = await client.subscribe('openrouter/router', {
      input: { model: 'google/gemini-2.5-flash', prompt: 'a story' },
      pollInterval: 5,
    });
    expect(read.data.output).toBe('read: a story');
  });
});

describe('the platform', () => {
  const ask = async (path: string): Promise<Record<string, unknown>> => {
    const headers = { authorization: 'Key id:secret' };
    const answer = await fetch(new URL(`/v1/${path}`, sim.origin), { headers });
    return (await answer.json()) as Record<string, unknown>;
  };

  it('pages through its models, with forms where they are asked for', async () => {
    await openClient();
    const first = await ask('models?status=active&limit=20');
    expect(first).toMatchObject({ has_more: true });
    const second = await ask(`models?status=active&limit=20&cursor=${first['next_cursor']}`);
    expect(second).toMatchObject({ has_more: false, next_cursor: null });
    const withForm = await ask('models?endpoint_id=fal-ai/flux/dev&expand=openapi-3.0');
    expect(withForm).toMatchObject({
      models: [
        {
          openapi: {
            components: { schemas: { ModelInput: { properties: { prompt: { type: 'string' } } } } },
          },
        },
      ],
    });
  });

  it('lists requests and what they cost, in the time that is asked for', async () => {
    const { client } = await openClient();
    const { request_id } = await client.queue.submit('fal-ai/flux/dev', {
      input: { prompt: 'x', image_size: size, seed: 5 },
    });
    const list = 'models/requests/by-endpoint?endpoint_id=fal-ai/flux/dev';
    expect(await ask(`${list}&expand=payloads`)).toMatchObject({
      items: [{ request_id, status_code: 200, json_input: { seed: 5 } }],
    });
    const { items } = await ask(list);
    expect(items).not.toHaveProperty('0.json_input');
    expect(await ask(`${list}&end=2026-01-01T00:00:00Z&start=2025-01-01`)).toMatchObject({ items: [] });
    expect(await ask(`models/billing-events?request_id=${request_id}`)).toMatchObject({
      billing_events: [{ request_id, output_units: 1, cost_estimate_nano_usd: 25_000_000 }],
    });
  });
});
