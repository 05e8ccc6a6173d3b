import type { SubmitContext, SubmitOutcome } from '../../core/ports/generator.ts';
import { fitPictureRequest } from '../../domain/jobs/fit-picture-request.ts';
import type { GenerationRequest, PictureRequest } from '../../domain/jobs/generation-request.ts';
import { ok, type Result } from '../../domain/kernel/result.ts';
import { meaningOfStatus, retryAfterMs } from '../../net/read-answer.ts';
import { ambiguous, notSent, refused, watchFirstByte } from '../../net/submit-outcomes.ts';
import { askGoogle, type GoogleAccess, say } from './google-access.ts';
import {
  type GoogleAnswer,
  googleWords,
  isQuotaUsedUp,
  refusalFault,
  retryDelayMs,
} from './google-faults.ts';
import { factsOfGoogleModel, findGoogleModel, type GoogleModel, googleModels } from './google-models.ts';

/** The model for a request, or why it cannot be asked. */
export function modelFor(
  request: GenerationRequest,
): Result<{ readonly model: GoogleModel; readonly request: PictureRequest }> {
  const model = findGoogleModel(request.model);
  if (model === null) {
    const known = googleModels.map(({ id }) => id).join(', ');
    const message = `Google's "${request.model}" is no model that this version knows. Nothing was sent. Use one of: ${known}.`;
    return { ok: false, fault: { code: 'provider.request-refused', message } };
  }
  const fit = fitPictureRequest('Google', factsOfGoogleModel(model), request);
  return fit.ok ? ok({ model, request: fit.value }) : fit;
}

/**
 * Sends a chargeable request once. What the answer means where it is none of a result: only a request of which no byte left, and
 * a rate, surely did not begin; a 4xx is a refusal; everything else may follow acceptance. `taken` reads a good answer.
 */
export async function sendChargeable(
  access: GoogleAccess,
  question: { readonly path: string; readonly json: unknown; readonly begun?: () => void },
  context: SubmitContext,
  taken: (answer: GoogleAnswer) => SubmitOutcome | Promise<SubmitOutcome>,
): Promise<SubmitOutcome> {
  const line = watchFirstByte(context.beforeFirstByte, question.begun);
  const asked = await askGoogle(access, {
    method: 'POST',
    path: question.path,
    json: question.json,
    answerTimeoutMs: access.timeouts.submitMs,
    signal: context.signal,
    beforeFirstByte: line.before,
  });
  if (!asked.ok) return refused(asked.fault);
  if (line.heldBack !== null) return line.heldBack;
  const answer = asked.value;
  if (answer.kind === 'not-sent') return notSent(say.notReached(answer.cause.message));
  if (answer.kind === 'broken') return ambiguous(say.broken(answer.cause.message));
  switch (meaningOfStatus(answer.status)) {
    case 'taken':
      return taken(answer);
    case 'too-many':
      if (isQuotaUsedUp(answer)) return refused(refusalFault(answer));
      return notSent(
        say.rateLimited(),
        retryAfterMs(answer.headers['retry-after'], access.clock.nowMs()) ?? retryDelayMs(answer),
      );
    case 'refused':
      return refused(refusalFault(answer));
    case 'unclear':
      return ambiguous(say.unclear(googleWords(answer)));
  }
}
