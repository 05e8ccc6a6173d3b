import { flicksToSeconds, secondsToFlicks } from '../kernel/time.ts';
import type { ModelFacts } from './model-facts.ts';

/**
 * How long a clip a model makes where so much is asked for: its shortest length that covers it. null where none of its lengths
 * is long enough. A model whose lengths are not known is taken at its word.
 */
export function clipLengthFor(
  facts: Pick<ModelFacts, 'lengthsSeconds' | 'mostSeconds'> | null,
  wantedFlicks: number,
): number | null {
  if (facts === null) return wantedFlicks;
  const seconds = flicksToSeconds(wantedFlicks);
  const { lengthsSeconds, mostSeconds } = facts;
  if (lengthsSeconds === null)
    return mostSeconds !== null && mostSeconds < seconds - slackSeconds ? null : wantedFlicks;
  const covering = lengthsSeconds.find((length) => length >= seconds - slackSeconds);
  return covering === undefined ? null : secondsToFlicks(covering);
}

/** The longest clip that a model makes, seconds; null where that is not known. */
export function longestClipSeconds(
  facts: Pick<ModelFacts, 'lengthsSeconds' | 'mostSeconds'> | null,
): number | null {
  return facts?.lengthsSeconds?.at(-1) ?? facts?.mostSeconds ?? null;
}

/** Less than a frame: what is measured in frames is not asked for a second longer. */
const slackSeconds = 0.001;
