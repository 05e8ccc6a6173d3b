import { fail, ok, type Result } from '../../domain/kernel/result.ts';
import { sendOnce } from '../../net/send-once.ts';
import { languageFault } from './language-faults.ts';
import type { LanguageModelFacts, LanguageProvider } from './language-providers.ts';

export interface FreeQuestion {
  readonly provider: LanguageProvider;
  readonly key: string;
  readonly resolve: (url: URL) => URL;
  readonly timeoutMs: number;
  readonly signal?: AbortSignal;
}

/** Asks something that costs nothing and needs the key. Answers with the JSON. */
export async function askFree(question: FreeQuestion, path?: string): Promise<Result<unknown>> {
  const { provider, key, resolve, timeoutMs, signal } = question;
  const { name, host, keysPage } = provider;
  const answer = await sendOnce({
    method: 'GET',
    url: resolve(new URL(path ?? provider.freePath(key), `https://${host}`)),
    headers: { ...provider.keyHeaders(key), accept: 'application/json' },
    connectTimeoutMs: timeoutMs,
    answerTimeoutMs: timeoutMs,
    ...(signal === undefined ? {} : { signal }),
    mostBytes: 16 * 1024 * 1024,
  });
  if (answer.kind !== 'answer') {
    const message = `${name} could not be reached: ${answer.cause.message}. Nothing was charged.`;
    return { ok: false, fault: languageFault('provider.unreachable', message) };
  }
  if (answer.status === 401 || answer.status === 403 || answer.status === 400) {
    return fail(
      'provider.key-refused',
      `${name} refused the key. Nothing was charged. Keys are made at ${keysPage}.`,
    );
  }
  if (answer.status !== 200) {
    return fail(
      'provider.unreachable',
      `${name} answered with HTTP ${answer.status}. Nothing was charged. Try again later.`,
    );
  }
  try {
    return ok(JSON.parse(answer.body.toString('utf8')) as unknown);
  } catch {
    return fail(
      'provider.answer-unreadable',
      `${name}'s list of models could not be read. Nothing was charged.`,
    );
  }
}

/** OpenRouter's own list has the prices: of the models that write JSON, those of the table first. */
export function modelsOfOpenRouter(body: unknown): LanguageModelFacts[] {
  const list = isRecord(body) && Array.isArray(body['data']) ? body['data'] : [];
  return list.filter(isRecord).flatMap((model) => {
    const pricing = isRecord(model['pricing']) ? model['pricing'] : {};
    const [input, output] = [Number(pricing['prompt']), Number(pricing['completion'])];
    const { id, name } = model;
    if (typeof id !== 'string' || !Number.isFinite(input) || !Number.isFinite(output)) return [];
    if (input <= 0 || output <= 0) return [];
    const perMillion = (usdPerToken: number): number => Math.ceil(usdPerToken * 1e12);
    return [
      {
        id,
        name: typeof name === 'string' ? name : id,
        inputUsdMicros: perMillion(input),
        outputUsdMicros: perMillion(output),
      },
    ];
  });
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
