import type { GenerationRequest } from '../../../../domain/jobs/generation-request.ts';
import { isPictureRequest, wordsOfRequest } from '../../../../domain/jobs/request-kinds.ts';
import { canonicalJson, type JsonValue } from '../../../../domain/kernel/patch.ts';

export type RequestField =
  | 'provider'
  | 'model'
  | 'seed'
  | 'negative'
  | 'size'
  | 'length'
  | 'start'
  | 'end'
  | 'references';

/** What two requests differ in beside their words. */
export function differingFields(left: GenerationRequest, right: GenerationRequest): readonly RequestField[] {
  const [a, b] = [fieldsOf(left), fieldsOf(right)];
  return (Object.keys(a) as RequestField[]).filter(
    (name) => canonicalJson(a[name]) !== canonicalJson(b[name]),
  );
}

/** Whether two requests say the same. */
export function saysTheSame(left: GenerationRequest, right: GenerationRequest): boolean {
  return wordsOfRequest(left).trim() === wordsOfRequest(right).trim();
}

/** How long what was asked for is to be; null where it has no length, or is as long as it comes out. */
export function lengthOf(request: GenerationRequest): number | null {
  return 'durationFlicks' in request ? (request.durationFlicks ?? null) : null;
}

function fieldsOf(request: GenerationRequest): Record<RequestField, JsonValue> {
  const picture = isPictureRequest(request) ? request : null;
  return {
    provider: request.provider,
    model: request.model,
    seed: request.seed,
    negative: picture?.negativePrompt ?? null,
    size: picture === null ? null : [picture.widthPx, picture.heightPx],
    length: lengthOf(request),
    start: picture?.startFrameAssetId ?? null,
    end: picture?.endFrameAssetId ?? null,
    references: picture?.referenceAssetIds ?? [],
  };
}
