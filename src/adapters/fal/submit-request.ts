import type { SubmitContext, SubmitOutcome } from '../../core/ports/generator.ts';
import type { GenerationRequest } from '../../domain/jobs/generation-request.ts';
import type { ProviderHandle } from '../../domain/jobs/job.ts';
import type { SingleShotOutcome } from '../../net/send-once.ts';
import { watchFirstByte } from '../../net/submit-outcomes.ts';
import { type CarriedFiles, carryFiles } from './carry-files.ts';
import type { FalCatalogue } from './catalogue.ts';
import { askFal, type FalClient } from './fal-client.ts';
import { falFault, falWords, jsonOf, refusalFault, retryAfterMs } from './fal-faults.ts';
import type { FalInput } from './models/fal-model.ts';
import { tooMany } from './upload-file.ts';

/** What is done before and after a submit in one instance. */
export interface FalSubmits {
  readonly catalogue: FalCatalogue;
  readonly carried: CarriedFiles;
  /** Ids that this instance was given: a look-up of another request must not find them. */
  readonly accepted: Set<string>;
}

/** Uploads the files that go with the request, then sends it once. */
export async function submitRequest(
  client: FalClient,
  { catalogue, carried, accepted }: FalSubmits,
  request: GenerationRequest,
  context: SubmitContext,
): Promise<SubmitOutcome> {
  const planned = await catalogue.plan(request, context.signal);
  if (planned.kind === 'refused') return planned;
  if (planned.kind === 'later') return { ...planned, kind: 'not-sent' };
  const plan = planned.value;
  const files = await carryFiles(client, carried, plan.files, context);
  if (files.kind !== 'carried') return files;
  const input = plan.input((assetId) => files.addresses.get(assetId) ?? '');
  const outcome = await sendSubmit(client, plan.endpoint, input, context);
  if (outcome.kind === 'accepted') accepted.add(outcome.handle.requestId);
  return outcome;
}

async function sendSubmit(
  client: FalClient,
  endpoint: string,
  input: FalInput,
  { beforeFirstByte, signal }: SubmitContext,
): Promise<SubmitOutcome> {
  const line = watchFirstByte(beforeFirstByte);
  const asked = await askFal(client, {
    method: 'POST',
    address: `https://queue.fal.run/${endpoint}`,
    json: input,
    answerTimeoutMs: client.timeouts.submitMs,
    signal,
    beforeFirstByte: line.before,
  });
  if (!asked.ok) return { kind: 'refused', fault: asked.fault };
  if (line.heldBack !== null) return line.heldBack;
  return classifySubmit(asked.value, client.clock.nowMs());
}

/**
 * What an answer to a submit means. Only a request of which no byte left, and a 429, surely did not begin; a 4xx is a
 * refusal; everything else after the first byte (5xx, redirects, HTML, cut-off JSON, silence) may follow acceptance.
 */
export function classifySubmit(outcome: SingleShotOutcome, nowMs: number): SubmitOutcome {
  if (outcome.kind === 'not-sent') {
    return {
      kind: 'not-sent',
      fault: falFault(
        'provider.unreachable',
        `Fal could not be reached: ${outcome.cause.message}. Nothing was sent; it is tried again.`,
      ),
      retryAfterMs: null,
    };
  }
  if (outcome.kind === 'broken')
    return ambiguous(`The line to Fal broke after the request was sent: ${outcome.cause.message}.`);
  const { status } = outcome;
  if (status === 429) {
    return { kind: 'not-sent', fault: tooMany(), retryAfterMs: retryAfterMs(outcome.headers, nowMs) };
  }
  // A time-out (408), "too early" (425) and "client closed" (499) say nothing about whether the work was begun.
  if (status >= 400 && status < 500 && ![408, 425, 499].includes(status)) {
    return { kind: 'refused', fault: refusalFault(outcome, 'the request') };
  }
  if (status < 200 || status >= 300) return ambiguous(`Fal answered the submit with ${falWords(outcome)}.`);
  const handle = handleOf(outcome);
  return handle === null
    ? ambiguous('Fal took the request, but its answer names no request id.')
    : { kind: 'accepted', handle };
}

function ambiguous(message: string): SubmitOutcome {
  return { kind: 'ambiguous', fault: falFault('provider.answer-unreadable', message) };
}

function handleOf(answer: Extract<SingleShotOutcome, { kind: 'answer' }>): ProviderHandle | null {
  const body = jsonOf(answer);
  const requestId = body?.['request_id'];
  if (typeof requestId !== 'string' || requestId === '' || requestId.length > 200) return null;
  const address = (name: string): string | null => {
    const value = body?.[name];
    return typeof value === 'string' ? value : null;
  };
  return {
    requestId,
    statusUrl: address('status_url'),
    responseUrl: address('response_url'),
    cancelUrl: address('cancel_url'),
  };
}
