import { formatUsd } from '../../domain/jobs/money.ts';
import { isOpen } from '../../domain/jobs/transitions.ts';
import { estimateProject } from '../pipeline/shots-to-jobs/estimate-project.ts';
import type { Generator } from '../ports/generator.ts';
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
  const made = store
    .rows('take', projectId)
    .filter(({ provider, createdAtMs }) => provider === choice.provider && createdAtMs >= askedAtMs).length;
  const kept = `The studio ended while takes were being made. ${made} finished ${made === 1 ? 'take is' : 'takes are'} kept, and requests already at the provider are followed to their end.`;
  const unpriced = `${kept} The rest is not sent by itself.`;
  const generator = generators.find(({ provider }) => provider === choice.provider);
  if (generator === undefined) return unpriced;
  const estimate = await estimateProject(store, projectId, generator, { ...choice, again: false });
  if (!estimate.ok) return unpriced;
  // What is at the provider has no take yet, and is not asked for again either.
  const open = store.rows('job', projectId).filter((job) => isOpen(job) && job.provider === choice.provider);
  const missing = estimate.value.stills + estimate.value.clips - open.length;
  if (missing <= 0) return null;
  const usdMicros = estimate.value.costUsdMicros - open.reduce((sum, job) => sum + job.estimateUsdMicros, 0);
  const price = generator.free ? 'free' : `about ${formatUsd(Math.max(0, usdMicros))}`;
  return missing === 1
    ? `${kept} 1 more request (${price}) is not sent by itself.`
    : `${kept} ${missing} more requests (${price}) are not sent by themselves.`;
}
