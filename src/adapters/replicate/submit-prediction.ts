import type { SubmitContext, SubmitOutcome } from '../../core/ports/generator.ts';
import type { GenerationRequest } from '../../domain/jobs/generation-request.ts';
import type { AssetId } from '../../domain/kernel/ids.ts';
import { jsonOf, meaningOfStatus } from '../../net/read-answer.ts';
import { ambiguous, notSent, refused, watchFirstByte } from '../../net/submit-outcomes.ts';
import { type Asked, buildInput, modelFor, picturesOf, type ReplicateInput } from './build-input.ts';
import { readPrediction } from './prediction.ts';
import { askReplicate, type ReplicateAccess, say } from './replicate-client.ts';
import { type ReplicateAnswer, refusalFault, replicateWords, waitOf } from './replicate-faults.ts';
import { uploadPicture } from './upload-picture.ts';

/** Pictures that are in Replicate's storage already; a second try of a shot does not carry them up again. */
export type UploadedPictures = Map<AssetId, { readonly url: string; readonly atMs: number }>;
const uploadKeepsMs = 12 * 60 * 60_000;

/** Uploads the pictures that the request carries, then sends it once. */
export async function submitPrediction(
  access: ReplicateAccess,
  uploaded: UploadedPictures,
  request: GenerationRequest,
  context: SubmitContext,
): Promise<SubmitOutcome> {
  const found = modelFor(request);
  if (!found.ok) return refused(found.fault);
  const pictures: { field: string; url: string }[] = [];
  for (const { field, id } of picturesOf(found.value)) {
    const known = uploaded.get(id);
    if (known !== undefined && access.clock.nowMs() - known.atMs < uploadKeepsMs) {
      pictures.push({ field, url: known.url });
      continue;
    }
    const file = context.assetPath(id);
    if (!file.ok) return refused(file.fault);
    const upload = await uploadPicture(access, file.value, context.signal);
    if (upload.kind === 'refused') return upload;
    if (upload.kind === 'later') return notSent(upload.fault, upload.retryAfterMs);
    uploaded.set(id, { url: upload.url, atMs: access.clock.nowMs() });
    pictures.push({ field, url: upload.url });
  }
  return send(access, found.value, buildInput(found.value, pictures), context);
}

async function send(
  access: ReplicateAccess,
  { model }: Asked,
  input: ReplicateInput,
  { beforeFirstByte, signal }: SubmitContext,
): Promise<SubmitOutcome> {
  const [name, version] = model.id.split(':');
  const path = version === undefined ? `/v1/models/${name}/predictions` : '/v1/predictions';
  const json = version === undefined ? { input } : { version, input };
  const line = watchFirstByte(beforeFirstByte);
  const asked = await askReplicate(access, {
    method: 'POST',
    path,
    body: { bytes: Buffer.from(JSON.stringify(json)), type: 'application/json' },
    answerTimeoutMs: access.timeouts.submitMs,
    signal,
    beforeFirstByte: line.before,
  });
  if (!asked.ok) return refused(asked.fault);
  if (line.heldBack !== null) return line.heldBack;
  const answer = asked.value;
  if (answer.kind === 'not-sent') return notSent(say.notReached(answer.cause.message));
  if (answer.kind === 'broken') return ambiguous(say.broken(answer.cause.message));
  return takeAnswer(answer, access.clock.nowMs());
}

function takeAnswer(answer: ReplicateAnswer, nowMs: number): SubmitOutcome {
  switch (meaningOfStatus(answer.status)) {
    case 'too-many':
      return notSent(say.rateLimited(), waitOf(answer, nowMs));
    case 'refused':
      return refused(refusalFault(answer));
    case 'unclear':
      return ambiguous(say.unclear(replicateWords(answer)));
    case 'taken': {
      const prediction = readPrediction(jsonOf(answer.body));
      if (prediction === null) return ambiguous(say.unreadable());
      return { kind: 'accepted', handle: handleOfPrediction(prediction.id) };
    }
  }
}

/** The id says all: its addresses are made of it, whatever an answer names. */
export function handleOfPrediction(requestId: string) {
  return { requestId, statusUrl: null, responseUrl: null, cancelUrl: null };
}
