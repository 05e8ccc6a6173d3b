import type { Generator } from '../../core/ports/generator.ts';
import { formatUsd } from '../../domain/jobs/money.ts';
import { type Fault, ok, type Result } from '../../domain/kernel/result.ts';
import { checkHealthBy, type FreeQuestion, testKeyBy } from '../../net/ask-free.ts';
import type { ProviderTimeouts } from '../../net/ask-provider.ts';
import { fetchKept, lookUpKept, pollKept } from '../../net/kept-outcomes.ts';
import { isKeptResultId, keptResultId } from '../../net/kept-result.ts';
import { accessOf, type ProviderOptions } from '../../net/provider-access.ts';
import type { ProviderAnswer } from '../../net/send-chargeable.ts';
import { fetchOperation, pollOperation } from './follow-operation.ts';
import { askGoogle, checkGoogleKey, defaultTimeouts, type GoogleAccess, say } from './google-access.ts';
import { refusalFault } from './google-faults.ts';
import {
  clipShape,
  defaultGoogleModels,
  factsOfGoogleModel,
  googleModels,
  stillSize,
  tablePricesDate,
} from './google-models.ts';
import { submitClip } from './submit-clip.ts';
import { modelFor } from './submit-google.ts';
import { submitStill } from './submit-still.ts';

export type GoogleOptions = ProviderOptions<ProviderTimeouts>;

/** Google's Gemini interface behind the generator port: pictures within the answer, clips by Veo as operations. */
export function createGoogleGenerator(options: GoogleOptions): Result<Generator> {
  const access: GoogleAccess = accessOf(options, defaultTimeouts);
  const askFree: FreeQuestion = (signal) =>
    askGoogle(access, {
      method: 'GET',
      path: 'models?pageSize=1',
      ...(signal === undefined ? {} : { signal }),
    });
  return ok({
    provider: 'google',
    requestsPage: 'https://aistudio.google.com/usage',
    free: false,
    defaultModels: defaultGoogleModels,
    models: () => googleModels.map(factsOfGoogleModel),
    async ready() {
      const found = checkGoogleKey((await access.key()) ?? '');
      return found.ok ? ok(undefined) : found;
    },
    checkKey: checkGoogleKey,
    testKey: () => testKeyBy(askFree, say, keyRefusal),
    maxConcurrent: 4,
    pollIntervalMs: 5_000,
    async estimate(asked) {
      const found = modelFor(asked);
      if (!found.ok) return found;
      const { model, request } = found.value;
      if (model.kind === 'still') {
        const size = stillSize(model, request);
        const price = model.sizes[size] ?? 0;
        const basis = `1 image (${size}) at ${formatUsd(price)} (${model.name}, price of ${tablePricesDate})`;
        return ok({ costUsdMicros: price, basis, pricedAtMs: null });
      }
      const { seconds, resolution } = clipShape(request);
      const price = model.secondUsdMicros[resolution];
      return ok({
        costUsdMicros: seconds * price,
        basis: `${seconds} s of video (${resolution}) at ${formatUsd(price)} a second (${model.name}, price of ${tablePricesDate})`,
        pricedAtMs: null,
      });
    },
    async submit(asked, context) {
      const found = modelFor(asked);
      if (!found.ok) return { kind: 'refused', fault: found.fault };
      const { model, request } = found.value;
      return model.kind === 'still'
        ? submitStill(access, model, request, context)
        : submitClip(access, model, request, context);
    },
    async poll(request, handle, signal) {
      return request.kind === 'still' || isKeptResultId(handle.requestId)
        ? pollKept('Google', handle)
        : pollOperation(access, handle, signal);
    },
    async fetch(request, handle, folder, signal) {
      return request.kind === 'still' || isKeptResultId(handle.requestId)
        ? fetchKept('Google', handle, folder)
        : fetchOperation(access, handle, folder, signal);
    },
    // Google takes no request back: a clip that was begun is made, and charged.
    cancel: () => Promise.resolve({ kind: 'too-late' }),
    async lookUp(request, { folder }) {
      if (request.kind === 'still') return lookUpKept(say, keptResultId(request), folder);
      const message =
        'Google keeps no list by which a lost request could be told from others. Whether it was charged stands in your account at aistudio.google.com/usage.';
      return { kind: 'not-found', fault: { code: 'provider.result-gone', message } };
    },
    checkHealth: (signal) => checkHealthBy(askFree, say, signal),
    close: () => Promise.resolve(),
  });
}

/** Statuses of an answer that are about the key. */
const aboutKey = [400, 401, 403];

function keyRefusal(answer: ProviderAnswer): Fault | null {
  return aboutKey.includes(answer.status) ? refusalFault(answer) : null;
}
