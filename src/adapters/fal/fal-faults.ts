import type { providerFaults } from '../../core/ports/generator.ts';
import type { Fault } from '../../domain/kernel/result.ts';
import {
  isRecord,
  jsonOf as readJson,
  retryAfterMs as readRetryAfter,
  textOf,
} from '../../net/read-answer.ts';
import type { SingleShotOutcome } from '../../net/send-once.ts';

type ProviderFaultCode = (typeof providerFaults)[number];
export type FalAnswer = Extract<SingleShotOutcome, { kind: 'answer' }>;

export function falFault(code: ProviderFaultCode, message: string, detail?: Fault['detail']): Fault {
  return detail === undefined ? { code, message } : { code, message, detail };
}

/** The body as JSON object; null for anything else (HTML, cut-off text, a bare string). */
export function jsonOf({ body }: Pick<FalAnswer, 'body'>): Readonly<Record<string, unknown>> | null {
  return readJson(body);
}

/**
 * Fal's own words in one line. Models answer `{detail: [{loc, msg, type}]}`, the platform `{detail: "text"}`; some
 * endpoints `{message}` or `{error}`.
 */
export function falWords(answer: Pick<FalAnswer, 'body' | 'status'>): string {
  const body = jsonOf(answer);
  const detail = body?.['detail'];
  if (Array.isArray(detail)) {
    const lines = detail.filter(isRecord).map((entry) => {
      const loc = Array.isArray(entry['loc']) ? entry['loc'].filter((part) => part !== 'body').join('.') : '';
      const words = textOf(entry['msg']) ?? 'not accepted';
      return loc === '' ? words : `${loc}: ${words}`;
    });
    if (lines.length > 0) return shorten(lines.join('; '));
  }
  const error = body?.['error'];
  const words =
    textOf(detail) ??
    textOf(body?.['message']) ??
    textOf(error) ??
    (isRecord(error) ? textOf(error['message']) : null);
  return words === null ? `HTTP ${answer.status}` : shorten(words);
}

/** Machine-readable kinds of the error: `error_type`, and the `type` of each detail. */
export function falErrorTypes(body: Readonly<Record<string, unknown>> | null): string[] {
  const detail = body?.['detail'];
  const types = Array.isArray(detail) ? detail.filter(isRecord).map((entry) => entry['type']) : [];
  return [body?.['error_type'], ...types].filter((type) => typeof type === 'string');
}

/** What a 4xx answer means, with what to do about it. `what` names what was asked: "the request", "the upload". */
export function refusalFault(answer: FalAnswer, what: string): Fault {
  // Our sentence ends where theirs does.
  const words = falWords(answer).replace(/\.+$/, '');
  const types = falErrorTypes(jsonOf(answer));
  const { status } = answer;
  const detail = { status };
  if (
    (status === 402 || status === 403) &&
    (status === 402 || /balance|credit|exhausted|billing|locked/i.test(words))
  ) {
    return falFault(
      'provider.no-balance',
      `Fal did not take ${what}: the account has no balance left (${words}). Nothing was charged. Top it up at fal.ai/dashboard/billing, then run again.`,
      detail,
    );
  }
  if (status === 401 || status === 403) {
    return falFault(
      'provider.key-refused',
      `Fal refused the key (${words}). Nothing was charged. Check it: keys are made at fal.ai/dashboard/keys, and generating needs one with the API scope.`,
      detail,
    );
  }
  if (types.some((type) => type.startsWith('content_policy'))) {
    return falFault(
      'provider.content-refused',
      `Fal refused the content of the shot: ${words}. Change the shot's prompt and retry it.`,
      detail,
    );
  }
  if (status === 404 || status === 410) {
    return falFault(
      'provider.model-gone',
      `Fal does not know the model any more (${words}). Nothing was charged. Choose another model.`,
      detail,
    );
  }
  return falFault(
    'provider.request-refused',
    `Fal refused ${what}: ${words}. Change the shot or the model and retry it.`,
    detail,
  );
}

export function troubleFault(words: string): Fault {
  return falFault('provider.unreachable', `Fal could not be reached: ${words}.`);
}

export function unreadableFault(what: string): Fault {
  return falFault('provider.answer-unreadable', `Fal's answer to ${what} could not be read.`);
}

/** `Retry-After` in milliseconds; null when absent or not readable. */
export function retryAfterMs(headers: FalAnswer['headers'], nowMs: number): number | null {
  return readRetryAfter(headers['retry-after'], nowMs);
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 300 ? `${line.slice(0, 300)}…` : line;
}
