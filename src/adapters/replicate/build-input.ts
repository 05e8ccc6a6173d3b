import { type AskedModel, findAskedModel } from '../../domain/jobs/find-asked-model.ts';
import type { GenerationRequest, PictureRequest } from '../../domain/jobs/generation-request.ts';
import type { AssetId } from '../../domain/kernel/ids.ts';
import type { Result } from '../../domain/kernel/result.ts';
import { flicksToSeconds } from '../../domain/kernel/time.ts';
import {
  factsOfReplicateModel,
  type ReplicateClipModel,
  type ReplicateModel,
  type ReplicateStillModel,
  replicateModels,
} from './replicate-models.ts';

export type ReplicateInput = Readonly<Record<string, string | number | boolean | readonly string[]>>;

export type Asked = AskedModel<ReplicateModel>;

/** The model for a request, or why it cannot be asked. Costs nothing; the same checks guard the estimate and the submit. */
export function modelFor(asked: GenerationRequest): Result<Asked> {
  return findAskedModel('Replicate', replicateModels, factsOfReplicateModel, asked);
}

/** The pictures that a request carries, by the field of the model's input that each belongs in. */
export function picturesOf({ model, request }: Asked): { readonly field: string; readonly id: AssetId }[] {
  if (model.kind === 'still') {
    const field = model.references?.field;
    return field === undefined ? [] : (request.referenceAssetIds ?? []).map((id) => ({ field, id }));
  }
  const start = request.startFrameAssetId;
  return [
    ...(start === null ? [] : [{ field: model.startField, id: start }]),
    ...(model.endField === null || request.endFrameAssetId === undefined
      ? []
      : [{ field: model.endField, id: request.endFrameAssetId }]),
  ];
}

/** The input without its pictures: what can be told apart in a list of predictions. */
export function plainInput({ model, request }: Asked): ReplicateInput {
  return {
    ...model.fixed,
    prompt: request.prompt.trim(),
    ...(model.hasSeed ? { seed: request.seed } : {}),
    ...(model.hasNegativePrompt && request.negativePrompt !== null
      ? { negative_prompt: request.negativePrompt }
      : {}),
    ...(model.kind === 'still' ? sizeOf(model, request) : { duration: clipSeconds(model, request) }),
  };
}

/** The whole input, with the addresses that the pictures got. */
export function buildInput(
  asked: Asked,
  pictures: readonly { readonly field: string; readonly url: string }[],
): ReplicateInput {
  const { model } = asked;
  const list = model.kind === 'still' && model.references?.list === true ? model.references.field : null;
  const urls = pictures.filter(({ field }) => field === list).map(({ url }) => url);
  return {
    ...plainInput(asked),
    ...Object.fromEntries(
      pictures.filter(({ field }) => field !== list).map(({ field, url }) => [field, url]),
    ),
    ...(list === null || urls.length === 0 ? {} : { [list]: urls }),
  };
}

/** The model's shortest length that covers the request, or its longest. */
export function clipSeconds(
  { lengthsSeconds }: ReplicateClipModel,
  { durationFlicks }: Pick<PictureRequest, 'durationFlicks'>,
): number {
  const wanted = flicksToSeconds(durationFlicks);
  return lengthsSeconds.find((seconds) => seconds >= wanted - 0.001) ?? lengthsSeconds.at(-1) ?? 5;
}

/** Units that will be charged: pictures, seconds of video, or the usual seconds of the machine. */
export function unitsOf({ model, request }: Asked): number {
  if (model.kind === 'clip') return clipSeconds(model, request);
  return model.unit === 'image' ? 1 : (model.usualSeconds ?? 10);
}

function sizeOf(
  { size }: ReplicateStillModel,
  { widthPx, heightPx }: PictureRequest,
): Readonly<Record<string, string | number>> {
  if (size.by === 'sides') {
    const scale = size.longestPx / Math.max(widthPx, heightPx);
    const step = (px: number): number => Math.max(256, Math.floor((px * scale) / size.stepPx) * size.stepPx);
    return { width: step(widthPx), height: step(heightPx) };
  }
  const away = (aspect: string): number => {
    const [width = 1, height = 1] = aspect.split(':').map(Number);
    return Math.abs(Math.log(width / height / (widthPx / heightPx)));
  };
  return { aspect_ratio: size.aspects.reduce((best, one) => (away(one) < away(best) ? one : best)) };
}
