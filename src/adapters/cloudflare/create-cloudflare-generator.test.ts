import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadImage } from '@napi-rs/canvas';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type CloudflareSim,
  type CloudflareSimFault,
  simAccount,
  startCloudflareSim,
} from '../../../tools/cloudflare-sim/start-cloudflare-sim.ts';
import { makePicture } from '../../../tools/fal-sim/make-media.ts';
import { describeGenerator } from '../../core/ports/generator.conformance.ts';
import type { Generator, SubmitOutcome } from '../../core/ports/generator.ts';
import type { PictureRequest } from '../../domain/jobs/generation-request.ts';
import { AssetId } from '../../domain/kernel/ids.ts';
import { ok, unwrap } from '../../domain/kernel/result.ts';
import { stillRequest } from '../../testing/builders/generation-requests.ts';
import { createManualClock } from '../../testing/manual-clock.ts';
import { cloudflareModels } from './cloudflare-models.ts';
import { createCloudflareGenerator } from './create-cloudflare-generator.ts';

const token = 'a-token-of-twenty-or-more';
const key = `${simAccount}:${token}`;
const klein = '@cf/black-forest-labs/flux-2-klein-9b';
const never = new AbortController().signal;
const size = { widthPx: 640, heightPx: 368 };

function open(origin: URL, ownKey = key): Generator {
  return unwrap(
    createCloudflareGenerator({
      key: async () => ownKey,
      clock: createManualClock(),
      origin,
      timeouts: { submitMs: 1_500, askMs: 5_000 },
    }),
  );
}

async function closedOrigin(): Promise<URL> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return new URL(`http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 9}`);
}

for (const model of [klein, '@cf/leonardo/phoenix-1.0']) {
  describeGenerator(`cloudflare, ${model}`, async () => {
    const sim = await startCloudflareSim({ token });
    const request = stillRequest({ provider: 'cloudflare', model, ...size });
    const withFault = (fault: CloudflareSimFault) => () => {
      sim.setFaults([{ fault }]);
      return request;
    };
    return {
      open: () => open(sim.origin),
      request,
      assetPath: () => ok({ path: '/nowhere', mime: 'image/png' }),
      accepted: () => sim.charges().length,
      async isComplete(bytes) {
        const image = await loadImage(bytes);
        return image.width === 640 && image.height === 368;
      },
      refused: withFault('bad-input'),
      answerLost: withFault('lose-answer'),
      unreachable: async () => open(await closedOrigin()),
      slow: () => null,
      close: sim.close,
    };
  });
}

let sim: CloudflareSim;
let folder: string;
beforeEach(async () => {
  sim = await startCloudflareSim({ token });
  folder = mkdtempSync(join(tmpdir(), 'reelwright-cloudflare-'));
});
afterEach(async () => {
  await sim.close();
  rmSync(folder, { recursive: true, force: true });
});

const request = stillRequest({ provider: 'cloudflare', model: klein, ...size });

async function submit(
  over: Partial<PictureRequest> = {},
  cloudflare = open(sim.origin),
): Promise<SubmitOutcome & { calls: number }> {
  let calls = 0;
  const outcome = await cloudflare.submit(
    { ...request, ...over },
    {
      beforeFirstByte: () => void calls++,
      assetPath: () => ok({ path: join(folder, 'reference.png'), mime: 'image/png' }),
      folder,
      signal: never,
    },
  );
  return { ...outcome, calls };
}

describe('what an answer means', () => {
  it.each([
    ['bad-input', 'refused', 'provider.request-refused'],
    ['flagged', 'refused', 'provider.content-refused'],
    ['no-allocation', 'refused', 'provider.no-balance'],
    ['no-terms', 'refused', 'provider.model-gone'],
    ['no-model', 'refused', 'provider.model-gone'],
    ['out-of-capacity', 'not-sent', 'provider.rate-limited'],
    ['lose-request', 'ambiguous', null],
    ['bad-gateway-before', 'ambiguous', null],
    ['unavailable', 'ambiguous', null],
    ['lose-answer', 'ambiguous', null],
    ['hang-after', 'ambiguous', null],
    ['bad-gateway-after', 'ambiguous', null],
    ['gateway-timeout-after', 'ambiguous', null],
    ['html', 'ambiguous', null],
    ['truncated-json', 'ambiguous', null],
    ['redirect', 'ambiguous', null],
    ['no-image', 'ambiguous', null],
    ['not-a-picture', 'ambiguous', null],
    ['cut-picture', 'ambiguous', null],
  ] as const)('%s: %s', async (fault, kind, code) => {
    sim.setFaults([{ fault, times: null }]);
    const outcome = await submit();
    expect(outcome).toMatchObject({ kind, calls: 1 });
    if (code !== null) expect(outcome).toMatchObject({ fault: { code } });
    expect(sim.submits()).toHaveLength(1);
    // Nothing of a cut answer may later pass for a result.
    const found = await open(sim.origin).lookUp?.(request, { sentAtMs: 0, folder, signal: never });
    expect(found?.kind).toBe('not-found');
  });

  it('keeps Retry-After', async () => {
    sim.setFaults([{ fault: 'out-of-capacity', retryAfterSeconds: 7 }]);
    expect(await submit()).toMatchObject({ kind: 'not-sent', retryAfterMs: 7_000 });
  });

  it("passes on Cloudflare's own words, and never the token", async () => {
    sim.setFaults([{ fault: 'flagged' }]);
    const outcome = await submit();
    expect(outcome.kind === 'refused' && outcome.fault.message).toContain(
      'Input prompt contains NSFW content',
    );
    const wrong = await submit({}, open(sim.origin, `${simAccount}:canary-canary-canary-canary`));
    expect(wrong).toMatchObject({ kind: 'refused', fault: { code: 'provider.key-refused' } });
    expect(JSON.stringify(wrong)).not.toContain('canary');
  });
});

