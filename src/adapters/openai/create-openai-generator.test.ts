import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadImage } from '@napi-rs/canvas';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makePicture } from '../../../tools/fal-sim/make-media.ts';
import {
  type OpenAiSim,
  type OpenAiSimFault,
  startOpenAiSim,
} from '../../../tools/openai-sim/start-openai-sim.ts';
import { describeGenerator } from '../../core/ports/generator.conformance.ts';
import type { Generator, SubmitOutcome } from '../../core/ports/generator.ts';
import type { PictureRequest } from '../../domain/jobs/generation-request.ts';
import { AssetId } from '../../domain/kernel/ids.ts';
import { ok, unwrap } from '../../domain/kernel/result.ts';
import { stillRequest } from '../../testing/builders/generation-requests.ts';
import { createManualClock } from '../../testing/manual-clock.ts';
import { createOpenAiGenerator } from './create-openai-generator.ts';
import { openAiModels } from './openai-models.ts';

const key = 'sk-good';
const never = new AbortController().signal;
const picture = makePicture({ prompt: 'face', seed: 1, widthPx: 64, heightPx: 64 });
const face = AssetId.parse(createHash('sha256').update(picture).digest('hex'));

function open(origin: URL, ownKey = key): Generator {
  return unwrap(
    createOpenAiGenerator({
      key: async () => ownKey,
      clock: createManualClock(),
      origin,
      timeouts: { submitMs: 2_000, askMs: 5_000 },
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

for (const referenceAssetIds of [[], [face, face]]) {
  describeGenerator(`openai, ${referenceAssetIds.length} references`, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'reelwright-openai-'));
    writeFileSync(join(folder, 'face.png'), picture);
    const sim = await startOpenAiSim({ key });
    const request = stillRequest({
      provider: 'openai',
      model: 'gpt-image-2.5-flare',
      ...(referenceAssetIds.length === 0 ? {} : { referenceAssetIds }),
    });
    const withFault = (fault: OpenAiSimFault) => () => {
      sim.setFaults([{ fault }]);
      return request;
    };
    return {
      open: () => open(sim.origin),
      request,
      assetPath: () => ok({ path: join(folder, 'face.png'), mime: 'image/png' }),
      accepted: () => sim.charges().length,
      async isComplete(bytes) {
        const image = await loadImage(bytes);
        return image.width === 1280 && image.height === 720;
      },
      refused: withFault('bad-input'),
      answerLost: withFault('lose-answer'),
      unreachable: async () => open(await closedOrigin()),
      slow: () => null,
      async close() {
        await sim.close();
        rmSync(folder, { recursive: true, force: true });
      },
    };
  });
}

let sim: OpenAiSim;
let folder: string;
beforeEach(async () => {
  sim = await startOpenAiSim({ key });
  folder = mkdtempSync(join(tmpdir(), 'reelwright-openai-'));
  writeFileSync(join(folder, 'face.png'), picture);
});
afterEach(async () => {
  await sim.close();
  rmSync(folder, { recursive: true, force: true });
});

const request = stillRequest({ provider: 'openai', model: 'gpt-image-2.5-flare' });

async function submit(
  over: Partial<PictureRequest> = {},
  openai = open(sim.origin),
): Promise<SubmitOutcome & { calls: number }> {
  let calls = 0;
  const outcome = await openai.submit(
    { ...request, ...over },
    {
      beforeFirstByte: () => void calls++,
      assetPath: () => ok({ path: join(folder, 'face.png'), mime: 'image/png' }),
      folder,
      signal: never,
    },
  );
  return { ...outcome, calls };
}

const lookUp = (over: Partial<PictureRequest> = {}) =>
  open(sim.origin).lookUp?.({ ...request, ...over }, { sentAtMs: 0, folder, signal: never });

describe.each([[{}], [{ referenceAssetIds: [face] }]])('what an answer means, %j', (over) => {
  it.each([
    ['bad-input', 'refused', 'provider.request-refused'],
    ['moderated', 'refused', 'provider.content-refused'],
    ['no-credits', 'refused', 'provider.no-balance'],
    ['hard-limit', 'refused', 'provider.no-balance'],
    ['no-model', 'refused', 'provider.model-gone'],
    ['unverified', 'refused', 'provider.model-gone'],
    ['rate-limit', 'not-sent', 'provider.rate-limited'],
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
    ['cut-answer', 'ambiguous', null],
  ] as const)('%s: %s', async (fault, kind, code) => {
    sim.setFaults([{ fault, times: null }]);
    const outcome = await submit(over);
    expect(outcome).toMatchObject({ kind, calls: 1 });
    if (code !== null) expect(outcome).toMatchObject({ fault: { code } });
    // The vendor's client repeats nothing.
    expect(sim.submits()).toHaveLength(1);
    expect((await lookUp(over))?.kind).toBe('not-found');
  });
});

it('keeps Retry-After', async () => {
  sim.setFaults([{ fault: 'rate-limit', retryAfterSeconds: 7 }]);
  expect(await submit()).toMatchObject({ kind: 'not-sent', retryAfterMs: 7_000 });
});

it("passes on OpenAI's own words, and never the key", async () => {
  sim.setFaults([{ fault: 'moderated' }]);
  const outcome = await submit();
  expect(outcome.kind === 'refused' && outcome.fault.message).toContain('rejected by the safety system');
  const wrong = await submit({}, open(sim.origin, 'sk-canary-key'));
  expect(wrong).toMatchObject({ kind: 'refused', fault: { code: 'provider.key-refused' } });
  expect(JSON.stringify(wrong)).not.toContain('cana');
  expect(await submit({}, open(sim.origin, 'two words'))).toMatchObject({ kind: 'refused', calls: 0 });
});

it('counts what was really charged, by the tokens of the answer', async () => {
  for (const model of openAiModels) {
    const over = { model: model.id, referenceAssetIds: [face] };
    const outcome = await submit(over);
    if (outcome.kind !== 'accepted') throw new Error(`not accepted: ${JSON.stringify(outcome)}`);
    const fetched = await open(sim.origin).fetch({ ...request, ...over }, outcome.handle, folder, never);
    expect(fetched).toMatchObject({ costUsdMicros: sim.charges().at(-1)?.costUsdMicros });
  }
  sim.setFaults([{ fault: 'no-usage' }]);
  const outcome = await submit();
  if (outcome.kind !== 'accepted') throw new Error('not accepted');
  expect(await open(sim.origin).fetch(request, outcome.handle, folder, never)).toMatchObject({
    costUsdMicros: null,
  });
});

it('finds the picture again when the process ended between the answer and its note', async () => {
  expect((await submit()).kind).toBe('accepted');
  const found = await lookUp();
  if (found?.kind !== 'found') throw new Error(`not found: ${JSON.stringify(found)}`);
  const again = open(sim.origin);
  expect(await again.poll(request, found.handle, never)).toEqual({ kind: 'ready' });
  expect(await again.fetch(request, found.handle, folder, never)).toMatchObject({
    kind: 'fetched',
    mime: 'image/png',
    costUsdMicros: sim.charges()[0]?.costUsdMicros,
  });
  expect(sim.charges()).toHaveLength(1);
  expect((await lookUp({ prompt: 'another' }))?.kind).toBe('not-found');
});

it('asks the quality that a person set, and prices it', async () => {
  expect((await submit({ extra: { quality: 'high', n: 9 } })).kind).toBe('accepted');
  expect(sim.submits()[0]?.fields).toMatchObject({ quality: 'high', n: '1' });
  const cost = async (quality: string): Promise<number> =>
    unwrap(await open(sim.origin).estimate({ ...request, extra: { quality } })).costUsdMicros;
  expect(await cost('high')).toBeGreaterThan(2 * (await cost('medium')));
  expect(await cost('nonsense')).toBe(await cost('medium'));
});

it('tests the key and the health by free questions', async () => {
  expect(await open(sim.origin).testKey?.()).toMatchObject({ ok: true });
  expect(await open(sim.origin, 'sk-wrong').testKey?.()).toMatchObject({
    fault: { code: 'provider.key-refused' },
  });
  expect(await open(sim.origin).checkHealth?.(never)).toMatchObject({ ok: true });
  expect(await open(await closedOrigin()).checkHealth?.(never)).toMatchObject({
    fault: { code: 'provider.unreachable' },
  });
  expect(sim.charges()).toEqual([]);
});
