import { formatUsd } from '../../domain/jobs/money.ts';
import { estimateProject } from '../pipeline/shots-to-jobs/estimate-project.ts';
import { isFree } from '../pipeline/shots-to-jobs/picture-makers.ts';
import type { Generator } from '../ports/generator.ts';
import { findMakers } from '../providers/find-makers.ts';
import type { Store } from '../store/store.ts';
import type { StandingOrder } from './standing-orders.ts';

/** A film that the end of the studio broke off and that is not begun again by itself. */
export function brokenOffExport(path: string): string {
  return `The studio ended more than once while ${path} was being written. Nothing of the film is left. It is not begun again by itself.`;
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
