import { jsonSchema, Output, streamText } from 'ai';
import type { Clock } from '../../core/ports/clock.ts';
import type { SubmitContext, SubmitOutcome } from '../../core/ports/generator.ts';
import type { ReadingRequest } from '../../domain/jobs/generation-request.ts';
import { readingJsonSchema } from '../../domain/shots/model-reading/reading-answer.ts';
import { createFetchOnce } from '../../net/fetch-once.ts';
import { watchFirstByte } from '../../net/submit-outcomes.ts';
import { handleOfAnswer, type KeptAnswer, keepAnswer } from './answer-file.ts';
import { classifyFailure } from './language-faults.ts';
import type { LanguageProvider } from './language-providers.ts';
import { costOfTokens, type TokenPrices } from './reading-price.ts';

export interface ReadingLine {
  readonly provider: LanguageProvider;
  readonly key: string;
  readonly clock: Clock;
  /** The address that is really asked. */
  readonly resolve: (url: URL) => URL;
  readonly connectTimeoutMs: number;
  readonly answerTimeoutMs: number;
  readonly prices: TokenPrices;
}

/** Between two reports of the words so far. */
const tellEveryMs = 100;
/** No answer that fits its token limit is longer. */
const mostCharacters = 4_000_000;

/**
 * One request to a language model, sent at most once; its words are told as they come, and the whole answer is on the disk
 * before it is called accepted. Without tools, so that nothing in a story can make a model do anything but write.
 */
export async function streamReading(
  line: ReadingLine,
  request: ReadingRequest,
  context: SubmitContext,
): Promise<SubmitOutcome> {
  const { provider, clock } = line;
  const gate = watchFirstByte(context.beforeFirstByte);
  const fetch = createFetchOnce({
    resolve: line.resolve,
    connectTimeoutMs: line.connectTimeoutMs,
    answerTimeoutMs: line.answerTimeoutMs,
    beforeFirstByte: gate.before,
  });
  let answer: KeptAnswer;
  try {
    answer = await read(line, request, context, fetch);
  } catch (thrown) {
    return gate.heldBack ?? classifyFailure(thrown, provider, gate.hasBegun);
  }
  await keepAnswer(context.folder, answer);
  context.onWords?.(answer.text);
  return { kind: 'accepted', handle: handleOfAnswer(answer) };

  async function read(
    { key, prices }: ReadingLine,
    { model, instructions, text, maxOutputTokens, seed }: ReadingRequest,
    { onWords, signal }: SubmitContext,
    fetchOnce: typeof globalThis.fetch,
  ): Promise<KeptAnswer> {
    const result = streamText({
      model: provider.open({ key, fetch: fetchOnce, model }),
      instructions,
      prompt: text,
      maxOutputTokens,
      maxRetries: 0,
      abortSignal: signal,
      output: Output.object({ name: 'breakdown', schema: jsonSchema({ ...readingJsonSchema() }) }),
      // What goes wrong comes through the stream; without this it would be written to the console as well.
      onError: () => {},
    });
    let words = '';
    let toldMs = Number.NEGATIVE_INFINITY;
    let id = '';
    let finishReason = '';
    let usage: { input: number | null; output: number | null } = { input: null, output: null };
    let chargedUsd: number | null = null;
    for await (const part of result.stream) {
      switch (part.type) {
        case 'text-delta':
          words += part.text;
          if (words.length > mostCharacters) throw new Error('the answer is too long');
          if (clock.nowMs() - toldMs >= tellEveryMs) {
            toldMs = clock.nowMs();
            onWords?.(words);
          }
          break;
        case 'finish-step': {
          id = part.response.id;
          finishReason = part.finishReason;
          usage = { input: part.usage.inputTokens ?? null, output: part.usage.outputTokens ?? null };
          chargedUsd = chargeOf(part.providerMetadata?.['openrouter']?.['usage']);
          break;
        }
        case 'error':
          throw part.error;
        case 'abort':
          throw new Error('cut off');
        default:
          break;
      }
    }
    // A stream that simply stops was cut off: what came may be billed, and is not the whole answer.
    if (
      finishReason === '' ||
      finishReason === 'unknown' ||
      (finishReason === 'other' && usage.output === null)
    )
      throw new Error('the answer was cut off');
    const costUsdMicros =
      chargedUsd !== null
        ? Math.ceil(chargedUsd * 1_000_000)
        : usage.input === null || usage.output === null
          ? null
          : costOfTokens(usage.input, usage.output, prices);
    return {
      id: id === '' ? `${provider.provider}-${seed}` : id,
      provider: provider.provider,
      model,
      text: words,
      finishReason,
      inputTokens: usage.input,
      outputTokens: usage.output,
      costUsdMicros,
    };
  }
}

function chargeOf(usage: unknown): number | null {
  const cost = typeof usage === 'object' && usage !== null && 'cost' in usage ? usage.cost : null;
  return typeof cost === 'number' && cost >= 0 ? cost : null;
}
