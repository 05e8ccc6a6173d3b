import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SimFaultName, SimFaultRule } from '../../../tools/fal-sim/sim-faults.ts';
import { type FalSim, startFalSim } from '../../../tools/fal-sim/start-fal-sim.ts';
import type { FetchOutcome, Generator, PollOutcome, SubmitOutcome } from '../../core/ports/generator.ts';
import { fail, unwrap } from '../../domain/kernel/result.ts';
import { stillRequest } from '../../testing/builders/generation-requests.ts';
import { createManualClock } from '../../testing/manual-clock.ts';
import { createFalGenerator } from './create-fal-generator.ts';

const request = stillRequest({ provider: 'fal', model: 'fal-ai/flux/dev', widthPx: 640, heightPx: 368 });
const never = new AbortController().signal;
let sim: FalSim;
let folder: string;
let fal: Generator;

beforeEach(async () => {
  sim = await startFalSim({ queueReads: 0, runReads: 0 });
  folder = mkdtempSync(join(tmpdir(), 'reelwright-fal-'));
  fal = openFal();
});
afterEach(async () => {
  expect(sim.leakedKeys()).toBe(0);
  await sim.close();
  rmSync(folder, { recursive: true, force: true });
});

function openFal(key = 'id:secret'): Generator {
  const timeouts = { submitMs: 300, askMs: 5_000, stallMs: 5_000 };
  return unwrap(createFalGenerator({ key, clock: createManualClock(), origin: sim.origin, timeouts }));
}

async function submit(): Promise<SubmitOutcome & { calls: number }> {
  let calls = 0;
  const outcome = await fal.submit(request, {
    beforeFirstByte: () => void calls++,
    assetPath: () => fail('library.not-found', 'There is no such file.'),
    folder: tmpdir(),
    signal: never,
  });
  return { ...outcome, calls };
}

async function accepted() {
  const outcome = await submit();
  if (outcome.kind !== 'accepted') throw new Error(`not accepted: ${JSON.stringify(outcome)}`);
  return outcome.handle;
}

const poll = async (): Promise<PollOutcome> => fal.poll(request, await accepted(), never);
const fetch = async (): Promise<FetchOutcome> => fal.fetch(request, await accepted(), folder, never);
const set = (fault: SimFaultName, more: Partial<SimFaultRule> = {}): void =>
  sim.setFaults([{ fault, ...more }]);

describe('what an answer to a submit means', () => {
  it.each([
    ['refuse-422', 'refused', 'provider.request-refused'],
    ['refuse-401', 'refused', 'provider.key-refused'],
    ['no-balance', 'refused', 'provider.no-balance'],
    ['not-found', 'refused', 'provider.model-gone'],
    ['rate-limit', 'not-sent', 'provider.rate-limited'],
    ['error-500', 'ambiguous', null],
    ['bad-gateway-before', 'ambiguous', null],
    ['bad-gateway-after', 'ambiguous', null],
    ['unavailable', 'ambiguous', null],
    ['gateway-timeout-after', 'ambiguous', null],
    ['lose-request', 'ambiguous', null],
    ['lose-answer', 'ambiguous', null],
    ['hang-after', 'ambiguous', null],
    ['html', 'ambiguous', null],
    ['truncated-json', 'ambiguous', null],
    ['no-request-id', 'ambiguous', null],
    ['redirect', 'ambiguous', null],
  ] as const)('%s: %s', async (fault, kind, code) => {
    set(fault, { times: null });
    const outcome = await submit();
    expect(outcome).toMatchObject({ kind, calls: 1 });
    if (code !== null) expect(outcome).toMatchObject({ fault: { code } });
    expect(sim.submits()).toHaveLength(1);
  });

  it('keeps Retry-After', async () => {
    set('rate-limit', { retryAfterSeconds: 7 });
    expect(await submit()).toMatchObject({ kind: 'not-sent', retryAfterMs: 7_000 });
  });

  it("passes on Fal's own words, with the field they are about", async () => {
    set('refuse-422');
    const outcome = await submit();
    expect(outcome.kind === 'refused' && outcome.fault.message).toContain(
      'prompt: The prompt is too long for this model',
    );
  });

  it('says where a missing key comes from, and never shows a key', async () => {
    const none = createFalGenerator({ key: ' ', clock: createManualClock() });
    expect(none).toMatchObject({ ok: false, fault: { code: 'provider.key-missing' } });
    const odd = createFalGenerator({ key: 'canary key\r\nX: y', clock: createManualClock() });
    expect(odd.ok === false && odd.fault.message).not.toContain('canary');
    await sim.close();
    sim = await startFalSim({ keys: ['another'] });
    fal = openFal('canary');
    const outcome = await submit();
    expect(outcome).toMatchObject({ kind: 'refused', fault: { code: 'provider.key-refused' } });
    expect(JSON.stringify(outcome)).not.toContain('canary');
  });

  it('sends no key to an address that is not of Fal, whatever an answer names', async () => {
    set('foreign-urls');
    const handle = await accepted();
    expect(handle.statusUrl).toContain('example.com');
    expect(await fal.poll(request, handle, never)).toMatchObject({
      kind: 'gone',
      fault: { code: 'provider.address-refused' },
    });
    expect(await fal.fetch(request, handle, folder, never)).toMatchObject({ kind: 'gone' });
  });
});

