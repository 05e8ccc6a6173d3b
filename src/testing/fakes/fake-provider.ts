import type { PollOutcome, SubmitOutcome } from '../../core/ports/generator.ts';
import type { GenerationRequest, PictureRequest } from '../../domain/jobs/generation-request.ts';
import type { ProviderHandle } from '../../domain/jobs/job.ts';
import { requestDigest } from '../../domain/jobs/request-digest.ts';
import { isPictureRequest } from '../../domain/jobs/request-kinds.ts';

/** What the far side does with one request. Everything left out goes well, at once. */
export interface FakeBehaviour {
  /**
   * `accept`, `refuse`, `not-sent` (before the first byte), `rate-limited` (after it), `lose-answer` (accepted, and the
   * answer is lost), `lose-request` (lost on the way there), `throw` (a broken adapter). A list is used up try by try.
   */
  readonly submit?: FakeSubmit | readonly FakeSubmit[];
  readonly retryAfterMs?: number;
  /** Answers to polls before the last one repeats; after them `ready`. */
  readonly polls?: readonly (PollOutcome['kind'] | PollOutcome)[];
  readonly fetches?: readonly ('fetched' | 'failed' | 'gone' | 'unreachable' | 'throw')[];
  readonly cancel?: 'cancelled' | 'requested' | 'too-late' | 'unreachable';
  /** What look-ups of a lost answer are told, one by one, the last again and again; what is so without it. */
  readonly lookUps?: readonly ('true' | 'never-begun' | 'not-found' | 'unreachable')[];
  /** Charge; the estimate without it. null: charged, but the provider does not say. */
  readonly chargeUsdMicros?: number | null;
}

export type FakeSubmit =
  | 'accept'
  | 'refuse'
  | 'not-sent'
  | 'rate-limited'
  | 'lose-answer'
  | 'lose-request'
  | 'throw';

export interface FakeRequest {
  readonly requestId: string;
  readonly request: GenerationRequest;
  readonly digest: string;
  readonly behaviour: FakeBehaviour;
  polls: number;
  fetches: number;
  cancelled: boolean;
}

/** The far side of a {@link createFakeGenerator}: what it accepted outlives any adapter, as a real provider's would. */
export interface FakeProvider {
  readonly accepted: FakeRequest[];
  /** Submits of a request that were begun, by digest; more than one is a resend. */
  readonly begun: Map<string, number>;
  /** Highest number of requests that were open at once. */
  mostOpen: number;
  behaviourOf(request: GenerationRequest): FakeBehaviour;
  submitStep(request: GenerationRequest): FakeSubmit;
  lookUpStep(request: GenerationRequest): NonNullable<FakeBehaviour['lookUps']>[number];
  accept(request: GenerationRequest): FakeRequest;
  find(requestId: string): FakeRequest | undefined;
  finish(requestId: string): void;
  /** Nothing answers while true: submits are not sent, polls and fetches are unreachable. */
  offline: boolean;
}

export function createFakeProvider(
  behavePicture: (request: PictureRequest) => FakeBehaviour = () => ({}),
  behaveOther: (request: GenerationRequest) => FakeBehaviour = () => ({}),
): FakeProvider {
  const behave = (request: GenerationRequest): FakeBehaviour =>
    isPictureRequest(request) ? behavePicture(request) : behaveOther(request);
  const byId = new Map<string, FakeRequest>();
  const open = new Set<string>();
  const steps = new Map<string, number>();
  const provider: FakeProvider = {
    accepted: [],
    begun: new Map(),
    mostOpen: 0,
    offline: false,
    behaviourOf: behave,
    submitStep(request) {
      const { submit = 'accept' } = behave(request);
      if (typeof submit === 'string') return submit;
      const digest = requestDigest(request);
      const turn = steps.get(digest) ?? 0;
      steps.set(digest, turn + 1);
      return submit[Math.min(turn, submit.length - 1)] ?? 'accept';
    },
    lookUpStep(request) {
      const { lookUps = ['true'] } = behave(request);
      const key = `look-up ${requestDigest(request)}`;
      const turn = steps.get(key) ?? 0;
      steps.set(key, turn + 1);
      return lookUps[Math.min(turn, lookUps.length - 1)] ?? 'true';
    },
    accept(request) {
      const requestId = `fake-${provider.accepted.length + 1}`;
      const entry: FakeRequest = {
        requestId,
        request,
        digest: requestDigest(request),
        behaviour: behave(request),
        polls: 0,
        fetches: 0,
        cancelled: false,
      };
      provider.accepted.push(entry);
      byId.set(requestId, entry);
      open.add(requestId);
      provider.mostOpen = Math.max(provider.mostOpen, open.size);
      return entry;
    },
    find: (requestId) => byId.get(requestId),
    finish: (requestId) => void open.delete(requestId),
  };
  return provider;
}

export function fakeHandle(requestId: string): ProviderHandle {
  return { requestId, statusUrl: null, responseUrl: null, cancelUrl: null };
}

export function fakeFault(words: string): { code: 'provider.fake'; message: string } {
  return { code: 'provider.fake', message: words };
}

/** The answer that belongs to a submit step once its first byte has left. */
export function fakeAnswer(
  provider: FakeProvider,
  request: GenerationRequest,
  step: FakeSubmit,
): SubmitOutcome {
  switch (step) {
    case 'accept': {
      const { requestId } = provider.accept(request);
      return { kind: 'accepted', handle: fakeHandle(requestId) };
    }
    case 'refuse':
      return { kind: 'refused', fault: fakeFault('The provider refused the request.') };
    case 'lose-answer':
      provider.accept(request);
      return { kind: 'ambiguous', fault: fakeFault('The connection broke before the answer.') };
    case 'rate-limited':
    case 'not-sent': {
      const { retryAfterMs = null } = provider.behaviourOf(request);
      return { kind: 'not-sent', fault: fakeFault('Too many requests.'), retryAfterMs };
    }
    case 'lose-request':
      return { kind: 'ambiguous', fault: fakeFault('The connection broke while sending.') };
    case 'throw':
      throw new Error('The adapter broke.');
  }
}
