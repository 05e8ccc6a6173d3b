import type { ReadingRequest } from '../../../domain/jobs/generation-request.ts';
import { ok, type Result } from '../../../domain/kernel/result.ts';
import { type FalModelBase, type FalPlan, type FalPrice, refused, wordsFault } from './fal-model.ts';

export interface FalReadingModel extends FalModelBase<'reading'> {
  readonly mostOutputTokens: number;
}

/** Fal has one endpoint for language models, which takes the model's name. */
const router = 'openrouter/router';

const readingModel = (
  model: string,
  name: string,
  [inputUsdMicros, outputUsdMicros]: readonly [number, number],
  mostOutputTokens: number,
): FalReadingModel => ({
  kind: 'reading',
  id: `${router}/${model}`,
  endpoint: router,
  name,
  prices: [
    { unit: 'input-token', usdMicros: inputUsdMicros },
    { unit: 'output-token', usdMicros: outputUsdMicros },
  ] satisfies FalPrice[],
  promptLimit: 400_000,
  hasSeed: false,
  fixed: { model, temperature: 0, reasoning: false },
  mostOutputTokens,
});

export const readingModels: readonly FalReadingModel[] = [
  readingModel('google/gemini-2.5-flash', 'Gemini 2.5 Flash', [300_000, 2_500_000], 65_535),
  readingModel('anthropic/claude-sonnet-4.5', 'Claude Sonnet 4.5', [3_000_000, 15_000_000], 64_000),
  readingModel('openai/gpt-4.1', 'GPT-4.1', [2_000_000, 8_000_000], 32_768),
];

/** A token is about four characters of English, fewer of other scripts: reckoned on the dear side. */
const charactersPerToken = 3;

/** The story goes in as the prompt and nowhere else: it is material, and what is to be done with it stands apart. */
export function planReading(model: FalReadingModel, request: ReadingRequest): Result<FalPlan> {
  const wrong = wordsFault(model, request.text);
  if (wrong !== null) return wrong;
  if (request.maxOutputTokens > model.mostOutputTokens) {
    return refused(
      `${model.name} answers with at most ${model.mostOutputTokens} tokens; ${request.maxOutputTokens} were asked for. Nothing was sent. Choose another model.`,
    );
  }
  const inputTokens = Math.ceil((request.text.length + request.instructions.length) / charactersPerToken);
  return ok({
    endpoint: model.endpoint,
    name: model.name,
    prices: model.prices,
    work: `up to ${inputTokens} tokens read and ${request.maxOutputTokens} written`,
    amounts: { 'input-token': inputTokens, 'output-token': request.maxOutputTokens, request: 1 },
    files: [],
    input: () => ({
      ...model.fixed,
      prompt: request.text,
      system_prompt: request.instructions,
      max_tokens: request.maxOutputTokens,
    }),
  });
}