it('finds the picture again when the process ended between the answer and its note', async () => {
  expect((await submit()).kind).toBe('accepted');
  // The handle is lost with the process; only the folder is left.
  const again = open(sim.origin);
  const found = await again.lookUp?.(request, { sentAtMs: 0, folder, signal: never });
  if (found?.kind !== 'found') throw new Error(`not found: ${JSON.stringify(found)}`);
  expect(await again.poll(request, found.handle, never)).toEqual({ kind: 'ready' });
  expect(await again.fetch(request, found.handle, folder, never)).toMatchObject({
    kind: 'fetched',
    mime: 'image/png',
  });
  expect(sim.charges()).toHaveLength(1);
  const other = await again.lookUp?.({ ...request, seed: 8 }, { sentAtMs: 0, folder, signal: never });
  expect(other?.kind).toBe('not-found');
});

it('does not take the picture of an earlier try for that of a lost one', async () => {
  expect((await submit()).kind).toBe('accepted');
  sim.setFaults([{ fault: 'lose-answer' }]);
  expect((await submit()).kind).toBe('ambiguous');
  const found = await open(sim.origin).lookUp?.(request, { sentAtMs: 0, folder, signal: never });
  expect(found?.kind).toBe('not-found');
});

it('sends nothing where the picture could not be stored', async () => {
  writeFileSync(join(folder, 'file'), '');
  const outcome = await open(sim.origin).submit(request, {
    beforeFirstByte: () => {
      throw new Error('must not be asked');
    },
    assetPath: () => ok({ path: '/nowhere', mime: 'image/png' }),
    folder: join(folder, 'file', 'inside'),
    signal: never,
  });
  expect(outcome).toMatchObject({ kind: 'refused', fault: { code: 'library.not-writable' } });
  expect(sim.submits()).toEqual([]);
});

it('asks each model of the table in its own form', async () => {
  for (const model of cloudflareModels) {
    const outcome = await submit({ model: model.id, negativePrompt: 'rain', widthPx: 3840, heightPx: 2160 });
    expect(outcome.kind, model.id).toBe('accepted');
  }
});

it('sends references, and refuses more than a model looks at', async () => {
  const bytes = makePicture({ prompt: 'face', seed: 1, widthPx: 64, heightPx: 64 });
  writeFileSync(join(folder, 'reference.png'), bytes);
  const face = AssetId.parse(createHash('sha256').update(bytes).digest('hex'));
  expect((await submit({ referenceAssetIds: [face, face] })).kind).toBe('accepted');
  expect(sim.submits()[0]?.fields).toMatchObject({ input_image_1: `${bytes.length} bytes` });
  const many = await submit({ model: '@cf/leonardo/lucid-origin', referenceAssetIds: [face] });
  expect(many).toMatchObject({ kind: 'refused', calls: 0, fault: { code: 'provider.request-refused' } });
});

describe('the key', () => {
  const cloudflare = () => open(sim.origin);
  it.each([
    [key, true],
    [`  ${simAccount.toUpperCase()} : ${token}  `, true],
    ['', false],
    [token, false],
    [`${token}:${simAccount}`, false],
    [`${key}:more`, false],
  ])('%j: %s', (given, good) => {
    const checked = cloudflare().checkKey?.(given);
    expect(checked?.ok).toBe(good);
    if (checked?.ok) expect(checked.value).toBe(key);
    else if (given !== '') expect(checked?.fault.message).toContain('accountId:token');
  });

  it('is tested by a free question', async () => {
    expect(await cloudflare().testKey?.()).toMatchObject({ ok: true });
    const wrong = open(sim.origin, `${simAccount}:${'x'.repeat(30)}`);
    expect(await wrong.testKey?.()).toMatchObject({ fault: { code: 'provider.key-refused' } });
    const strange = open(sim.origin, `${'f'.repeat(32)}:${token}`);
    expect(await strange.testKey?.()).toMatchObject({ fault: { code: 'provider.key-refused' } });
    expect(sim.charges()).toEqual([]);
  });
});

it('says how it is, and that nothing is kept', async () => {
  expect(await open(sim.origin).checkHealth?.(never)).toMatchObject({ ok: true });
  expect(await open(await closedOrigin()).checkHealth?.(never)).toMatchObject({
    fault: { code: 'provider.unreachable' },
  });
  const models = open(sim.origin).models?.() ?? [];
  expect(models.length).toBeGreaterThan(1);
  expect(models.every(({ keptForMs }) => keptForMs === 0)).toBe(true);
  expect(readdirSync(folder)).toEqual([]);
});
