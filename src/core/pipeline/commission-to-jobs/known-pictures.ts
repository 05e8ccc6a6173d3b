import type { PictureRequest } from '../../../domain/jobs/generation-request.ts';
import { requestDigest } from '../../../domain/jobs/request-digest.ts';
import { isPictureRequest } from '../../../domain/jobs/request-kinds.ts';
import type { AssetId, ProjectId } from '../../../domain/kernel/ids.ts';
import type { Store } from '../../store/store.ts';

/** Stands for a picture that is only taken out of its clip when it is about to be sent: which one it is does not change the price. */
export const pictureToCome = '0'.repeat(64) as AssetId;

/**
 * A request that is priced before its pictures were taken out of their clips, with those that it was asked with before, where it
 * was: so that what is paid for already is said to cost nothing more.
 */
export function withKnownPictures(
  store: Pick<Store, 'rows'>,
  projectId: ProjectId,
  request: PictureRequest,
): PictureRequest {
  if (request.startFrameAssetId !== pictureToCome && request.endFrameAssetId !== pictureToCome)
    return request;
  const wanted = requestDigest(request);
  for (const { request: asked } of store.rows('job', projectId)) {
    if (!isPictureRequest(asked) || asked.part !== request.part) continue;
    const { startFrameAssetId, endFrameAssetId } = request;
    const unnamed = {
      ...asked,
      ...(startFrameAssetId === pictureToCome ? { startFrameAssetId } : {}),
      ...(endFrameAssetId === pictureToCome && asked.endFrameAssetId !== undefined
        ? { endFrameAssetId }
        : {}),
    };
    if (requestDigest(unnamed) === wanted) return asked;
  }
  return request;
}
