import { type Fault, fail } from '../kernel/result.ts';
import type { GenerationRequest, PictureRequest } from './generation-request.ts';
import type { ModelFacts } from './model-facts.ts';
import { isPictureRequest } from './request-kinds.ts';

type Fit =
  | { readonly ok: true; readonly value: PictureRequest }
  | { readonly ok: false; readonly fault: Fault };

/**
 * A picture request that a model can take by all that is known of it, or why not, naming what to change. Sends nothing; the
 * same question guards the estimate and the submit.
 */
export function fitPictureRequest(name: string, model: ModelFacts, request: GenerationRequest): Fit {
  if (!isPictureRequest(request) || request.kind !== model.kind) {
    return refused(
      `${name}'s "${model.id}" cannot be asked for this (${request.kind}). Nothing was sent. Choose another model.`,
    );
  }
  const length = request.prompt.trim().length;
  if (length === 0) return refused('The prompt is empty. Nothing was sent. Describe the shot first.');
  if (model.mostPromptCharacters !== null && length > model.mostPromptCharacters) {
    return refused(
      `The prompt has ${length} characters; ${model.name} takes ${model.mostPromptCharacters}. Nothing was sent. Shorten the shot's prompt.`,
    );
  }
  if (model.kind === 'clip' && request.startFrameAssetId === null) {
    return refused(
      `${model.name} makes a clip from a still, and the shot has none. Nothing was sent. Generate or choose a still first.`,
    );
  }
  if (request.endFrameAssetId !== undefined && !model.takesEndFrame) {
    return refused(
      `${model.name} takes no last picture. Nothing was sent. Take it away or choose another model.`,
    );
  }
  // With a frame of the clip to begin with, the clip itself is only what it was made from.
  if (request.sourceClipAssetId !== undefined && request.startFrameAssetId === null) {
    return refused(`${model.name} carries no clip on. Nothing was sent. Choose another model.`);
  }
  const references = request.referenceAssetIds?.length ?? 0;
  if (references > model.mostReferences) {
    return refused(
      model.mostReferences === 0
        ? `${model.name} looks at no reference pictures. Nothing was sent. Choose another model, or take the references away.`
        : `The shot has ${references} reference pictures; ${model.name} looks at ${model.mostReferences}. Nothing was sent. Take some away or choose another model.`,
    );
  }
  return { ok: true, value: request };
}

function refused(message: string): Fit {
  return fail('provider.request-refused', message);
}