describe('what an answer to a poll means', () => {
  it.each([
    ['endless-queue', 'waiting'],
    ['status-500', 'unreachable'],
    ['status-html', 'unreachable'],
    ['status-truncated', 'unreachable'],
    ['status-reset', 'unreachable'],
    ['status-404', 'gone'],
    ['slow', 'ready'],
    ['runner-timeout', 'failed'],
    ['failed-422', 'ready'],
  ] as const)('%s: %s', async (fault, kind) => {
    set(fault);
    expect(await poll()).toMatchObject({ kind });
  });
});

describe('what an answer to a fetch means', () => {
  it.each([
    ['failed-422', { kind: 'failed', billed: 'unknown' }],
    ['charged-but-failed', { kind: 'failed', billed: 'unknown' }],
    ['content-policy', { kind: 'failed', fault: { code: 'provider.content-refused' } }],
    ['failed-500', { kind: 'failed', billed: 'no' }],
    ['runner-timeout', { kind: 'failed', billed: 'no' }],
    ['blacked-out', { kind: 'failed', billed: 'yes', fault: { code: 'provider.content-refused' } }],
    ['no-file', { kind: 'failed', billed: 'unknown', fault: { code: 'provider.generation-failed' } }],
    ['result-html', { kind: 'unreachable' }],
    ['result-503', { kind: 'unreachable' }],
    ['foreign-media', { kind: 'failed', fault: { code: 'provider.address-refused' } }],
    ['media-foreign-redirect', { kind: 'failed', fault: { code: 'provider.address-refused' } }],
    ['expired-media', { kind: 'gone' }],
    ['media-500', { kind: 'unreachable' }],
    ['media-html', { kind: 'unreachable' }],
    ['media-reset', { kind: 'unreachable' }],
    ['media-redirect', { kind: 'fetched' }],
    ['no-units', { kind: 'fetched', costUsdMicros: null }],
  ] as const)('%s', async (fault, outcome) => {
    set(fault);
    expect(await fetch()).toMatchObject(outcome);
    const names = readdirSync(folder);
    if (outcome.kind !== 'fetched') expect(names.filter((name) => /\.(png|mp4)$/.test(name))).toEqual([]);
  });

  it('goes on where a download broke off', async () => {
    set('media-reset');
    const handle = await accepted();
    expect((await fal.fetch(request, handle, folder, never)).kind).toBe('unreachable');
    const part = readdirSync(folder).find((name) => name.endsWith('.part'));
    const have = statSync(join(folder, part ?? '')).size;
    expect(have).toBeGreaterThan(0);
    const fetched = await fal.fetch(request, handle, folder, never);
    expect(fetched).toMatchObject({ kind: 'fetched', mime: 'image/png', costUsdMicros: 25_000 });
    const whole = await fal.fetch(request, handle, mkdtempSync(join(folder, 'again-')), never);
    if (fetched.kind !== 'fetched' || whole.kind !== 'fetched') throw new Error('not fetched');
    expect(readFileSync(fetched.path).equals(readFileSync(whole.path))).toBe(true);
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  });
});

describe('prices', () => {
  it('are live where the list answers, and say so', async () => {
    sim.setFaults([{ fault: 'dearer' }]);
    expect(unwrap(await fal.estimate(request))).toMatchObject({ costUsdMicros: 50_000 });
  });

  it('come from the table, with its date, where it does not', async () => {
    sim.setFaults([{ fault: 'no-prices' }]);
    const estimate = unwrap(await fal.estimate(request));
    expect(estimate).toMatchObject({ costUsdMicros: 25_000, pricedAtMs: null });
    expect(estimate.basis).toContain('price of 2026-');
  });
});

describe('cancel', () => {
  it('takes a queued request out, and is too late for a finished one', async () => {
    set('endless-queue');
    const waiting = await accepted();
    expect(await fal.cancel(request, waiting)).toEqual({ kind: 'cancelled' });
    expect(await fal.poll(request, waiting, never)).toMatchObject({ kind: 'failed', billed: 'no' });
    const done = await accepted();
    await fal.poll(request, done, never);
    expect(await fal.cancel(request, done)).toEqual({ kind: 'too-late' });
    expect(sim.charges().map(({ requestId }) => requestId)).toEqual([done.requestId]);
  });
});
