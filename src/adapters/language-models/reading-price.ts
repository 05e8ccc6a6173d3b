import type { Estimate } from '../../core/ports/generator.ts';
import type { ReadingRequest } from '../../domain/jobs/generation-request.ts';
import { formatUsd } from '../../domain/jobs/money.ts';

/** Prices of a million tokens, US dollars × 10⁻⁶. */
export interface TokenPrices {
  readonly inputUsdMicros: number;
  readonly outputUsdMicros: number;
  /** When they were read from the provider; null for our own table. */
  readonly pricedAtMs: number | null;
}

/** Tokens that a provider adds around the two messages and the schema of the answer. */
const frameTokens = 2_000;
const encoder = new TextEncoder();

/**
 * The most that a request can cost: a token is at least one byte of UTF-8, and no more is written than the request allows. What
 * is charged is usually a quarter of it.
 */
export function estimateReading(
  { instructions, text, maxOutputTokens }: ReadingRequest,
  prices: TokenPrices,
): Estimate {
  const inputTokens = encoder.encode(instructions).length + encoder.encode(text).length + frameTokens;
  const costUsdMicros = costOfTokens(inputTokens, maxOutputTokens, prices);
  const [input, output] = [formatUsd(prices.inputUsdMicros), formatUsd(prices.outputUsdMicros)];
  return {
    costUsdMicros,
    basis: `at most ${inputTokens} tokens read at ${input} and ${maxOutputTokens} written at ${output} a million`,
    pricedAtMs: prices.pricedAtMs,
  };
}

export function costOfTokens(input: number, output: number, prices: TokenPrices): number {
  return Math.ceil((input * prices.inputUsdMicros + output * prices.outputUsdMicros) / 1_000_000);
}
