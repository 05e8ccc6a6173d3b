import type { Generator } from '../../core/ports/generator.ts';
import { formatUsd } from '../../domain/jobs/money.ts';
import { type Fault, ok, type Result } from '../../domain/kernel/result.ts';
import { checkHealthBy, type FreeQuestion, testKeyBy } from '../../net/ask-free.ts';
import type { ProviderTimeouts } from '../../net/ask-provider.ts';
import { accessOf, type ProviderOptions } from '../../net/provider-access.ts';
import type { ProviderAnswer } from '../../net/send-chargeable.ts';
import { type Asked, modelFor, unitsOf } from './build-input.ts';
import { listHeldPredictions, lookUpPrediction } from './find-predictions.ts';
import { cancelPrediction, fetchPrediction, pollPrediction } from './follow-prediction.ts';
import {
  askReplicate,
  checkReplicateKey,
  defaultTimeouts,
  type ReplicateAccess,
  say,
} from './replicate-client.ts';
import { refusalFault } from './replicate-faults.ts';
import {
  defaultReplicateModels,
  factsOfReplicateModel,
  replicateModels,
  tablePricesDate,
} from './replicate-models.ts';
import { submitPrediction, type UploadedPictures } from './submit-prediction.ts';

export interface ReplicateOptions extends ProviderOptions<ProviderTimeouts> {
  readonly pollIntervalMs?: number;
}

/** Replicate behind the generator port: pictures and clips as predictions, held for an hour. */
export function createReplicateGenerator(options: ReplicateOptions): Result<Generator> {
  const access: ReplicateAccess = accessOf(options, defaultTimeouts);
  const uploaded: UploadedPictures = new Map();
  const askFree: FreeQuestion = (signal) =>
    askReplicate(access, {
      method: 'GET',
      path: '/v1/account',
      ...(signal === undefined ? {} : { signal }),
    });
  return ok({
    provider: 'replicate',
    requestsPage: 'https://replicate.com/predictions',
    free: false,
    defaultModels: defaultReplicateModels,
    models: () => replicateModels.map(factsOfReplicateModel),
    async ready() {
      const found = checkReplicateKey((await access.key()) ?? '');
      return found.ok ? ok(undefined) : found;
    },
    checkKey: checkReplicateKey,
    testKey: () => testKeyBy(askFree, say, keyRefusal),
    maxConcurrent: 8,
    // What Replicate allows an account with credit.
    mostPerMinute: 600,
    pollIntervalMs: options.pollIntervalMs ?? 2_000,
    async estimate(request) {
      const found = modelFor(request);
      if (!found.ok) return found;
      const costUsdMicros = Math.round(unitsOf(found.value) * found.value.model.tablePriceUsdMicros);
      return ok({ costUsdMicros, basis: basisOf(found.value), pricedAtMs: null });
    },
    submit: (request, context) => submitPrediction(access, uploaded, request, context),
    poll: (request, handle, signal) => pollPrediction(access, request, handle, signal),
    fetch: (request, handle, folder, signal) => fetchPrediction(access, request, handle, folder, signal),
    cancel: (_request, handle) => cancelPrediction(access, handle),
    lookUp: (request, lost) => lookUpPrediction(access, request, lost),
    listHeld: (sinceMs, signal) => listHeldPredictions(access, sinceMs, signal),
    checkHealth: (signal) => checkHealthBy(askFree, say, signal),
    close: () => Promise.resolve(),
  });
}

function basisOf(asked: Asked): string {
  const { model } = asked;
  const units = unitsOf(asked);
  const each = formatUsd(model.tablePriceUsdMicros);
  const work = {
    image: `1 image at ${each}`,
    second: `${units} s of video at ${each} a second`,
    'compute-second': `1 image, about ${units} s of the machine at ${each} a second`,
  }[model.unit];
  return `${work} (${model.name}, price of ${tablePricesDate})`;
}

/** Statuses of an answer that are about the key, or what its account may spend. */
const aboutKey = [401, 402, 403];

function keyRefusal(answer: ProviderAnswer): Fault | null {
  return aboutKey.includes(answer.status) ? refusalFault(answer) : null;
}
