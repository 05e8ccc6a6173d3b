import type { ChargeBasis } from '../../domain/jobs/charge.ts';
import type { GenerationKind, GenerationRequest } from '../../domain/jobs/generation-request.ts';
import type { ProviderHandle } from '../../domain/jobs/job.ts';
import type { ModelFacts } from '../../domain/jobs/model-facts.ts';
import type { AssetId } from '../../domain/kernel/ids.ts';
import type { JsonValue } from '../../domain/kernel/patch.ts';
import type { Fault, Result } from '../../domain/kernel/result.ts';

/** What a request will cost. For a free provider 0 and "free". */
export interface Estimate {
  readonly costUsdMicros: number;
  /** The words behind the figure: "1 image at $0.025", "5 s of video at $0.05". */
  readonly basis: string;
  /** When the price was read from the provider; null for a price from our own table or a free provider. */
  readonly pricedAtMs: number | null;
}

export interface SubmitContext {
  /**
   * Called once, synchronously: after the connection is open and before the first byte of the request that may be
   * charged. The engine commits `sending` in it; when it throws, nothing may be sent.
   */
  readonly beforeFirstByte: () => void;
  /** The file of an asset in the library, for uploads. */
  readonly assetPath: (id: AssetId) => Result<{ readonly path: string; readonly mime: string }>;
  /**
   * The job's own folder, on the library's file system. A provider that answers with the result itself writes it here, whole
   * and under its final name, before it says that it was accepted; `lookUp` and `fetch` find it here, also after a crash.
   */
  readonly folder: string;
  /** Words as they come, all of them so far, from a model that streams. */
  readonly onWords?: (soFar: string) => void;
  readonly signal: AbortSignal;
}

/**
 * How a submit ended. Only `not-sent` may be tried again without asking: the provider surely did not begin.
 * `ambiguous` means it may have begun and may be billed.
 */
export type SubmitOutcome =
  | { readonly kind: 'accepted'; readonly handle: ProviderHandle }
  | { readonly kind: 'refused'; readonly fault: Fault }
  | { readonly kind: 'not-sent'; readonly fault: Fault; readonly retryAfterMs: number | null }
  | { readonly kind: 'ambiguous'; readonly fault: Fault };

export type PollOutcome =
  | { readonly kind: 'waiting'; readonly position: number | null }
  /** `progress` 0…1 where the provider tells. */
  | { readonly kind: 'running'; readonly progress: number | null }
  | { readonly kind: 'ready' }
  /** The request ended without a result; `billed` says what the provider charges for that. */
  | { readonly kind: 'failed'; readonly fault: Fault; readonly billed: 'no' | 'yes' | 'unknown' }
  /** The provider does not know the request any more. */
  | { readonly kind: 'gone'; readonly fault: Fault }
  /** No answer this time; the request is untouched. */
  | { readonly kind: 'unreachable'; readonly fault: Fault; readonly retryAfterMs: number | null };

export type FetchOutcome =
  /** A complete file at `path`, inside the folder that was given. Cost null when the provider did not say. */
  | {
      readonly kind: 'fetched';
      readonly path: string;
      readonly mime: string;
      readonly costUsdMicros: number | null;
      /** Where the figure is from: `billable-units` times a price, or the provider's own figure, as without it. */
      readonly costBasis?: ChargeBasis;
    }
  | { readonly kind: 'failed'; readonly fault: Fault; readonly billed: 'no' | 'yes' | 'unknown' }
  | { readonly kind: 'gone'; readonly fault: Fault }
  | { readonly kind: 'unreachable'; readonly fault: Fault; readonly retryAfterMs: number | null };

export type CancelOutcome =
  | { readonly kind: 'cancelled' }
  /** Told, but it may still finish. Poll on. */
  | { readonly kind: 'requested' }
  | { readonly kind: 'too-late' }
  | { readonly kind: 'unreachable'; readonly fault: Fault };

/** What became of a request whose answer was lost. Only what the provider itself says counts. */
export type LookUpOutcome =
  /** It was accepted: go on with it. */
  | { readonly kind: 'found'; readonly handle: ProviderHandle }
  /** The provider's own list is complete and does not have it: it was never begun, and nothing was charged. */
  | { readonly kind: 'never-begun' }
  /** Nothing can be said for sure: the list is not complete, not allowed for this key, or the provider keeps none. */
  | { readonly kind: 'not-found'; readonly fault: Fault }
  | { readonly kind: 'unreachable'; readonly fault: Fault; readonly retryAfterMs: number | null };

/** A finished result that a provider still holds, whoever asked for it. */
export interface HeldResult {
  readonly handle: ProviderHandle;
  readonly model: string;
  /** The request as the provider keeps it; null where it keeps none. */
  readonly input: Readonly<Record<string, unknown>> | null;
  readonly finishedAtMs: number | null;
  /** What was charged, where the provider says. */
  readonly costUsdMicros: number | null;
}

/**
 * Fault codes that mean the same at every provider, so that the studio can act on them without knowing which one it was.
 * An adapter may use others; these it must use where they apply.
 */
