import type { FetchOutcome } from '../../core/ports/generator.ts';
import type { GenerationRequest } from '../../domain/jobs/generation-request.ts';
import type { ProviderHandle } from '../../domain/jobs/job.ts';
import { downloadFile } from '../../net/download-file.ts';
import { askFal, type FalClient, isKeyFault } from './fal-client.ts';
import {
  type FalAnswer,
  falErrorTypes,
  falFault,
  falWords,
  isRecord,
  jsonOf,
  refusalFault,
  troubleFault,
  unreadableFault,
} from './fal-faults.ts';
import { generationFault, isUnbilled, later, noAddressFault, unreachable } from './follow-request.ts';
import { findFalModel } from './models.ts';
import type { FalPrices } from './read-prices.ts';

/** Reads the result where the submit said it would be, then brings its file. */
export async function fetchResult(
  client: FalClient,
  prices: FalPrices,
  request: GenerationRequest,
  handle: ProviderHandle,
  folder: string,
  signal: AbortSignal,
): Promise<FetchOutcome> {
  if (handle.responseUrl === null) return { kind: 'gone', fault: noAddressFault() };
  const asked = await askFal(client, { method: 'GET', address: handle.responseUrl, signal });
  // Without a key the request is as it was, and is asked after again once there is one.
  if (!asked.ok)
    return isKeyFault(asked.fault) ? unreachable(asked.fault) : { kind: 'gone', fault: asked.fault };
  if (asked.value.kind !== 'answer') return unreachable(troubleFault(asked.value.cause.message));
  const answer = asked.value;
  if (answer.status !== 200) return withoutResult(client, answer);
  const body = jsonOf(answer);
  if (body === null) return unreachable(unreadableFault('the result'));
  const blackedOut = body['has_nsfw_concepts'];
  if (Array.isArray(blackedOut) && blackedOut[0] === true) {
    const fault = falFault(
      'provider.content-refused',
      "Fal's safety filter blacked the picture out. It was charged. Change the shot's prompt and retry it.",
    );
    return { kind: 'failed', fault, billed: 'yes' };
  }
  const address = mediaAddress(body, request);
  if (address === null) {
    const fault = falFault(
      'provider.generation-failed',
      `Fal's result holds no ${request.kind}. It may have been charged. Look at the request on fal.ai.`,
    );
    return { kind: 'failed', fault, billed: 'unknown' };
  }
  const download = await downloadFile(
    {
      address,
      folder,
      name: handle.requestId,
      medium: request.kind === 'clip' ? 'video' : 'image',
      provider: 'Fal',
      resolve: client.addresses.media,
      stallMs: client.timeouts.stallMs,
    },
    signal,
  );
  if (download.kind !== 'downloaded') return download;
  return {
    kind: 'fetched',
    path: download.path,
    mime: download.mime,
    costUsdMicros: await costOf(prices, request, answer),
  };
}

/** The result of a request that ended badly is its error, with that error's status. */
function withoutResult(client: FalClient, answer: FalAnswer): FetchOutcome {
  const { status } = answer;
  const body = jsonOf(answer);
  if (status === 404 || status === 410) {
    const fault = falFault(
      'provider.result-gone',
      `Fal does not hold the result any more (${falWords(answer)}).`,
    );
    return { kind: 'gone', fault };
  }
  // Still on its way: the state said ready before the result could be read.
  if (status === 202 || (status === 400 && /still in progress/i.test(falWords(answer)))) {
    return unreachable(unreadableFault('the result'));
  }
  const types = falErrorTypes(body);
  const isStored = answer.headers['x-fal-error-type'] !== undefined || types.length > 0;
  if (status === 422 || (status === 400 && isStored)) {
    return { kind: 'failed', fault: refusalFault(answer, 'the request'), billed: 'unknown' };
  }
  // A server in trouble says nothing about the request; the request's own 5xx comes with Fal's machine-readable kind.
  if (status >= 500 && (isStored || (status === 500 && isRecord(body) && body['detail'] !== undefined))) {
    return {
      kind: 'failed',
      fault: generationFault(falWords(answer)),
      billed: isUnbilled(answer) ? 'no' : 'unknown',
    };
  }
  return later(client, answer, 'the result');
}

function mediaAddress(body: Readonly<Record<string, unknown>>, request: GenerationRequest): string | null {
  const images = body['images'];
  const file = request.kind === 'clip' ? body['video'] : Array.isArray(images) ? images[0] : body['image'];
  const url = isRecord(file) ? file['url'] : null;
  return typeof url === 'string' ? url : null;
}

/** Billed units from the answer's header, times the unit's price; null when Fal does not say. */
async function costOf(
  prices: FalPrices,
  request: GenerationRequest,
  answer: FalAnswer,
): Promise<number | null> {
  const units = Number(answer.headers['x-fal-billable-units'] ?? Number.NaN);
  const model = findFalModel(request.model);
  if (!Number.isFinite(units) || units < 0 || model === null) return null;
  return Math.round(units * (await prices.unitPrice(model)).usdMicros);
}
