import type { Fault } from '../domain/kernel/result.ts';
import {
  copyKeptResult,
  findKeptResult,
  isKeptResultId,
  keepResult,
  lostResultFault,
} from './kept-result.ts';
import type { ProviderSentences } from './provider-sentences.ts';
import { type Ambiguous, ambiguous } from './submit-outcomes.ts';

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

/** What a submit came to whose answer is the result: accepted once it lies in its job's folder, whole. */
export async function acceptKept(
  sentences: Pick<ProviderSentences, 'unreadable' | 'notStored'>,
  folder: string,
  id: string,
  bytes: Buffer,
  costUsdMicros: number | null,
): Promise<{ readonly kind: 'accepted'; readonly handle: Handle } | Ambiguous> {
  const kept = await keepResult(folder, id, bytes, costUsdMicros);
  if (kept.ok) return { kind: 'accepted', handle: handleOfKept(id) };
  const isUnreadable = kept.fault.code === 'provider.answer-unreadable';
  return ambiguous(isUnreadable ? sentences.unreadable() : sentences.notStored(kept.fault.message));
}

/** What a poll says of such a handle: it was accepted with its result, or no submit of ours gave it. */
export function pollKept(
  provider: string,
  { requestId }: { readonly requestId: string },
): { readonly kind: 'ready' } | { readonly kind: 'gone'; readonly fault: Fault } {
  return isKeptResultId(requestId) ? { kind: 'ready' } : { kind: 'gone', fault: lostResultFault(provider) };
}

/** A copy of the result: whoever gets it may move it away, and while the job is not done the result must be had again. */
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
      /** What the answer counted, times a price of ours. */
      readonly costBasis: 'billable-units';
    }
  | { readonly kind: 'gone'; readonly fault: Fault }
  | { readonly kind: 'unreachable'; readonly fault: Fault; readonly retryAfterMs: null }
> {
  const kept = await findKeptResult(folder, requestId);
  if (kept === null) return { kind: 'gone', fault: lostResultFault(provider) };
  const path = await copyKeptResult(kept);
  return path.ok
    ? { kind: 'fetched', ...kept, path: path.value, costBasis: 'billable-units' }
    : later(path.fault);
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

/** The disk would not have it now; the result stays where it is. */
function later(fault: Fault): {
  readonly kind: 'unreachable';
  readonly fault: Fault;
  readonly retryAfterMs: null;
} {
  return { kind: 'unreachable', fault, retryAfterMs: null };
}
