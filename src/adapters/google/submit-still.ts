import type { SubmitContext, SubmitOutcome } from '../../core/ports/generator.ts';
import type { PictureRequest } from '../../domain/jobs/generation-request.ts';
import { acceptKept } from '../../net/kept-outcomes.ts';
import { dropKeptResult, keptResultId, prepareKeeping } from '../../net/kept-result.ts';
import { inOneLine, isRecord, jsonOf, textOf } from '../../net/read-answer.ts';
import { readInlinePictures } from '../../net/read-inline-pictures.ts';
import { ambiguous, refused } from '../../net/submit-outcomes.ts';
import { type GoogleAccess, say } from './google-access.ts';
import type { GoogleAnswer } from './google-faults.ts';
import { type GoogleStillModel, stillAspect, stillSize } from './google-models.ts';
import { submitToGoogle } from './submit-google.ts';

/** Sends the request once. The answer is the picture; it is in the job's folder before this says that it was accepted. */
export async function submitStill(
  access: GoogleAccess,
  model: GoogleStillModel,
  request: PictureRequest,
  context: SubmitContext,
): Promise<SubmitOutcome> {
  const references = await readInlinePictures('Google', request.referenceAssetIds ?? [], context.assetPath);
  if (!references.ok) return refused(references.fault);
  const id = keptResultId(request);
  const room = await prepareKeeping(context.folder, id);
  if (!room.ok) return refused(say.noRoom(room.fault.message));
  const size = stillSize(model, request);
  const json = {
    contents: [
      {
        role: 'user',
        parts: [
          ...references.value.map(({ mime, base64 }) => ({ inlineData: { mimeType: mime, data: base64 } })),
          { text: request.prompt.trim() },
        ],
      },
    ],
    generationConfig: {
      responseModalities: ['IMAGE'],
      imageConfig: {
        aspectRatio: stillAspect(request),
        ...(model.hasSizes ? { imageSize: size } : {}),
      },
    },
  };
  const begun = (): void => dropKeptResult(context.folder, id);
  return submitToGoogle(
    access,
    { path: `models/${model.id}:generateContent`, json, begun },
    context,
    (answer) => takePicture(answer, context.folder, id),
  );
}

/**
 * A picture that was held back comes as a good answer without one. Google charges the tokens of pictures that it made: where it
 * counts none, nothing was made; else what was charged is not known here.
 */
async function takePicture(answer: GoogleAnswer, folder: string, id: string): Promise<SubmitOutcome> {
  const body = jsonOf(answer.body);
  if (body === null) return ambiguous(say.unreadable());
  const picture = pictureIn(body);
  if (picture === null) {
    const held = heldBack(body);
    if (held === null) return ambiguous(say.unreadable());
    const fault = say.contentRefused(held);
    return madeNothing(body) ? refused(fault) : ambiguous(fault);
  }
  return acceptKept(say, folder, id, picture, null);
}

/** The last picture of the answer: models that think aloud may show drafts before it. */
function pictureIn(body: Readonly<Record<string, unknown>>): Buffer | null {
  const pictures = partsOf(body)
    .filter(({ thought }) => thought !== true)
    .map(({ inlineData }) => (isRecord(inlineData) ? textOf(inlineData['data']) : null))
    .filter((data) => data !== null);
  const last = pictures.at(-1);
  return last === undefined ? null : Buffer.from(last, 'base64');
}

/** Why no picture came, in Google's words; null where it does not say. */
function heldBack(body: Readonly<Record<string, unknown>>): string | null {
  const feedback = body['promptFeedback'];
  const blocked = isRecord(feedback) ? textOf(feedback['blockReason']) : null;
  if (blocked !== null) return blocked;
  const candidate = firstCandidate(body);
  const words = partsOf(body)
    .map(({ text }) => textOf(text))
    .filter((text) => text !== null)
    .join(' ');
  const reason = textOf(candidate?.['finishMessage']) ?? textOf(candidate?.['finishReason']);
  if (words !== '') return inOneLine(words);
  return reason === null || reason === 'STOP' ? null : inOneLine(reason);
}

function madeNothing(body: Readonly<Record<string, unknown>>): boolean {
  const usage = body['usageMetadata'];
  const made = isRecord(usage) ? usage['candidatesTokenCount'] : undefined;
  return made === undefined || made === 0;
}

function partsOf(body: Readonly<Record<string, unknown>>): readonly Readonly<Record<string, unknown>>[] {
  const content = firstCandidate(body)?.['content'];
  const parts = isRecord(content) ? content['parts'] : null;
  return Array.isArray(parts) ? parts.filter(isRecord) : [];
}

function firstCandidate(body: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> | null {
  const candidates = body['candidates'];
  return Array.isArray(candidates) ? (candidates.filter(isRecord)[0] ?? null) : null;
}
