import type { SubmitContext, SubmitOutcome } from '../../core/ports/generator.ts';
import type { GenerationRequest } from '../../domain/jobs/generation-request.ts';
import type { AssetId } from '../../domain/kernel/ids.ts';
import type { ProviderQuestion } from '../../net/ask-provider.ts';
import { jsonOf } from '../../net/read-answer.ts';
import { type AnswerReading, sendChargeable } from '../../net/send-chargeable.ts';
import { ambiguous, notSent, refused } from '../../net/submit-outcomes.ts';
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
  const request = {
    ask: (line: Pick<ProviderQuestion, 'beforeFirstByte' | 'signal'>) =>
      askReplicate(access, {
        method: 'POST',
        path,
        body: { bytes: Buffer.from(JSON.stringify(json)), type: 'application/json' },
        answerTimeoutMs: access.timeouts.submitMs,
        ...line,
      }),
    beforeFirstByte,
    signal,
    nowMs: () => access.clock.nowMs(),
  };
  return sendChargeable(request, reading, (answer) => {
    const prediction = readPrediction(jsonOf(answer.body));
    if (prediction === null) return ambiguous(say.unreadable());
    return { kind: 'accepted', handle: handleOfPrediction(prediction.id) };
  });
}

const reading: AnswerReading<ReplicateAnswer> = {
  say,
  wordsOf: replicateWords,
  refusalOf: refusalFault,
  waitMsOf: waitOf,
};

/** The id says all: its addresses are made of it, whatever an answer names. */
export function handleOfPrediction(requestId: string) {
  return { requestId, statusUrl: null, responseUrl: null, cancelUrl: null };
}
