import type { FetchOutcome } from '../../core/ports/generator.ts';
import type { GenerationKind, GenerationRequest } from '../../domain/jobs/generation-request.ts';
import type { ProviderHandle } from '../../domain/jobs/job.ts';
import { usdToMicros } from '../../domain/jobs/money.ts';
import { downloadFile } from '../../net/download-file.ts';
import { inOneLine, isRecord, textOf } from '../../net/read-answer.ts';
import type { ResultMedium } from '../../net/sniff-result.ts';
import type { FalCatalogue } from './catalogue.ts';
import { askFal, type FalClient, isKeyFault } from './fal-client.ts';
import {
  type FalAnswer,
  falErrorTypes,
  falFault,
  falWords,
  jsonOf,
  refusalFault,
  troubleFault,
  unreadableFault,
} from './fal-faults.ts';
import { findResultAddress } from './find-result-address.ts';
import { generationFault, isUnbilled, later, noAddressFault, unreachable } from './follow-request.ts';
import type { FalPlan } from './models/fal-model.ts';
import type { FalPrices } from './read-prices.ts';
import { readText, writeText } from './text-results.ts';

/** Reads the result where the submit said it would be, then brings its file. */
export async function fetchResult(
  client: FalClient,
  { catalogue, prices }: { readonly catalogue: FalCatalogue; readonly prices: FalPrices },
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
  const plan = await catalogue.plan(request, signal);
  const charge = await chargeOf(prices, plan.kind === 'answer' ? plan.value : null, answer, body);
  const medium = mediumOf(request.kind);
  if (medium === 'text') {
    const text = readText(request, body);
    if (text === null) return noResult(request, body);
    const written = await writeText(folder, handle.requestId, text);
    return written.ok ? { ...written.value, ...charge, kind: 'fetched' } : unreachable(written.fault);
  }
  const address = findResultAddress(body, medium);
  if (address === null) return noResult(request, body);
  const download = await downloadFile(
    {
      address,
      folder,
      name: handle.requestId,
      medium,
      provider: 'Fal',
      resolve: client.addresses.media,
      stallMs: client.timeouts.stallMs,
    },
    signal,
  );
  return download.kind === 'downloaded' ? { ...download, ...charge, kind: 'fetched' } : download;
}

function mediumOf(kind: GenerationKind): ResultMedium | 'text' {
  switch (kind) {
    case 'still':
    case 'upscaled-still':
      return 'image';
    case 'clip':
    case 'upscaled-clip':
      return 'video';
    case 'speech':
    case 'music':
    case 'effect':
      return 'audio';
    case 'transcript':
    case 'reading':
      return 'text';
  }
}

function noResult({ kind }: GenerationRequest, body: Readonly<Record<string, unknown>>): FetchOutcome {
  // Language models put what went wrong beside an output that is empty.
  const said = textOf(body['error']);
  const fault =
    said !== null
      ? generationFault(inOneLine(said))
      : falFault(
          'provider.generation-failed',
          `Fal's result holds no ${kind}. It may have been charged. Look at the request on fal.ai.`,
        );
  return { kind: 'failed', fault, billed: 'unknown' };
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

/** What it cost by the answer: its billed units times their price, or a figure of its own; null when Fal does not say. */
async function chargeOf(
  prices: FalPrices,
  plan: FalPlan | null,
  answer: FalAnswer,
  body: Readonly<Record<string, unknown>>,
): Promise<Pick<Extract<FetchOutcome, { kind: 'fetched' }>, 'costUsdMicros' | 'costBasis'>> {
  const units = Number(answer.headers['x-fal-billable-units'] ?? Number.NaN);
  const byUnits =
    plan !== null && Number.isFinite(units) && units >= 0 ? await prices.chargeOf(plan, units) : null;
  if (byUnits !== null) return { costUsdMicros: byUnits, costBasis: 'billable-units' };
  const usd = isRecord(body['usage']) ? body['usage']['cost'] : null;
  return { costUsdMicros: typeof usd === 'number' && usd >= 0 ? usdToMicros(usd) : null };
}