export const providerFaults = [
  /** No key was given. */
  'provider.key-missing',
  /** The key is wrong, or may not do this. */
  'provider.key-refused',
  'provider.no-balance',
  'provider.rate-limited',
  /** Refused connection, no such host, broken or silent line, or an answer of a server in trouble. */
  'provider.unreachable',
  /** An answer that is not what the protocol says: HTML, cut-off JSON, a missing id. */
  'provider.answer-unreadable',
  /** The model does not take the request: size, length, aspect, an empty prompt. */
  'provider.request-refused',
  'provider.content-refused',
  'provider.model-gone',
  /** The request ended in an error on the provider's side. */
  'provider.generation-failed',
  /** The result is not held any more. */
  'provider.result-gone',
  /** An address in an answer is none that files are fetched from, or keys sent to. */
  'provider.address-refused',
] as const;

/**
 * A maker of stills and clips. Adapters keep no state that a restart may not lose, retry nothing that may be
 * charged, and answer every failure as a value.
 */
export interface Generator {
  readonly provider: string;
  /** A free provider may be asked again whenever in doubt; a paid one never. */
  readonly free: boolean;
  /** The kinds it makes, each with the model used until somebody chooses. */
  readonly defaultModels: Readonly<Partial<Record<GenerationKind, string>>>;
  /** All models that may be chosen, the usual ones of each kind first. Without it there is only the default of each kind. */
  models?(): readonly ModelFacts[];
  /** Reads the provider's own list of models again. Answers how many it knows now; the earlier list stays on a fault. */
  refreshModels?(signal: AbortSignal): Promise<Result<number>>;
  /** Makes a model known that no list has, by its id, with its input form read from the provider. */
  addModel?(id: string, signal: AbortSignal): Promise<Result<ModelFacts>>;
  /** Takes a model off that `addModel` made known. */
  removeModel?(id: string): void;
  /** The model's input form as JSON Schema, read from the provider where it is not known; null where it has none. Free. */
  readForm?(id: string, signal: AbortSignal): Promise<Result<ModelFacts['inputSchema']>>;
  /** What was read and added so far, for the next start; and the same given back. What cannot be read is left out. */
  keptModels?(): JsonValue;
  restoreModels?(kept: JsonValue): void;
  /** Whether it could be asked now: `provider.key-missing` while its key is not set. Ready without it. Sends nothing. */
  ready?(): Promise<Result<void>>;
  /** A key as it may be used, trimmed; a fault for one that none of this provider's looks like. Sends nothing. */
  checkKey?(key: string): Result<string>;
  /** Asks the provider something that is free and needs the key; the words of a good answer. */
  testKey?(): Promise<Result<string>>;
  /** Where a person sees what was asked for and charged, in a browser: for an answer that was lost and cannot be asked about. */
  readonly requestsPage?: string;
  /** Requests that may be open at once. */
  readonly maxConcurrent: number;
  /** Submits that may begin within any sixty seconds; no limit without it. */
  readonly mostPerMinute?: number;
  /** Time between two polls of a request, milliseconds. */
  readonly pollIntervalMs: number;
  /** Price of a request, without starting it. Fails for a request that the model cannot take, naming the field. */
  estimate(request: GenerationRequest): Promise<Result<Estimate>>;
  /** One attempt to start the request. Uploads go first, and are free. */
  submit(request: GenerationRequest, context: SubmitContext): Promise<SubmitOutcome>;
  poll(request: GenerationRequest, handle: ProviderHandle, signal: AbortSignal): Promise<PollOutcome>;
  /** Brings the result into `folder` under a name of its own choice; a partial file is removed or resumed, never returned. */
  fetch(
    request: GenerationRequest,
    handle: ProviderHandle,
    folder: string,
    signal: AbortSignal,
  ): Promise<FetchOutcome>;
  cancel(request: GenerationRequest, handle: ProviderHandle): Promise<CancelOutcome>;
  /**
   * What became of a request whose answer was lost, by what is unique in it (its seed, its exact input, a file in `folder`).
   * Sends nothing that costs. Without it a lost answer stays lost.
   */
  lookUp?(
    request: GenerationRequest,
    lost: {
      readonly sentAtMs: number;
      readonly folder: string;
      /** Whether another job was given that request: equal inputs look alike on a list. None was without it. */
      readonly isTaken?: (requestId: string) => boolean;
      readonly signal: AbortSignal;
    },
  ): Promise<LookUpOutcome>;
  /** Finished results that the provider holds since `sinceMs`, newest first: "find my paid clips". */
  listHeld?(sinceMs: number, signal: AbortSignal): Promise<Result<readonly HeldResult[]>>;
  /** What was really charged for a finished request, by the provider's billing events; null while it does not say. */
  readCharge?(handle: ProviderHandle, signal: AbortSignal): Promise<Result<number | null>>;
  /** Whether it answers now, and how fast: a question that is free. */
  checkHealth?(signal: AbortSignal): Promise<Result<{ readonly answeredInMs: number }>>;
  /** Ends what the adapter keeps open (workers, sockets). */
  close(): Promise<void>;
}
