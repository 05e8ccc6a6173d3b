import type { AssetId } from '../kernel/ids.ts';
import type { GenerationRequest, PictureRequest } from './generation-request.ts';

export function isPictureRequest(request: GenerationRequest): request is PictureRequest {
  return request.kind === 'still' || request.kind === 'clip';
}

/** The words that a request is made of, as far as it has any: for looking it up, and for messages. */
export function wordsOfRequest(request: GenerationRequest): string {
  switch (request.kind) {
    case 'still':
    case 'clip':
    case 'music':
    case 'effect':
      return request.prompt;
    case 'speech':
    case 'reading':
      return request.text;
    case 'upscaled-still':
    case 'upscaled-clip':
    case 'transcript':
      return '';
  }
}

/** The files of the library that a request needs until it has ended. */
export function assetsOfRequest(request: GenerationRequest): AssetId[] {
  switch (request.kind) {
    case 'still':
    case 'clip': {
      const { startFrameAssetId, endFrameAssetId, sourceClipAssetId, referenceAssetIds = [] } = request;
      const single = [startFrameAssetId, endFrameAssetId, sourceClipAssetId];
      return [...single.filter((id) => id !== null && id !== undefined), ...referenceAssetIds];
    }
    case 'upscaled-still':
    case 'upscaled-clip':
    case 'transcript':
      return [request.sourceAssetId];
    default:
      return [];
  }
}
