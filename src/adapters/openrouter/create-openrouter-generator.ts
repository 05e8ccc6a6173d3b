import type { Generator } from '../../core/ports/generator.ts';
import { type AskedModel, findAskedModel } from '../../domain/jobs/find-asked-model.ts';
import type { GenerationRequest } from '../../domain/jobs/generation-request.ts';
import { formatUsd } from '../../domain/jobs/money.ts';
import type { JsonValue } from '../../domain/kernel/patch.ts';
import { ok, type Result } from '../../domain/kernel/result.ts';
import type { ProviderTimeouts } from '../../net/ask-provider.ts';
import { accessOf, type ProviderOptions } from '../../net/provider-access.ts';
import { isRecord, jsonOf } from '../../net/read-answer.ts';
import { fetchVideo, pollVideo, readVideoCharge } from './follow-video.ts';
import {
  askOpenRouter,
  checkOpenRouterKey,
  defaultTimeouts,
  type OpenRouterAccess,
  say,
} from './openrouter-access.ts';
import { type OpenRouterAnswer, openRouterWords, refusalFault } from './openrouter-faults.ts';
import {
  clipShape,
  defaultOpenRouterModels,
  factsOfOpenRouterModel,
  type OpenRouterModel,
  openRouterModels,
  tablePricesDate,
} from './openrouter-models.ts';
import { readModels } from './read-models.ts';
import { submitVideo } from './submit-video.ts';

export type OpenRouterOptions = ProviderOptions<ProviderTimeouts>;

/** OpenRouter behind the generator port: clips by the models of its list, made as jobs. */
export function createOpenRouterGenerator(options: OpenRouterOptions): Result<Generator> {
  const access: OpenRouterAccess = accessOf(options, defaultTimeouts);
  let models = openRouterModels;
  const modelFor = (asked: GenerationRequest): Result<AskedModel<OpenRouterModel>> =>
    findAskedModel('OpenRouter', models, factsOfOpenRouterModel, asked);

  return ok({
    provider: 'openrouter',
    requestsPage: 'https://openrouter.ai/activity',
    free: false,
    defaultModels: defaultOpenRouterModels,
    models: () => models.map(factsOfOpenRouterModel),
    async refreshModels(signal) {
      const list = await askFree(access, 'videos/models', signal);
      if (!list.ok) return list;
      const body = jsonOf(list.value.body);
      const read = body === null ? [] : readModels(body, access.clock.nowMs());
      if (read.length === 0) return { ok: false, fault: say.unreadable() };
      // The usual one first: what is used until somebody chooses.
      const usual = read.filter(({ id }) => id === defaultOpenRouterModels.clip);
      models = [...usual, ...read.filter((model) => !usual.includes(model))];
      return ok(models.length);
    },
    keptModels: () => JSON.parse(JSON.stringify(models)) as JsonValue,
    restoreModels(kept) {
      const read = Array.isArray(kept) ? kept.filter(isWhole) : [];
      if (read.length > 0) models = read;
    },
    async ready() {
      const found = checkOpenRouterKey((await access.key()) ?? '');
      return found.ok ? ok(undefined) : found;
    },
    checkKey: checkOpenRouterKey,
    async testKey() {
      const asked = await askFree(access, 'key');
      return asked.ok ? ok(say.keyTaken()) : asked;
    },
    maxConcurrent: 4,
    pollIntervalMs: 5_000,
    async estimate(asked) {
      const found = modelFor(asked);
      if (!found.ok) return found;
      const { model, request } = found.value;
      const { seconds, resolution, secondUsdMicros } = clipShape(model, request);
      const dated = model.pricedAtMs === null ? `, price of ${tablePricesDate}` : '';
      return ok({
        costUsdMicros: Math.ceil(seconds * secondUsdMicros),
        basis: `${seconds} s of video (${resolution}) at ${formatUsd(secondUsdMicros)} a second (${model.name}${dated})`,
        pricedAtMs: model.pricedAtMs,
      });
    },
    async submit(asked, context) {
      const found = modelFor(asked);
      if (!found.ok) return { kind: 'refused', fault: found.fault };
      return submitVideo(access, found.value.model, found.value.request, context);
    },
    poll: (_request, handle, signal) => pollVideo(access, handle, signal),
    fetch: (_request, handle, folder, signal) => fetchVideo(access, handle, folder, signal),
    // OpenRouter takes no job back: one that was begun is made, and charged.
    cancel: () => Promise.resolve({ kind: 'too-late' }),
    async lookUp() {
      const message =
        'OpenRouter keeps no list by which a lost request could be told from others. Whether it was charged stands in your account at openrouter.ai/activity.';
      return { kind: 'not-found', fault: { code: 'provider.result-gone', message } };
    },
    readCharge: (handle, signal) => readVideoCharge(access, handle, signal),
    async checkHealth(signal) {
      const startedMs = performance.now();
      const asked = await askFree(access, 'key', signal);
      if (!asked.ok && asked.fault.code === 'provider.unreachable') return asked;
      // A refused key is an answer, too.
      return ok({ answeredInMs: Math.round(performance.now() - startedMs) });
    },
    close: () => Promise.resolve(),
  });
}

/** Asks what is free; anything but a good answer is a fault. */
async function askFree(
  access: OpenRouterAccess,
  path: string,
  signal?: AbortSignal,
): Promise<Result<OpenRouterAnswer>> {
  const asked = await askOpenRouter(access, {
    method: 'GET',
    path,
    ...(signal === undefined ? {} : { signal }),
  });
  if (!asked.ok) return asked;
  const answer = asked.value;
  if (answer.kind !== 'answer') return { ok: false, fault: say.trouble(answer.cause.message) };
  if (answer.status === 200) return ok(answer);
  const trouble = answer.status >= 500 || answer.status === 429;
  return { ok: false, fault: trouble ? say.trouble(openRouterWords(answer)) : refusalFault(answer) };
}

/** Whether a row that an earlier start kept is a model still: versions differ. */
function isWhole(row: unknown): row is OpenRouterModel {
  if (!isRecord(row)) return false;
  const lists = [row['durations'], row['resolutions'], row['aspects']];
  return (
    typeof row['id'] === 'string' &&
    typeof row['name'] === 'string' &&
    lists.every(Array.isArray) &&
    isRecord(row['secondUsdMicros'])
  );
}
