import type { CancelOutcome, FetchOutcome, PollOutcome } from '../../core/ports/generator.ts';
import type { GenerationRequest } from '../../domain/jobs/generation-request.ts';
import type { ProviderHandle } from '../../domain/jobs/job.ts';
import type { Fault } from '../../domain/kernel/result.ts';
import { downloadFile } from '../../net/download-file.ts';
import { jsonOf } from '../../net/read-answer.ts';
import { modelFor, unitsOf } from './build-input.ts';
import { costOf, isPredictionId, type Prediction, progressOf, readPrediction } from './prediction.ts';
import { askReplicate, mediaAddress, type ReplicateAccess, say, unreachable } from './replicate-client.ts';
import { endedFault, refusalFault, replicateWords, waitOf } from './replicate-faults.ts';
import { findReplicateModel } from './replicate-models.ts';

type Asked =
  | { readonly kind: 'prediction'; readonly prediction: Prediction }
  | { readonly kind: 'gone'; readonly fault: Fault }
  | { readonly kind: 'unreachable'; readonly fault: Fault; readonly retryAfterMs: number | null };

export async function pollPrediction(
  access: ReplicateAccess,
  request: GenerationRequest,
  handle: ProviderHandle,
  signal: AbortSignal,
): Promise<PollOutcome> {
  const asked = await readOne(access, handle, signal);
  if (asked.kind !== 'prediction') return asked;
  const { prediction } = asked;
  switch (prediction.status) {
    case 'waiting':
      return { kind: 'waiting', position: null };
    case 'running':
      return { kind: 'running', progress: progressOf(prediction) };
    case 'succeeded':
      return { kind: 'ready' };
    case 'failed':
    case 'canceled':
      return ended(request, prediction);
  }
}

/** Reads the prediction once more, then brings its first file. */
export async function fetchPrediction(
  access: ReplicateAccess,
  request: GenerationRequest,
  handle: ProviderHandle,
  folder: string,
  signal: AbortSignal,
): Promise<FetchOutcome> {
  const asked = await readOne(access, handle, signal);
  if (asked.kind !== 'prediction') return asked;
  const { prediction } = asked;
  if (prediction.status === 'failed' || prediction.status === 'canceled') return ended(request, prediction);
  if (prediction.status !== 'succeeded') return unreachable(say.unreadable());
  if (prediction.dataRemoved) {
    return { kind: 'gone', fault: say.resultGone('it is kept for an hour') };
  }
  const [address] = prediction.outputs;
  if (address === undefined) {
    return {
      kind: 'failed',
      fault: say.generationFailed('there is no file in its result'),
      billed: 'unknown',
    };
  }
  const download = await downloadFile(
    {
      address,
      folder,
      name: handle.requestId,
      medium: request.kind === 'clip' ? 'video' : 'image',
      provider: 'Replicate',
      resolve: (one) => mediaAddress(access, one),
      stallMs: access.timeouts.stallMs,
    },
    signal,
  );
  if (download.kind !== 'downloaded') return download;
  const model = modelFor(request);
  const cost = model.ok ? costOf(model.value.model, prediction, unitsOf(model.value)) : null;
  const { path, mime } = download;
  return { kind: 'fetched', path, mime, costUsdMicros: cost, costBasis: 'billable-units' };
}

export async function cancelPrediction(
  access: ReplicateAccess,
  { requestId }: ProviderHandle,
): Promise<CancelOutcome> {
  if (!isPredictionId(requestId)) return { kind: 'too-late' };
  const asked = await askReplicate(access, { method: 'POST', path: `/v1/predictions/${requestId}/cancel` });
  if (!asked.ok) return { kind: 'unreachable', fault: asked.fault };
  const answer = asked.value;
  if (answer.kind !== 'answer') return { kind: 'unreachable', fault: say.trouble(answer.cause.message) };
  if (answer.status === 404 || answer.status === 410) return { kind: 'too-late' };
  if (answer.status >= 400) return { kind: 'unreachable', fault: refusalFault(answer) };
  switch (readPrediction(jsonOf(answer.body))?.status) {
    case 'canceled':
      return { kind: 'cancelled' };
    case 'succeeded':
    case 'failed':
      return { kind: 'too-late' };
    default:
      return { kind: 'requested' };
  }
}

async function readOne(
  access: ReplicateAccess,
  { requestId }: ProviderHandle,
  signal: AbortSignal,
): Promise<Asked> {
  if (!isPredictionId(requestId)) return { kind: 'gone', fault: say.resultGone(requestId.slice(0, 80)) };
  const asked = await askReplicate(access, { method: 'GET', path: `/v1/predictions/${requestId}`, signal });
  // Without a key the prediction is as it was, and is asked after again once there is one.
  if (!asked.ok) return unreachable(asked.fault);
  const answer = asked.value;
  if (answer.kind !== 'answer') return unreachable(say.trouble(answer.cause.message));
  if (answer.status === 404 || answer.status === 410) {
    return { kind: 'gone', fault: say.resultGone(replicateWords(answer)) };
  }
  // Whatever keeps the answer back now (a changed key, a server in trouble), the prediction goes on.
  if (answer.status === 429 || answer.status >= 500) {
    return unreachable(say.trouble(replicateWords(answer)), waitOf(answer, access.clock.nowMs()));
  }
  if (answer.status >= 400) return unreachable(refusalFault(answer));
  const prediction = readPrediction(jsonOf(answer.body));
  return prediction === null ? unreachable(say.unreadable()) : { kind: 'prediction', prediction };
}

/** One that never ran costs nothing; of one that ran, only those that pay by the second surely do. */
function ended(
  request: GenerationRequest,
  prediction: Prediction,
): { readonly kind: 'failed'; readonly fault: Fault; readonly billed: 'no' | 'yes' | 'unknown' } {
  const ran = (prediction.predictSeconds ?? 0) > 0;
  const bySecond = findReplicateModel(request.model)?.unit === 'compute-second';
  const fault =
    prediction.status === 'canceled'
      ? say.generationFailed('it was cancelled')
      : endedFault(prediction.error);
  return { kind: 'failed', fault, billed: ran ? (bySecond ? 'yes' : 'unknown') : 'no' };
}
