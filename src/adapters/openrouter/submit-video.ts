import type { SubmitContext, SubmitOutcome } from '../../core/ports/generator.ts';
import type { PictureRequest } from '../../domain/jobs/generation-request.ts';
import type { ProviderQuestion } from '../../net/ask-provider.ts';
import { jsonOf } from '../../net/read-answer.ts';
import { type InlinePicture, readInlinePictures } from '../../net/read-inline-pictures.ts';
import { type AnswerReading, sendChargeable, waitByHeader } from '../../net/send-chargeable.ts';
import { ambiguous, refused } from '../../net/submit-outcomes.ts';
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
  const json = inputOf(model, request, pictures.value);
  const send = {
    ask: (line: Pick<ProviderQuestion, 'beforeFirstByte' | 'signal'>) =>
      askOpenRouter(access, {
        method: 'POST',
        path: 'videos',
        json,
        answerTimeoutMs: access.timeouts.submitMs,
        ...line,
      }),
    beforeFirstByte: context.beforeFirstByte,
    signal: context.signal,
    nowMs: () => access.clock.nowMs(),
  };
  return sendChargeable(send, reading, (answer) => {
    const id = jsonOf(answer.body)?.['id'];
    if (typeof id !== 'string' || !isVideoId(id)) return ambiguous(say.unreadable());
    const handle = { requestId: id, statusUrl: null, responseUrl: null, cancelUrl: null };
    return { kind: 'accepted', handle };
  });
}

const reading: AnswerReading<OpenRouterAnswer> = {
  say,
  wordsOf: openRouterWords,
  refusalOf: refusalFault,
  waitMsOf: waitByHeader,
};

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
