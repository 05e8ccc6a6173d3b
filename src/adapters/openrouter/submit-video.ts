import type { SubmitContext, SubmitOutcome } from '../../core/ports/generator.ts';
import type { PictureRequest } from '../../domain/jobs/generation-request.ts';
import { jsonOf, meaningOfStatus, retryAfterMs } from '../../net/read-answer.ts';
import { type InlinePicture, readInlinePictures } from '../../net/read-inline-pictures.ts';
import { ambiguous, notSent, refused, watchFirstByte } from '../../net/submit-outcomes.ts';
import { askOpenRouter, type OpenRouterAccess, say } from './openrouter-access.ts';
import { type OpenRouterAnswer, openRouterWords, refusalFault } from './openrouter-faults.ts';
import { clipShape, type OpenRouterModel } from './openrouter-models.ts';

/** "videos/{id}" is the only place that an id is put into. */
export function isVideoId(id: string): boolean {
  return /^[\w-]{1,200}$/.test(id);
}

/** Sends the request once; the answer names the job that makes the clip. */
export async function submitVideo(
  access: OpenRouterAccess,
  model: OpenRouterModel,
  request: PictureRequest,
  context: SubmitContext,
): Promise<SubmitOutcome> {
  const frames = [request.startFrameAssetId, request.endFrameAssetId].filter((id) => id != null);
  const pictures = await readInlinePictures('OpenRouter', frames, context.assetPath);
  if (!pictures.ok) return refused(pictures.fault);
  const line = watchFirstByte(context.beforeFirstByte);
  const asked = await askOpenRouter(access, {
    method: 'POST',
    path: 'videos',
    json: inputOf(model, request, pictures.value),
    answerTimeoutMs: access.timeouts.submitMs,
    signal: context.signal,
    beforeFirstByte: line.before,
  });
  if (!asked.ok) return refused(asked.fault);
  if (line.heldBack !== null) return line.heldBack;
  const answer = asked.value;
  if (answer.kind === 'not-sent') return notSent(say.notReached(answer.cause.message));
  if (answer.kind === 'broken') return ambiguous(say.broken(answer.cause.message));
  return meaningOf(answer, access.clock.nowMs());
}

function meaningOf(answer: OpenRouterAnswer, nowMs: number): SubmitOutcome {
  switch (meaningOfStatus(answer.status)) {
    case 'too-many':
      return notSent(say.rateLimited(), retryAfterMs(answer.headers['retry-after'], nowMs));
    case 'refused':
      return refused(refusalFault(answer));
    case 'unclear':
      return ambiguous(say.unclear(openRouterWords(answer)));
    case 'taken': {
      const id = jsonOf(answer.body)?.['id'];
      if (typeof id !== 'string' || !isVideoId(id)) return ambiguous(say.unreadable());
      return {
        kind: 'accepted',
        handle: { requestId: id, statusUrl: null, responseUrl: null, cancelUrl: null },
      };
    }
  }
}

function inputOf(
  model: OpenRouterModel,
  request: PictureRequest,
  [first, last]: readonly InlinePicture[],
): Readonly<Record<string, unknown>> {
  const { seconds, resolution, aspect } = clipShape(model, request);
  return {
    model: model.id,
    prompt: request.prompt.trim(),
    duration: seconds,
    resolution,
    aspect_ratio: aspect,
    ...(model.hasAudioSwitch ? { generate_audio: false } : {}),
    ...(model.takesSeed ? { seed: request.seed } : {}),
    frame_images: [
      ...(first === undefined ? [] : [frameOf(first, 'first_frame')]),
      ...(last === undefined ? [] : [frameOf(last, 'last_frame')]),
    ],
  };
}

function frameOf({ mime, base64 }: InlinePicture, frameType: 'first_frame' | 'last_frame'): unknown {
  return {
    type: 'image_url',
    image_url: { url: `data:${mime};base64,${base64}` },
    frame_type: frameType,
  };
}
