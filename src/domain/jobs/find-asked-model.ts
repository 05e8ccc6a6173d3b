import { fail, ok, type Result } from '../kernel/result.ts';
import { fitPictureRequest } from './fit-picture-request.ts';
import type { GenerationRequest, PictureRequest } from './generation-request.ts';
import type { ModelFacts } from './model-facts.ts';

/** A picture request with the model that it names. */
export interface AskedModel<M> {
  readonly model: M;
  readonly request: PictureRequest;
}

/**
 * The model for a request among those that a provider has, or why it cannot be asked: `provider.request-refused`. Costs
 * nothing; the same checks guard the estimate and the submit.
 *
 * @param provider as it is written in a sentence: "Replicate".
 */
export function findAskedModel<M extends { readonly id: string }>(
  provider: string,
  models: readonly M[],
  factsOf: (model: M) => ModelFacts,
  asked: GenerationRequest,
): Result<AskedModel<M>> {
  const model = models.find(({ id }) => id === asked.model);
  if (model === undefined) {
    const known = models.map(({ id }) => id).join(', ');
    return fail(
      'provider.request-refused',
      `${provider}'s "${asked.model}" is no model that this version knows. Nothing was sent. Use one of: ${known}.`,
    );
  }
  const fit = fitPictureRequest(provider, factsOf(model), asked);
  return fit.ok ? ok({ model, request: fit.value }) : fit;
}
