import { expect, test } from 'vitest';
import { ok } from '../domain/kernel/result.ts';
import { createProviderSentences } from './provider-sentences.ts';
import { type AnswerReading, type ProviderAnswer, sendChargeable, waitByHeader } from './send-chargeable.ts';
import type { SingleShotOutcome } from './send-once.ts';

const say = createProviderSentences({
  name: 'Lantern',
  keysAt: 'lantern.example/keys',
  variable: 'LANTERN_KEY',
  billingAt: 'lantern.example/billing',
});
const reading: AnswerReading<ProviderAnswer> = {
  say,
  wordsOf: ({ status }) => `HTTP ${status}`,
  refusalOf: ({ status }) => say.requestRefused(`HTTP ${status}`),
  isUsedUp: ({ body }) => body.includes('used up'),
  waitMsOf: waitByHeader,
};

function answer(status: number, headers: Record<string, string> = {}, body = ''): SingleShotOutcome {
  return { kind: 'answer', status, headers, body: Buffer.from(body) };
}

function send(outcome: SingleShotOutcome, beforeFirstByte: () => void = () => {}) {
  return sendChargeable(
    {
      async ask(line) {
        try {
          line.beforeFirstByte();
        } catch (thrown) {
          return ok({ kind: 'not-sent', cause: thrown instanceof Error ? thrown : new Error('held') });
        }
        return ok(outcome);
      },
      beforeFirstByte,
      signal: new AbortController().signal,
      nowMs: () => 0,
    },
    reading,
    () => ({ kind: 'accepted' as const }),
  );
}

test.each([
  ['a good answer is taken', answer(201), { kind: 'accepted' }],
  ['a rate did not begin', answer(429, { 'retry-after': '7' }), { kind: 'not-sent', retryAfterMs: 7_000 }],
  ['an account that is used up is refused', answer(429, {}, 'used up'), { kind: 'refused' }],
  ['a 4xx is a refusal', answer(422), { kind: 'refused' }],
  ['a time-out may follow acceptance', answer(408), { kind: 'ambiguous' }],
  ['a server in trouble may have accepted', answer(500), { kind: 'ambiguous' }],
  ['a redirect says nothing', answer(302), { kind: 'ambiguous' }],
  [
    'no byte left',
    { kind: 'not-sent', cause: new Error('refused') },
    { kind: 'not-sent', retryAfterMs: null },
  ],
  ['the line broke', { kind: 'broken', cause: new Error('reset') }, { kind: 'ambiguous' }],
] satisfies [string, SingleShotOutcome, object][])('%s', async (_name, outcome, meaning) => {
  expect(await send(outcome)).toMatchObject(meaning);
});

test('what its caller holds back was not sent, for its reason', async () => {
  const held = await send(answer(201), () => {
    throw new Error('over the limit');
  });
  expect(held).toMatchObject({ kind: 'not-sent', fault: { message: 'over the limit' } });
});
