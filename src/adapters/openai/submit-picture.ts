import { readFile } from 'node:fs/promises';
import type OpenAI from 'openai';
import type { SubmitContext, SubmitOutcome } from '../../core/ports/generator.ts';
import { type AskedModel, findAskedModel } from '../../domain/jobs/find-asked-model.ts';
import type { GenerationRequest, PictureRequest } from '../../domain/jobs/generation-request.ts';
import { faultOf, ok, type Result } from '../../domain/kernel/result.ts';
import { LostAnswerError, NotSentError } from '../../net/fetch-once.ts';
import { acceptKept } from '../../net/kept-outcomes.ts';
import { dropKeptResult, keptResultId, prepareKeeping } from '../../net/kept-result.ts';
import { retryAfterMs } from '../../net/read-answer.ts';
import { type AnswerReading, meaningWithoutResult } from '../../net/send-chargeable.ts';
import { ambiguous, type FirstByte, notSent, refused, watchFirstByte } from '../../net/submit-outcomes.ts';
import { checkOpenAiKey, type OpenAiAccess, openClient, say } from './openai-client.ts';
import { isAccountUsedUp, readOpenAiError, refusalFault } from './openai-faults.ts';
import {
  factsOfOpenAiModel,
  type OpenAiModel,
  openAiModels,
  pictureSize,
  qualityOf,
} from './openai-models.ts';
import { readPictureAnswer } from './read-picture-answer.ts';

export type Asked = AskedModel<OpenAiModel>;

/** The model for a request, or why it cannot be asked. */
export function modelFor(asked: GenerationRequest): Result<Asked> {
  return findAskedModel('OpenAI', openAiModels, factsOfOpenAiModel, asked);
}

/** Sends the request once. The answer is the picture; it is in the job's folder before this says that it was accepted. */
export async function submitPicture(
  access: OpenAiAccess,
  request: GenerationRequest,
  context: SubmitContext,
): Promise<SubmitOutcome> {
  const found = modelFor(request);
  if (!found.ok) return refused(found.fault);
  const key = checkOpenAiKey((await access.key()) ?? '');
  if (!key.ok) return refused(key.fault);
  const references = await readReferences(found.value.request, context.assetPath);
  if (!references.ok) return refused(references.fault);
  const id = keptResultId(request);
  const room = await prepareKeeping(context.folder, id);
  if (!room.ok) return refused(say.noRoom(room.fault.message));

  const line = watchFirstByte(context.beforeFirstByte, () => dropKeptResult(context.folder, id));
  const client = await openClient(access, key.value, line.before);
  try {
    const answer = await ask(client, found.value, references.value, context.signal);
    const picture = await readPictureAnswer(answer, found.value.model);
    if (picture === null) return ambiguous(say.unreadable());
    return await acceptKept(say, context.folder, id, picture.bytes, picture.costUsdMicros);
  } catch (thrown) {
    return meaningOf(thrown, line, access.clock.nowMs());
  }
}

/** The answer as it came: what is in it is read here, within a limit, and not by the client. */
function ask(
  client: OpenAI,
  { model, request }: Asked,
  references: readonly File[],
  signal: AbortSignal,
): Promise<Response> {
  const { width, height } = pictureSize(model, request);
  const fields = {
    model: model.id,
    prompt: request.prompt.trim(),
    size: `${width}x${height}`,
    quality: qualityOf(request),
    output_format: 'png',
    n: 1,
  } as const;
  return references.length === 0
    ? client.images.generate(fields, { signal }).asResponse()
    : client.images.edit({ ...fields, image: [...references] }, { signal }).asResponse();
}

async function readReferences(
  request: PictureRequest,
  assetPath: SubmitContext['assetPath'],
): Promise<Result<File[]>> {
  const files: File[] = [];
  for (const [at, assetId] of (request.referenceAssetIds ?? []).entries()) {
    const file = assetPath(assetId);
    if (!file.ok) return file;
    const { path, mime } = file.value;
    try {
      const name = `reference-${at}.${mime.replace(/^image\//, '')}`;
      files.push(new File([new Uint8Array(await readFile(path))], name, { type: mime }));
    } catch (thrown) {
      return { ok: false, fault: faultOf(thrown, 'library.not-found') };
    }
  }
  return ok(files);
}

/** What a failure of the client means: what our fetch knows of the line comes first, then the status of an answer. */
function meaningOf(thrown: unknown, line: FirstByte, nowMs: number): SubmitOutcome {
  if (line.heldBack !== null) return line.heldBack;
  const cause = causeOf(thrown);
  if (cause instanceof NotSentError) return notSent(say.notReached(cause.message));
  if (!line.hasBegun) return refused(faultOf(thrown, 'provider.adapter-failed'));
  if (cause instanceof LostAnswerError) return ambiguous(say.broken(cause.message));
  const { status, headers, body } = answerOf(thrown);
  if (status === null)
    return ambiguous(say.broken(cause instanceof Error ? cause.message : 'no answer came'));
  const error = readOpenAiError(status, body);
  const reading: AnswerReading<typeof error> = {
    say,
    wordsOf: ({ words }) => words,
    refusalOf: refusalFault,
    isUsedUp: isAccountUsedUp,
    waitMsOf: () => retryAfterMs(headers?.get('retry-after'), nowMs),
  };
  return meaningWithoutResult(status, error, reading, nowMs) ?? ambiguous(say.unclear(error.words));
}

/** The client wraps what its fetch throws; ours says what was sent. */
function causeOf(thrown: unknown): unknown {
  let inner = thrown;
  for (let depth = 0; depth < 5 && inner instanceof Error; depth++) {
    if (inner instanceof NotSentError || inner instanceof LostAnswerError) return inner;
    if (inner.cause === undefined) return inner;
    inner = inner.cause;
  }
  return inner;
}

/** Status, headers and body of an answer that the client turned into an error. */
function answerOf(thrown: unknown): { status: number | null; headers: Headers | null; body: unknown } {
  if (!(thrown instanceof Error)) return { status: null, headers: null, body: null };
  const status = 'status' in thrown && typeof thrown.status === 'number' ? thrown.status : null;
  const headers = 'headers' in thrown && thrown.headers instanceof Headers ? thrown.headers : null;
  return { status, headers, body: 'error' in thrown ? thrown.error : null };
}
