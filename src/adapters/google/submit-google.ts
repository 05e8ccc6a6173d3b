import type { SubmitContext, SubmitOutcome } from '../../core/ports/generator.ts';
import { type AskedModel, findAskedModel } from '../../domain/jobs/find-asked-model.ts';
import type { GenerationRequest } from '../../domain/jobs/generation-request.ts';
import type { Result } from '../../domain/kernel/result.ts';
import { type AnswerReading, sendChargeable, waitByHeader } from '../../net/send-chargeable.ts';
import { askGoogle, type GoogleAccess, say } from './google-access.ts';
import {
  type GoogleAnswer,
  googleWords,
  isQuotaUsedUp,
  refusalFault,
  retryDelayMs,
} from './google-faults.ts';
import { factsOfGoogleModel, type GoogleModel, googleModels } from './google-models.ts';

/** The model for a request, or why it cannot be asked. */
export function modelFor(asked: GenerationRequest): Result<AskedModel<GoogleModel>> {
  return findAskedModel('Google', googleModels, factsOfGoogleModel, asked);
}

const reading: AnswerReading<GoogleAnswer> = {
  say,
  wordsOf: googleWords,
  refusalOf: refusalFault,
  isUsedUp: isQuotaUsedUp,
  waitMsOf: (answer, nowMs) => waitByHeader(answer, nowMs) ?? retryDelayMs(answer),
};

/** Sends a chargeable request to Google once; `taken` reads a good answer. */
export function submitToGoogle(
  access: GoogleAccess,
  question: { readonly path: string; readonly json: unknown; readonly begun?: () => void },
  { beforeFirstByte, signal }: SubmitContext,
  taken: (answer: GoogleAnswer) => SubmitOutcome | Promise<SubmitOutcome>,
): Promise<SubmitOutcome> {
  const { path, json, begun } = question;
  return sendChargeable(
    {
      ask: (line) =>
        askGoogle(access, { method: 'POST', path, json, answerTimeoutMs: access.timeouts.submitMs, ...line }),
      beforeFirstByte,
      signal,
      nowMs: () => access.clock.nowMs(),
      ...(begun === undefined ? {} : { begun }),
    },
    reading,
    taken,
  );
}
