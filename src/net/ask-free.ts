import { type Fault, ok, type Result } from '../domain/kernel/result.ts';
import type { ProviderSentences } from './provider-sentences.ts';
import type { ProviderAnswer } from './send-chargeable.ts';
import type { SingleShotOutcome } from './send-once.ts';

/** A question that needs the key and costs nothing. */
export type FreeQuestion = (signal?: AbortSignal) => Promise<Result<SingleShotOutcome>>;

/**
 * Whether the provider takes the key that is set, by a free question. `refusalOf` says what a status means that is about the
 * key, and null for one that is not.
 */
export async function testKeyBy(
  ask: FreeQuestion,
  say: Pick<ProviderSentences, 'trouble' | 'keyTaken' | 'keyUntested'>,
  refusalOf: (answer: ProviderAnswer) => Fault | null,
): Promise<Result<string>> {
  const asked = await ask();
  if (!asked.ok) return asked;
  const answer = asked.value;
  if (answer.kind !== 'answer') return { ok: false, fault: say.trouble('no answer came') };
  if (answer.status === 200) return ok(say.keyTaken());
  return { ok: false, fault: refusalOf(answer) ?? say.keyUntested(answer.status) };
}

/** How long a free question took to be answered; a refusal is an answer, too. */
export async function checkHealthBy(
  ask: FreeQuestion,
  say: Pick<ProviderSentences, 'trouble'>,
  signal: AbortSignal,
): Promise<Result<{ readonly answeredInMs: number }>> {
  const startedMs = performance.now();
  const asked = await ask(signal);
  if (!asked.ok) return asked;
  const answer = asked.value;
  if (answer.kind !== 'answer') return { ok: false, fault: say.trouble(answer.cause.message) };
  if (answer.status >= 500) return { ok: false, fault: say.trouble(`HTTP ${answer.status}`) };
  return ok({ answeredInMs: Math.round(performance.now() - startedMs) });
}
