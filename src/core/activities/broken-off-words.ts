import { formatUsd } from '../../domain/jobs/money.ts';
import { isOpen } from '../../domain/jobs/transitions.ts';
import type { MediaLibrary } from '../library/media-library.ts';
import { estimateProject } from '../pipeline/shots-to-jobs/estimate-project.ts';
import { isFree } from '../pipeline/shots-to-jobs/picture-makers.ts';
import { estimateReading } from '../pipeline/text-to-reading/estimate-reading.ts';
import type { Generator } from '../ports/generator.ts';
import { findMakers } from '../providers/find-makers.ts';
import type { Store } from '../store/store.ts';
import type { StandingOrder } from './standing-orders.ts';

/** A film that the end of the studio broke off and that is not begun again by itself. */
export function brokenOffExport(path: string): string {
  return `The studio ended more than once while ${path} was being written. Nothing of the film is left. It is not begun again by itself.`;
}

export const brokenOffPublishing =
  'The studio ended more than once while a cut was being published. Links show what they showed before. It is not begun again by itself.';

/**
 * How far a reading came and what the rest would cost at most; null where every part is answered, and what is left to do is
 * free.
 */
export async function brokenOffReading(
  parts: {
    readonly store: Store;
    readonly library: Pick<MediaLibrary, 'assetPath'>;
    readonly generators: readonly Generator[];
  },
  { projectId, choice }: Extract<StandingOrder, { kind: 'read' }>,
): Promise<string | null> {
  const ended = 'The studio ended while a language model was reading the text.';
  const unpriced = `${ended} What was answered is kept. The rest is not sent by itself.`;
  const generator = parts.generators.find(({ provider }) => provider === choice.provider);
  if (generator === undefined) return unpriced;
  const estimate = await estimateReading(parts, projectId, generator, choice);
  if (!estimate.ok) return unpriced;
  const { parts: all, done, costUsdMicros } = estimate.value;
  if (done === all && costUsdMicros === 0) return null;
  // What is at the provider is followed to its end, and not asked for again.
  const open = parts.store
    .rows('job', projectId)
    .filter((job) => isOpen(job) && job.request.kind === 'reading' && job.provider === choice.provider);
  const rest = costUsdMicros - open.reduce((sum, job) => sum + job.estimateUsdMicros, 0);
  const price = generator.free ? 'free' : `at most ${formatUsd(Math.max(0, rest))}`;
  return `${ended} ${done} of ${all} parts are read and kept. The rest (${price}) is not sent by itself.`;
}

/** How many takes are kept, how many requests are missing and what they would cost; null where nothing is missing. */
export async function brokenOffRun(
  { store, generators }: { readonly store: Store; readonly generators: readonly Generator[] },
  { projectId, choice, askedAtMs }: Extract<StandingOrder, { kind: 'generate' }>,
): Promise<string | null> {
  const isAsked = (provider: string): boolean =>
    provider === choice.provider || provider === choice.clipProvider;
  const made = store
    .rows('take', projectId)
    .filter(({ provider, createdAtMs }) => isAsked(provider) && createdAtMs >= askedAtMs).length;
  const kept = `The studio ended while takes were being made. ${made} finished ${made === 1 ? 'take is' : 'takes are'} kept, and requests already at the provider are followed to their end.`;
  const unpriced = `${kept} The rest is not sent by itself.`;
  const makers = findMakers(generators, choice);
  if (!makers.ok) return unpriced;
  const estimate = await estimateProject(store, projectId, makers.value, { ...choice, again: false });
  if (!estimate.ok) return unpriced;
  const { stills, clips, costUsdMicros } = estimate.value;
  const missing = stills + clips;
  if (missing <= 0) return null;
  const price = isFree(makers.value, choice) ? 'free' : `about ${formatUsd(costUsdMicros)}`;
  return missing === 1
    ? `${kept} 1 more request (${price}) is not sent by itself.`
    : `${kept} ${missing} more requests (${price}) are not sent by themselves.`;
}
