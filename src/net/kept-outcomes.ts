import type { Fault } from '../domain/kernel/result.ts';
import { findKeptResult, isKeptResultId, lostResultFault } from './kept-result.ts';
import type { ProviderSentences } from './provider-sentences.ts';

interface Handle {
  readonly requestId: string;
  readonly statusUrl: null;
  readonly responseUrl: null;
  readonly cancelUrl: null;
}

/** The handle of a result that lies in its job's folder: there is nothing to ask the provider about it any more. */
export function handleOfKept(requestId: string): Handle {
  return { requestId, statusUrl: null, responseUrl: null, cancelUrl: null };
}

/** What a poll says of such a handle: it was accepted with its result, or no submit of ours gave it. */
export function pollKept(
  provider: string,
  { requestId }: { readonly requestId: string },
): { readonly kind: 'ready' } | { readonly kind: 'gone'; readonly fault: Fault } {
  return isKeptResultId(requestId) ? { kind: 'ready' } : { kind: 'gone', fault: lostResultFault(provider) };
}

/** The result itself, where it was written; its name stays, so that it can be had again. */
export async function fetchKept(
  provider: string,
  { requestId }: { readonly requestId: string },
  folder: string,
): Promise<
  | {
      readonly kind: 'fetched';
      readonly path: string;
      readonly mime: string;
      readonly costUsdMicros: number | null;
    }
  | { readonly kind: 'gone'; readonly fault: Fault }
> {
  const kept = await findKeptResult(folder, requestId);
  return kept === null ? { kind: 'gone', fault: lostResultFault(provider) } : { kind: 'fetched', ...kept };
}

/** What became of a request whose answer the studio did not note: a whole file in its folder proves that it came. */
export async function lookUpKept(
  sentences: ProviderSentences,
  id: string,
  folder: string,
): Promise<
  { readonly kind: 'found'; readonly handle: Handle } | { readonly kind: 'not-found'; readonly fault: Fault }
> {
  const kept = await findKeptResult(folder, id);
  return kept === null
    ? { kind: 'not-found', fault: sentences.keepsNone() }
    : { kind: 'found', handle: handleOfKept(id) };
}
