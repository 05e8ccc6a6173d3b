import { APICallError } from 'ai';
import type { providerFaults, SubmitOutcome } from '../../core/ports/generator.ts';
import type { Fault } from '../../domain/kernel/result.ts';
import { LostAnswerError, NotSentError } from '../../net/fetch-once.ts';
import type { LanguageProvider } from './language-providers.ts';

export function languageFault(code: (typeof providerFaults)[number], message: string): Fault {
  return { code, message };
}

/**
 * What a failed call means. Only a request of which no byte left, and a 429, surely did not begin; any other 4xx is a refusal;
 * everything else after the first byte may follow work that is billed.
 */
export function classifyFailure(
  thrown: unknown,
  { name, keysPage }: LanguageProvider,
  sent: boolean,
): SubmitOutcome {
  const chain = [...causesOf(thrown)];
  const words = shorten(chain.at(-1)?.message ?? String(thrown));
  const unsent = chain.some((error) => error instanceof NotSentError);
  if (unsent || !sent) {
    const message = `${name} could not be reached: ${words}. Nothing was sent; it is tried again.`;
    return { kind: 'not-sent', fault: languageFault('provider.unreachable', message), retryAfterMs: null };
  }
  const call = chain.find((error) => APICallError.isInstance(error));
  const status = call?.statusCode;
  if (call === undefined || status === undefined || chain.some((error) => error instanceof LostAnswerError)) {
    return ambiguous(`The line to ${name} broke after the request was sent: ${words}.`);
  }
  const said = shorten(call.message).replace(/\.+$/, '');
  const refused = (code: Parameters<typeof languageFault>[0], message: string): SubmitOutcome => ({
    kind: 'refused',
    fault: languageFault(code, message),
  });
  if (
    /insufficient_quota|billing|credit balance|exceeded your current quota/i.test(
      `${said} ${call.responseBody}`,
    )
  ) {
    if (status === 402 || status === 429 || status === 403)
      return refused(
        'provider.no-balance',
        `${name} did not take the request: the account has no balance left (${said}). Nothing was charged. Top it up, then run again.`,
      );
  }
  if (status === 429) {
    const message = `${name} takes no more requests for now (${said}). Nothing was sent; it is tried again.`;
    const retryAfterMs = retryAfter(call.responseHeaders);
    return { kind: 'not-sent', fault: languageFault('provider.rate-limited', message), retryAfterMs };
  }
  if (status === 402)
    return refused(
      'provider.no-balance',
      `${name} did not take the request: the account has no balance left (${said}). Nothing was charged. Top it up, then run again.`,
    );
  if (status === 401 || status === 403)
    return refused(
      'provider.key-refused',
      `${name} refused the key (${said}). Nothing was charged. Check it: keys are made at ${keysPage}.`,
    );
  if (status === 404 || status === 410)
    return refused(
      'provider.model-gone',
      `${name} does not know the model any more (${said}). Nothing was charged. Choose another model.`,
    );
  if (status >= 400 && status < 500 && ![408, 425, 499].includes(status))
    return refused(
      'provider.request-refused',
      `${name} refused the request: ${said}. Nothing was charged. Choose another model.`,
    );
  return ambiguous(`${name} answered with HTTP ${status} after the request was sent (${said}).`);
}

function ambiguous(message: string): SubmitOutcome {
  return { kind: 'ambiguous', fault: languageFault('provider.answer-unreadable', message) };
}

function* causesOf(thrown: unknown): Generator<Error> {
  for (let error = thrown, depth = 0; error instanceof Error && depth < 8; error = error.cause, depth++)
    yield error;
}

function retryAfter(headers: Readonly<Record<string, string>> | undefined): number | null {
  const seconds = Number(headers?.['retry-after'] ?? Number.NaN);
  return Number.isFinite(seconds) ? Math.max(0, Math.round(seconds * 1000)) : null;
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 300 ? `${line.slice(0, 300)}…` : line;
}
