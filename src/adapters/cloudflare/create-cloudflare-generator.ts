import type { Generator } from '../../core/ports/generator.ts';
import { formatUsd } from '../../domain/jobs/money.ts';
import { type Fault, ok, type Result } from '../../domain/kernel/result.ts';
import { checkHealthBy, type FreeQuestion, testKeyBy } from '../../net/ask-free.ts';
import { fetchKept, lookUpKept, pollKept } from '../../net/kept-outcomes.ts';
import { keptResultId } from '../../net/kept-result.ts';
import { accessOf, type ProviderOptions } from '../../net/provider-access.ts';
import type { ProviderAnswer } from '../../net/send-chargeable.ts';
import { askCloudflare, type CloudflareClient, defaultTimeouts } from './cloudflare-client.ts';
import { refusalFault } from './cloudflare-faults.ts';
import { parseCloudflareKey, say } from './cloudflare-key.ts';
import {
  cloudflareModels,
  defaultCloudflareModels,
  factsOfCloudflareModel,
  pictureSize,
  priceOf,
  tablePricesDate,
} from './cloudflare-models.ts';
import { modelFor, submitPicture } from './submit-picture.ts';

/** The key is "accountId:token". */
export type CloudflareOptions = ProviderOptions;

/** Cloudflare Workers AI behind the generator port: pictures, made within the answer and kept by nobody but us. */
export function createCloudflareGenerator(options: CloudflareOptions): Result<Generator> {
  const client: CloudflareClient = accessOf(options, defaultTimeouts);
  // The account's list of models is asked with the same permission as a picture.
  const askFree: FreeQuestion = (signal) =>
    askCloudflare(client, {
      method: 'GET',
      path: 'ai/models/search?per_page=1',
      ...(signal === undefined ? {} : { signal }),
    });
  return ok({
    provider: 'cloudflare',
    requestsPage: 'https://dash.cloudflare.com/?to=/:account/ai/workers-ai',
    free: false,
    defaultModels: defaultCloudflareModels,
    models: () => cloudflareModels.map(factsOfCloudflareModel),
    async ready() {
      const found = parseCloudflareKey((await client.key()) ?? '');
      return found.ok ? ok(undefined) : found;
    },
    checkKey(key) {
      const parsed = parseCloudflareKey(key);
      return parsed.ok ? ok(`${parsed.value.accountId}:${parsed.value.token}`) : parsed;
    },
    testKey: () => testKeyBy(askFree, say, keyRefusal),
    // Each holds a line open until its picture is there.
    maxConcurrent: 4,
    pollIntervalMs: 1_000,
    async estimate(asked) {
      const found = modelFor(asked);
      if (!found.ok) return found;
      const { model, request } = found.value;
      const { width, height } = pictureSize(model, request);
      const references = request.referenceAssetIds?.length ?? 0;
      const price = priceOf(model, { width, height }, references);
      const looks = references === 0 ? '' : ` with ${references} reference pictures`;
      return ok({
        costUsdMicros: price,
        basis: `1 image of ${width} × ${height}${looks} at ${formatUsd(price)} (${model.name}, price of ${tablePricesDate})`,
        pricedAtMs: null,
      });
    },
    submit: (request, context) => submitPicture(client, request, context),
    poll: (_request, handle) => Promise.resolve(pollKept('Cloudflare', handle)),
    fetch: (_request, handle, folder) => fetchKept('Cloudflare', handle, folder),
    // The picture is there with the answer: nothing is left to be taken back.
    cancel: () => Promise.resolve({ kind: 'too-late' }),
    lookUp: (request, { folder }) => lookUpKept(say, keptResultId(request), folder),
    checkHealth: (signal) => checkHealthBy(askFree, say, signal),
    close: () => Promise.resolve(),
  });
}

/** An account id that is none of this token's is answered with 404 or 400. */
const aboutKey = [400, 401, 403, 404];

function keyRefusal(answer: ProviderAnswer): Fault | null {
  if (!aboutKey.includes(answer.status)) return null;
  const fault = refusalFault(answer);
  return fault.code === 'provider.key-refused' ? fault : say.keyRefused(`HTTP ${answer.status}`);
}
