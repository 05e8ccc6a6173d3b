import { readFile } from 'node:fs/promises';
import type { SubmitContext, SubmitOutcome } from '../../core/ports/generator.ts';
import { type AskedModel, findAskedModel } from '../../domain/jobs/find-asked-model.ts';
import type { GenerationRequest, PictureRequest } from '../../domain/jobs/generation-request.ts';
import type { AssetId } from '../../domain/kernel/ids.ts';
import { faultOf, ok, type Result } from '../../domain/kernel/result.ts';
import type { ProviderQuestion } from '../../net/ask-provider.ts';
import { acceptKept } from '../../net/kept-outcomes.ts';
import { dropKeptResult, keptResultId, prepareKeeping } from '../../net/kept-result.ts';
import { isRecord, jsonOf } from '../../net/read-answer.ts';
import { type AnswerReading, sendChargeable, waitByHeader } from '../../net/send-chargeable.ts';
import { ambiguous, refused } from '../../net/submit-outcomes.ts';
import { askCloudflare, type CloudflareClient } from './cloudflare-client.ts';
import {
  type CloudflareAnswer,
  cloudflareWords,
  isAllocationUsedUp,
  refusalFault,
} from './cloudflare-faults.ts';
import { say } from './cloudflare-key.ts';
import {
  type CloudflareModel,
  cloudflareModels,
  factsOfCloudflareModel,
  pictureSize,
} from './cloudflare-models.ts';

/** The model for a request, or why it cannot be asked. */
export function modelFor(asked: GenerationRequest): Result<AskedModel<CloudflareModel>> {
  return findAskedModel('Cloudflare', cloudflareModels, factsOfCloudflareModel, asked);
}

const reading: AnswerReading<CloudflareAnswer> = {
  say,
  wordsOf: cloudflareWords,
  refusalOf: refusalFault,
  isUsedUp: isAllocationUsedUp,
  waitMsOf: waitByHeader,
};

/** Sends the request once. The answer is the picture; it is in the job's folder before this says that it was accepted. */
export async function submitPicture(
  client: CloudflareClient,
  asked: GenerationRequest,
  context: SubmitContext,
): Promise<SubmitOutcome> {
  const found = modelFor(asked);
  if (!found.ok) return refused(found.fault);
  const body = await bodyOf(found.value.model, found.value.request, context.assetPath);
  if (!body.ok) return refused(body.fault);
  const id = keptResultId(asked);
  const room = await prepareKeeping(context.folder, id);
  if (!room.ok) return refused(say.noRoom(room.fault.message));
  const send = {
    ask: (line: Pick<ProviderQuestion, 'beforeFirstByte' | 'signal'>) =>
      askCloudflare(client, {
        method: 'POST',
        path: `ai/run/${found.value.model.id}`,
        body: body.value,
        answerTimeoutMs: client.timeouts.submitMs,
        ...line,
      }),
    beforeFirstByte: context.beforeFirstByte,
    begun: () => dropKeptResult(context.folder, id),
    signal: context.signal,
    nowMs: () => client.clock.nowMs(),
  };
  return sendChargeable(send, reading, (answer) => {
    const bytes = pictureIn(answer);
    // The answer names no price: what the table says is what was reserved.
    return bytes === null ? ambiguous(say.unreadable()) : acceptKept(say, context.folder, id, bytes, null);
  });
}

/** Some models answer the picture's bytes, others `{success, result: {image: base64}}`. */
function pictureIn(answer: CloudflareAnswer): Buffer | null {
  if (answer.headers['content-type']?.startsWith('image/') === true) return answer.body;
  const result = jsonOf(answer.body)?.['result'];
  const image = isRecord(result) ? result['image'] : null;
  if (typeof image !== 'string' || image === '') return null;
  return Buffer.from(image.replace(/^data:[^,]*,/, ''), 'base64');
}

async function bodyOf(
  model: CloudflareModel,
  request: PictureRequest,
  assetPath: SubmitContext['assetPath'],
): Promise<Result<{ readonly bytes: Uint8Array; readonly type: string }>> {
  const size = pictureSize(model, request);
  const fields: Record<string, string | number> = {
    prompt: request.prompt.trim(),
    ...(model.mostSidePx === null ? {} : size),
    ...(model.stepsField === null ? {} : { [model.stepsField]: model.steps }),
    ...(model.hasSeed ? { seed: request.seed } : {}),
    ...(model.hasNegativePrompt && request.negativePrompt !== null
      ? { negative_prompt: request.negativePrompt }
      : {}),
  };
  if (model.body === 'json') {
    return ok({ bytes: Buffer.from(JSON.stringify(fields)), type: 'application/json' });
  }
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, String(value));
  for (const [at, assetId] of (request.referenceAssetIds ?? []).entries()) {
    const picture = await readPicture(assetId, assetPath);
    if (!picture.ok) return picture;
    form.append(`input_image_${at}`, picture.value, `reference-${at}`);
  }
  const written = new Request('https://api.cloudflare.com', { method: 'POST', body: form });
  const type = written.headers.get('content-type') ?? 'multipart/form-data';
  return ok({ bytes: new Uint8Array(await written.arrayBuffer()), type });
}

async function readPicture(id: AssetId, assetPath: SubmitContext['assetPath']): Promise<Result<Blob>> {
  const file = assetPath(id);
  if (!file.ok) return file;
  try {
    return ok(new Blob([new Uint8Array(await readFile(file.value.path))], { type: file.value.mime }));
  } catch (thrown) {
    return { ok: false, fault: faultOf(thrown, 'library.not-found') };
  }
}
