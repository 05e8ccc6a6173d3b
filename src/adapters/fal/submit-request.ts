import type { SubmitContext, SubmitOutcome } from '../../core/ports/generator.ts';
import type { GenerationRequest, PictureRequest } from '../../domain/jobs/generation-request.ts';
import type { ProviderHandle } from '../../domain/jobs/job.ts';
import type { AssetId } from '../../domain/kernel/ids.ts';
import { faultOf } from '../../domain/kernel/result.ts';
import type { SingleShotOutcome } from '../../net/send-once.ts';
import { buildInput, modelFor } from './build-input.ts';
import { askFal, type FalClient } from './fal-client.ts';
import { falFault, falWords, jsonOf, refusalFault, retryAfterMs } from './fal-faults.ts';
import type { FalModel } from './models.ts';
import { tooMany, uploadFile } from './upload-file.ts';

/** Start frames that are in Fal's storage already, by asset; a second try of a shot does not carry them up again. */
export type UploadedFrames = Map<AssetId, { readonly url: string; readonly atMs: number }>;
const uploadKeepsMs = 60 * 60_000;

/** Uploads the start frame where there is one, then sends the request once. */
export async function submitRequest(
  client: FalClient,
  uploaded: UploadedFrames,
  asked: GenerationRequest,
  context: SubmitContext,
): Promise<SubmitOutcome> {
  const found = modelFor(asked);
  if (!found.ok) return { kind: 'refused', fault: found.fault };
  const { model, request } = found.value;
  const frame = await startFrame(client, uploaded, request, context);
  if (frame.kind !== 'frame') return frame;
  return sendSubmit(client, model, request, frame.url, context);
}

async function startFrame(
  client: FalClient,
  uploaded: UploadedFrames,
  { startFrameAssetId }: PictureRequest,
  context: SubmitContext,
): Promise<{ readonly kind: 'frame'; readonly url: string | null } | SubmitOutcome> {
  if (startFrameAssetId === null) return { kind: 'frame', url: null };
  const known = uploaded.get(startFrameAssetId);
  if (known !== undefined && client.clock.nowMs() - known.atMs < uploadKeepsMs) {
    return { kind: 'frame', url: known.url };
  }
  const file = context.assetPath(startFrameAssetId);
  if (!file.ok) return { kind: 'refused', fault: file.fault };
  const upload = await uploadFile(client, file.value, context.signal);
  switch (upload.kind) {
    case 'uploaded':
      uploaded.set(startFrameAssetId, { url: upload.url, atMs: client.clock.nowMs() });
      return { kind: 'frame', url: upload.url };
    case 'refused':
      return upload;
    case 'later':
      return { kind: 'not-sent', fault: upload.fault, retryAfterMs: upload.retryAfterMs };
  }
}

async function sendSubmit(
  client: FalClient,
  model: FalModel,
  request: PictureRequest,
  startFrameUrl: string | null,
  { beforeFirstByte, signal }: SubmitContext,
): Promise<SubmitOutcome> {
  let refusedByCaller: unknown = null;
  const asked = await askFal(client, {
    method: 'POST',
    address: `https://queue.fal.run/${model.id}`,
    json: buildInput(model, request, startFrameUrl),
    answerTimeoutMs: client.timeouts.submitMs,
    signal,
    beforeFirstByte() {
      try {
        beforeFirstByte();
      } catch (thrown) {
        refusedByCaller = thrown;
        throw thrown;
      }
    },
  });
  if (!asked.ok) return { kind: 'refused', fault: asked.fault };
  if (refusedByCaller !== null) {
    return { kind: 'not-sent', fault: faultOf(refusedByCaller, 'provider.not-sent'), retryAfterMs: null };
  }
  return classifySubmit(asked.value, client.clock.nowMs());
}

/**
 * What an answer to a submit means. Only a request of which no byte left, and a 429, surely did not begin; a 4xx is a
 * refusal; everything else after the first byte (5xx, redirects, HTML, cut-off JSON, silence) may follow acceptance.
 */
export function classifySubmit(outcome: SingleShotOutcome, nowMs: number): SubmitOutcome {
  if (outcome.kind === 'not-sent') {
    return {
      kind: 'not-sent',
      fault: falFault(
        'provider.unreachable',
        `Fal could not be reached: ${outcome.cause.message}. Nothing was sent; it is tried again.`,
      ),
      retryAfterMs: null,
    };
  }
  if (outcome.kind === 'broken')
    return ambiguous(`The line to Fal broke after the request was sent: ${outcome.cause.message}.`);
  const { status } = outcome;
  if (status === 429) {
    return { kind: 'not-sent', fault: tooMany(), retryAfterMs: retryAfterMs(outcome.headers, nowMs) };
  }
  // A time-out (408), "too early" (425) and "client closed" (499) say nothing about whether the work was begun.
  if (status >= 400 && status < 500 && ![408, 425, 499].includes(status)) {
    return { kind: 'refused', fault: refusalFault(outcome, 'the request') };
  }
  if (status < 200 || status >= 300) return ambiguous(`Fal answered the submit with ${falWords(outcome)}.`);
  const handle = handleOf(outcome);
  return handle === null
    ? ambiguous('Fal took the request, but its answer names no request id.')
    : { kind: 'accepted', handle };
}

function ambiguous(message: string): SubmitOutcome {
  return { kind: 'ambiguous', fault: falFault('provider.answer-unreadable', message) };
}

function handleOf(answer: Extract<SingleShotOutcome, { kind: 'answer' }>): ProviderHandle | null {
  const body = jsonOf(answer);
  const requestId = body?.['request_id'];
  if (typeof requestId !== 'string' || requestId === '' || requestId.length > 200) return null;
  const address = (name: string): string | null => {
    const value = body?.[name];
    return typeof value === 'string' ? value : null;
  };
  return {
    requestId,
    statusUrl: address('status_url'),
    responseUrl: address('response_url'),
    cancelUrl: address('cancel_url'),
  };
}
