import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LanguageFaultName } from '../../../tools/language-model-sim/sim-faults.ts';
import {
  type LanguageModelSim,
  startLanguageModelSim,
} from '../../../tools/language-model-sim/start-language-model-sim.ts';
import { describeGenerator } from '../../core/ports/generator.conformance.ts';
import type { SubmitOutcome } from '../../core/ports/generator.ts';
import type { ReadingRequest } from '../../domain/jobs/generation-request.ts';
import { ok, unwrap } from '../../domain/kernel/result.ts';
import { readAnswer } from '../../domain/shots/model-reading/reading-answer.ts';
import { createSystemClock } from '../system/system-clock.ts';
import { createLanguageGenerator } from './create-language-generator.ts';
import { type LanguageProviderName, languageProviders } from './language-providers.ts';

const names = Object.keys(languageProviders) as LanguageProviderName[];
const keyOf = (name: LanguageProviderName): string =>
  name === 'cloudflare' ? `${'a'.repeat(32)}:token` : 'sk-secret';
const requestOf = (name: LanguageProviderName): ReadingRequest => ({
  kind: 'reading',
  provider: name,
  model: languageProviders[name].models[0].id,
  seed: 7,
  task: 'shots',
  instructions: 'Break the story down.',
  text: 'scene 1: INT. TOWER - NIGHT\n[1] INT. TOWER - NIGHT\n[2] Rain.\n[3] MARA: "It is out."',
  maxOutputTokens: 4_000,
});
const open = (name: LanguageProviderName, origin: URL) =>
  createLanguageGenerator(name, { key: async () => keyOf(name), clock: createSystemClock(), origin });

async function closedOrigin(): Promise<URL> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return new URL(`http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 9}`);
}

for (const name of names) {
  describeGenerator(`language models, ${name}`, async () => {
    const sim = await startLanguageModelSim();
    const request = requestOf(name);
    return {
      open: () => open(name, sim.origin),
      request,
      assetPath: () => ok({ path: '/none', mime: 'none' }),
      accepted: () => sim.charges().length,
      isComplete: (bytes) => readAnswer(JSON.parse(bytes.toString('utf8')).text)?.scenes.size === 1,
      refused() {
        sim.setFaults([{ fault: 'http-400', times: 1 }]);
        return request;
      },
      answerLost() {
        sim.setFaults([{ fault: 'lose-answer', times: 1 }]);
        return request;
      },
      unreachable: async () => open(name, await closedOrigin()),
      slow: () => null,
      close: () => sim.close(),
    };
  });
}

