import type { EndpointTypeMap } from '@fal-ai/client/endpoints';
import type { GenerationKind } from '../../../domain/jobs/generation-request.ts';
import type { ModelVoice, PriceUnit } from '../../../domain/jobs/model-facts.ts';
import type { AssetId } from '../../../domain/kernel/ids.ts';
import { type Fault, fail } from '../../../domain/kernel/result.ts';
import type { Aspect } from '../../../domain/project/project.ts';
import type { ResultMedium } from '../../../net/sniff-result.ts';

/** An endpoint by the vendor's own list: one that it does not know does not compile. */
export type FalEndpoint = keyof EndpointTypeMap;
/** Input fields by the vendor's own types. */
export type Fields<Id extends FalEndpoint> = Partial<EndpointTypeMap[Id]['input']>;

export type FalValue =
  | string
  | number
  | boolean
  | null
  | readonly FalValue[]
  | { readonly [name: string]: FalValue };
export type FalInput = Readonly<Record<string, FalValue>>;

/** US dollars × 10⁻⁶ for a unit, as in {@link PriceUnit}: of characters, words and tokens for a million. */
export interface FalPrice {
  readonly unit: PriceUnit;
  readonly usdMicros: number;
}

/** The day on which the prices of the tables were read from Fal's model pages. */
export const tablePricesDate = '2026-11-21';

/** What every model of the tables has. */
export interface FalModelBase<K extends GenerationKind = GenerationKind> {
  /** What a request names. It is the endpoint, but for models that share one. */
  readonly id: string;
  readonly endpoint: FalEndpoint;
  readonly name: string;
  readonly kind: K;
  /** Used where the live price cannot be read or counted; two where it is counted both ways. */
  readonly prices: readonly FalPrice[];
  /** Longest prompt or text, characters; null where it takes none. */
  readonly promptLimit: number | null;
  /** Fields that every request to this model carries. */
  readonly fixed: FalInput;
  readonly hasSeed: boolean;
}

/** What a choosing person sees of a model beyond its base; what is left out is none. */
export interface FalTraits {
  readonly lengthsSeconds?: readonly number[];
  readonly mostSeconds?: number;
  readonly aspects?: readonly Aspect[];
  readonly mostReferences?: number;
  readonly takesEndFrame?: boolean;
  readonly voices?: readonly ModelVoice[];
  readonly setsPace?: boolean;
}

/** A file of the library that an input names by its address at Fal. */
export interface FalFile {
  readonly assetId: AssetId;
  readonly medium: readonly ResultMedium[];
}

/** What a request comes to at Fal. Nothing is sent for it; the same plan guards the estimate and the submit. */
export interface FalPlan {
  readonly endpoint: string;
  readonly name: string;
  /** The work in words, to stand before " at $0.07 a second": "5 s of video". */
  readonly work: string;
  /** How much it is in each unit that a price may count. */
  readonly amounts: Readonly<Partial<Record<PriceUnit, number>>>;
  readonly prices: readonly FalPrice[];
  readonly files: readonly FalFile[];
  /** The JSON that the endpoint takes, with the addresses of the files. */
  input(addressOf: (id: AssetId) => string): FalInput;
}

export function perUnit(unit: PriceUnit, usdMicros: number): readonly FalPrice[] {
  return [{ unit, usdMicros }];
}

/** A request that the model would not take. Said before anything is sent. */
export function refused(message: string): { readonly ok: false; readonly fault: Fault } {
  return fail('provider.request-refused', message);
}

/** Why words cannot be sent; null when they can. */
export function wordsFault(
  { name, promptLimit }: Pick<FalModelBase, 'name' | 'promptLimit'>,
  words: string,
  isPrompt = false,
) {
  const length = words.trim().length;
  if (isPrompt && length === 0) {
    return refused('The prompt is empty. Nothing was sent. Describe the shot first.');
  }
  if (isPrompt && promptLimit !== null && length > promptLimit) {
    return refused(
      `The prompt has ${length} characters; ${name} takes ${promptLimit}. Nothing was sent. Shorten the shot's prompt.`,
    );
  }
  if (length === 0) return refused('The text is empty. Nothing was sent. Write it first.');
  if (promptLimit === null || length <= promptLimit) return null;
  return refused(
    `The text has ${length} characters; ${name} takes ${promptLimit}. Nothing was sent. Use fewer words.`,
  );
}
