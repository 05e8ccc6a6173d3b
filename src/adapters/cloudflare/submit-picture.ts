import { readFile } from 'node:fs/promises';
import type { SubmitContext, SubmitOutcome } from '../../core/ports/generator.ts';
import { fitPictureRequest } from '../../domain/jobs/fit-picture-request.ts';
import type { GenerationRequest, PictureRequest } from '../../domain/jobs/generation-request.ts';
import type { AssetId } from '../../domain/kernel/ids.ts';
import { faultOf, ok, type Result } from '../../domain/kernel/result.ts';
import { handleOfKept } from '../../net/kept-outcomes.ts';
import { dropKeptResult, keepResult, keptResultId, prepareKeeping } from '../../net/kept-result.ts';
import { isRecord, jsonOf, meaningOfStatus, retryAfterMs } from '../../net/read-answer.ts';
import { ambiguous, notSent, refused, watchFirstByte } from '../../net/submit-outcomes.ts';
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
  findCloudflareModel,
  pictureSize,
} from './cloudflare-models.ts';

/** The model for a request, or why it cannot be asked. */
export function modelFor(
  request: GenerationRequest,
): Result<{ readonly model: CloudflareModel; readonly request: PictureRequest }> {
  const model = findCloudflareModel(request.model);
  if (model === null) {
    const known = cloudflareModels.map(({ id }) => id).join(', ');
    const message = `Cloudflare's "${request.model}" is no model that this version knows. Nothing was sent. Use one of: ${known}.`;
    return { ok: false, fault: { code: 'provider.request-refused', message } };
  }
  const fit = fitPictureRequest('Cloudflare', factsOfCloudflareModel(model), request);
  return fit.ok ? ok({ model, request: fit.value }) : fit;
}

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
  const line = watchFirstByte(context.beforeFirstByte, () => dropKeptResult(context.folder, id));
  const outcome = await askCloudflare(client, {
    method: 'POST',
    path: `ai/run/${found.value.model.id}`,
    body: body.value,
    answerTimeoutMs: client.timeouts.submitMs,
    signal: context.signal,
    beforeFirstByte: line.before,
  });
  if (!outcome.ok) return refused(outcome.fault);
  if (line.heldBack !== null) return line.heldBack;
  const answer = outcome.value;
  if (answer.kind === 'not-sent') return notSent(say.notReached(answer.cause.message));
  if (answer.kind === 'broken') return ambiguous(say.broken(answer.cause.message));
  return takeAnswer(client, answer, context.folder, id);
}

async function takeAnswer(
  client: CloudflareClient,
  answer: CloudflareAnswer,
  folder: string,
  id: string,
): Promise<SubmitOutcome> {
  switch (meaningOfStatus(answer.status)) {
    case 'too-many':
      if (isAllocationUsedUp(answer)) return refused(refusalFault(answer));
      return notSent(say.rateLimited(), retryAfterMs(answer.headers['retry-after'], client.clock.nowMs()));
    case 'refused':
      return refused(refusalFault(answer));
    case 'unclear':
      return ambiguous(say.unclear(cloudflareWords(answer)));
    case 'taken': {
      const bytes = pictureIn(answer);
      if (bytes === null) return ambiguous(say.unreadable());
      // The answer names no price: what the table says is what was reserved.
      const kept = await keepResult(folder, id, bytes, null);
      if (kept.ok) return { kind: 'accepted', handle: handleOfKept(id) };
      const unreadable = kept.fault.code === 'provider.answer-unreadable';
      return ambiguous(unreadable ? say.unreadable() : say.notStored(kept.fault.message));
    }
  }
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