describe('language models', () => {
  let sim: LanguageModelSim;
  let folder: string;
  const submit = (name: LanguageProviderName, onWords?: (words: string) => void): Promise<SubmitOutcome> =>
    open(name, sim.origin).submit(requestOf(name), {
      beforeFirstByte: () => {},
      assetPath: () => ok({ path: '/none', mime: 'none' }),
      folder,
      ...(onWords === undefined ? {} : { onWords }),
      signal: new AbortController().signal,
    });
  beforeAll(async () => {
    sim = await startLanguageModelSim();
    folder = mkdtempSync(join(tmpdir(), 'reelwright-language-'));
  });
  afterAll(async () => {
    await sim.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('hands over a copy: an answer that was taken and not stored is there for the next try', async () => {
    const generator = open('openai', sim.origin);
    const outcome = await submit('openai');
    if (outcome.kind !== 'accepted') throw new Error(outcome.kind);
    const fetch = () =>
      generator.fetch(requestOf('openai'), outcome.handle, folder, new AbortController().signal);
    const first = await fetch();
    if (first.kind !== 'fetched') throw new Error(first.kind);
    const bytes = readFileSync(first.path, 'utf8');
    rmSync(first.path);
    const second = await fetch();
    if (second.kind !== 'fetched') throw new Error(second.kind);
    expect(readFileSync(second.path, 'utf8')).toBe(bytes);
  });

  it.each(names)(
    '%s: words come as they are written, the whole answer is kept with its cost, and no tool is offered',
    async (name) => {
      const heard: string[] = [];
      const outcome = await submit(name, (words) => heard.push(words));
      expect(outcome.kind).toBe('accepted');
      expect(heard.length).toBeGreaterThan(0);
      const kept = JSON.parse(readFileSync(join(folder, 'answer.json'), 'utf8'));
      expect(heard.at(-1)).toBe(kept.text);
      const charge = sim.charges().at(-1);
      expect(kept).toMatchObject({ inputTokens: charge?.inputTokens, outputTokens: charge?.outputTokens });
      expect(kept.costUsdMicros).toBeGreaterThan(0);
      const estimate = unwrap(await open(name, sim.origin).estimate(requestOf(name)));
      expect(kept.costUsdMicros).toBeLessThanOrEqual(estimate.costUsdMicros);
      const asked = sim.asked().at(-1);
      expect(asked).toMatchObject({ tools: false, maxOutputTokens: 4_000, text: requestOf(name).text });
      expect(asked?.instructions).toContain('Break the story down.');
      expect(asked?.text).not.toContain('Break the story down.');
    },
  );

  const meanings: readonly [LanguageFaultName, SubmitOutcome['kind'], string | null][] = [
    ['http-400', 'refused', 'provider.request-refused'],
    ['http-401', 'refused', 'provider.key-refused'],
    ['http-402', 'refused', 'provider.no-balance'],
    ['http-404', 'refused', 'provider.model-gone'],
    ['http-429', 'not-sent', 'provider.rate-limited'],
    ['http-500', 'ambiguous', null],
    ['http-503', 'ambiguous', null],
    ['lose-answer', 'ambiguous', null],
    ['cut-stream', 'ambiguous', null],
    ['cut-json', 'accepted', null],
    ['refuses', 'accepted', null],
    ['nonsense', 'accepted', null],
  ];
  it.each(meanings.flatMap((meaning) => names.map((name) => [name, ...meaning] as const)))(
    '%s: %s is %s, and nothing is sent twice',
    async (name, fault, kind, code) => {
      sim.setFaults([{ fault, times: 1 }]);
      const before = sim.asked().length;
      const outcome = await submit(name);
      expect(outcome.kind).toBe(kind);
      if (code !== null && 'fault' in outcome) expect(outcome.fault.code).toBe(code);
      if (outcome.kind === 'not-sent') expect(outcome.retryAfterMs).toBe(1_000);
      expect(sim.asked().length).toBe(before + 1);
    },
  );

  it('finds an answer whose acceptance was not written down', async () => {
    await submit('openai');
    const lost = { sentAtMs: 0, folder, signal: new AbortController().signal };
    const found = await open('openai', sim.origin).lookUp?.(requestOf('openai'), lost);
    expect(found?.kind).toBe('found');
    const elsewhere = await open('openai', sim.origin).lookUp?.(requestOf('openai'), {
      ...lost,
      folder: `${folder}/no`,
    });
    expect(elsewhere?.kind).toBe('not-found');
  });

  it('tests a key with a question that is free', async () => {
    const before = sim.charges().length;
    for (const name of names) expect((await open(name, sim.origin).testKey?.())?.ok).toBe(true);
    expect(sim.charges().length).toBe(before);
    expect(open('cloudflare', sim.origin).checkKey?.('no-account').ok).toBe(false);
  });

  it('reads the prices of OpenRouter, and leaves out what has none', async () => {
    const generator = open('openrouter', sim.origin);
    expect(unwrap((await generator.refreshModels?.(new AbortController().signal)) ?? ok(0))).toBe(2);
    const model = generator.models?.().find(({ id }) => id === 'acme/story-1');
    expect(model?.prices.map(({ usdMicros }) => usdMicros)).toEqual([1_000_000, 2_000_000]);
    expect(model?.origin).toBe('provider');
  });
});
