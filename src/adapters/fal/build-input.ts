import type { GenerationRequest, PictureRequest } from '../../domain/jobs/generation-request.ts';
import { isPictureRequest } from '../../domain/jobs/request-kinds.ts';
import { fail, ok, type Result } from '../../domain/kernel/result.ts';
import { flicksToSeconds } from '../../domain/kernel/time.ts';
import { type FalClipModel, type FalModel, type FalStillModel, falModels, findFalModel } from './models.ts';

export type FalInput = Readonly<
  Record<string, string | number | boolean | { width: number; height: number }>
>;

/** The model for a request, or why it cannot be asked. Costs nothing; the same checks guard the estimate and the submit. */
export function modelFor(request: GenerationRequest): Result<{ model: FalModel; request: PictureRequest }> {
  if (!isPictureRequest(request)) {
    return fail(
      'provider.request-refused',
      `Fal's "${request.model}" cannot be asked for this (${request.kind}). Nothing was sent. Choose another model.`,
    );
  }
  const model = findFalModel(request.model);
  if (model === null || model.kind !== request.kind) {
    const known = falModels.filter((one) => one.kind === request.kind).map((one) => one.id);
    return fail(
      'provider.request-refused',
      `Fal's "${request.model}" is no model for a ${request.kind} that this version knows. Nothing was sent. Use one of: ${known.join(', ')}.`,
    );
  }
  const prompt = request.prompt.trim();
  if (prompt === '') {
    return fail(
      'provider.request-refused',
      'The prompt is empty. Nothing was sent. Describe the shot first.',
    );
  }
  if (prompt.length > model.promptLimit) {
    return fail(
      'provider.request-refused',
      `The prompt has ${prompt.length} characters; ${model.name} takes ${model.promptLimit}. Nothing was sent. Shorten the shot's prompt.`,
    );
  }
  if (model.kind === 'clip' && request.startFrameAssetId === null) {
    return fail(
      'provider.request-refused',
      `${model.name} makes a clip from a still, and the shot has none. Nothing was sent. Generate or choose a still first.`,
    );
  }
  return ok({ model, request });
}

/** The picture size to ask a still model for: the request's, scaled down where it is too large, in the model's steps. */
export function stillSize(model: FalStillModel, request: PictureRequest): { width: number; height: number } {
  const longest = Math.max(request.widthPx, request.heightPx);
  const scale = Math.min(1, model.longestSidePx / longest);
  const step = (px: number): number =>
    Math.max(model.sideStepPx, Math.round((px * scale) / model.sideStepPx) * model.sideStepPx);
  return { width: step(request.widthPx), height: step(request.heightPx) };
}

/** The model's shortest length that covers the request, or its longest. */
export function clipLength(
  model: FalClipModel,
  request: Pick<PictureRequest, 'durationFlicks'>,
): FalClipModel['durations'][number] {
  const wanted = flicksToSeconds(request.durationFlicks);
  const found = model.durations.find(({ seconds }) => seconds >= wanted - 0.001) ?? model.durations.at(-1);
  if (found === undefined) throw new Error(`${model.id} has no lengths`);
  return found;
}

/** Units of work that Fal will count: whole megapixels for a still (Fal rounds up), seconds for a clip. */
export function billedUnits(model: FalModel, request: PictureRequest): number {
  if (model.kind === 'clip') return clipLength(model, request).seconds;
  const { width, height } = stillSize(model, request);
  return Math.ceil((width * height) / 1_000_000);
}

/** The JSON that the endpoint takes. `startFrameUrl` is the uploaded start frame of a clip. */
export function buildInput(model: FalModel, request: PictureRequest, startFrameUrl: string | null): FalInput {
  const common = {
    ...model.fixed,
    prompt: request.prompt.trim(),
    ...(model.hasSeed ? { seed: request.seed } : {}),
    ...(model.hasNegativePrompt && request.negativePrompt !== null
      ? { negative_prompt: request.negativePrompt }
      : {}),
  };
  if (model.kind === 'still') return { ...common, image_size: stillSize(model, request) };
  return {
    ...common,
    duration: clipLength(model, request).spelling,
    ...(startFrameUrl === null ? {} : { [model.imageField]: startFrameUrl }),
    ...(model.frameRates === null ? {} : { fps: nearestRate(model.frameRates, request) }),
  };
}

function nearestRate(rates: readonly string[], request: PictureRequest): string {
  const wanted = request.fpsNum / request.fpsDen;
  return rates.reduce((best, rate) =>
    Math.abs(Number(rate) - wanted) < Math.abs(Number(best) - wanted) ? rate : best,
  );
}
