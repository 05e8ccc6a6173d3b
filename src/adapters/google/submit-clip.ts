import type { SubmitContext, SubmitOutcome } from '../../core/ports/generator.ts';
import type { PictureRequest } from '../../domain/jobs/generation-request.ts';
import { jsonOf } from '../../net/read-answer.ts';
import { type InlinePicture, readInlinePictures } from '../../net/read-inline-pictures.ts';
import { ambiguous, refused } from '../../net/submit-outcomes.ts';
import { type GoogleAccess, say } from './google-access.ts';
import { clipShape, type GoogleClipModel } from './google-models.ts';
import { isOperationName } from './operation-name.ts';
import { submitToGoogle } from './submit-google.ts';

/** Sends the request once; the answer names the operation that makes the clip. */
export async function submitClip(
  access: GoogleAccess,
  model: GoogleClipModel,
  request: PictureRequest,
  context: SubmitContext,
): Promise<SubmitOutcome> {
  const frames = [request.startFrameAssetId, request.endFrameAssetId].filter((id) => id != null);
  const pictures = await readInlinePictures('Google', frames, context.assetPath);
  if (!pictures.ok) return refused(pictures.fault);
  const [first, last] = pictures.value;
  const { seconds, resolution, aspect } = clipShape(request);
  const json = {
    instances: [
      {
        prompt: request.prompt.trim(),
        ...(first === undefined ? {} : { image: frameOf(first) }),
        ...(last === undefined ? {} : { lastFrame: frameOf(last) }),
      },
    ],
    parameters: { aspectRatio: aspect, durationSeconds: seconds, resolution, seed: request.seed },
  };
  const path = `models/${model.id}:predictLongRunning`;
  return submitToGoogle(access, { path, json }, context, (answer) => {
    const name = jsonOf(answer.body)?.['name'];
    if (typeof name !== 'string' || !isOperationName(name)) return ambiguous(say.unreadable());
    return {
      kind: 'accepted',
      handle: { requestId: name, statusUrl: null, responseUrl: null, cancelUrl: null },
    };
  });
}

function frameOf({ mime, base64 }: InlinePicture): { bytesBase64Encoded: string; mimeType: string } {
  return { bytesBase64Encoded: base64, mimeType: mime };
}
