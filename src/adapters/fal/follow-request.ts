import type { CancelOutcome, PollOutcome } from '../../core/ports/generator.ts';
import type { ProviderHandle } from '../../domain/jobs/job.ts';
import type { Fault } from '../../domain/kernel/result.ts';
import { askFal, type FalClient, isKeyFault } from './fal-client.ts';
import {
  type FalAnswer,
  falErrorTypes,
  falFault,
  falWords,
  jsonOf,
  refusalFault,
  retryAfterMs,
  troubleFault,
  unreadableFault,
} from './fal-faults.ts';

/** The platform's own troubles; a request that ends in one of them is not billed. */
const unbilledErrors: readonly string[] = [
  'request_timeout',
  'startup_timeout',
  'runner_scheduling_failure',
  'runner_connection_timeout',
  'runner_disconnected',
  'runner_connection_refused',
  'runner_connection_error',
  'runner_incomplete_response',
  'runner_server_error',
  'client_disconnected',
  'client_cancelled',
  'internal_error',
];

export function noAddressFault(): Fault {
  return falFault('provider.result-gone', 'The request has no address at Fal. Look for it on fal.ai.');
}

/** Asks for the state of a request at the address that its submit gave. */
export async function pollRequest(
  client: FalClient,
  handle: ProviderHandle,
  signal: AbortSignal,
): Promise<PollOutcome> {
  if (handle.statusUrl === null) return { kind: 'gone', fault: noAddressFault() };
  const asked = await askFal(client, { method: 'GET', address: handle.statusUrl, signal });
  // Without a key the request is as it was, and is asked after again once there is one.
  if (!asked.ok)
    return isKeyFault(asked.fault) ? unreachable(asked.fault) : { kind: 'gone', fault: asked.fault };
  if (asked.value.kind !== 'answer') return unreachable(troubleFault(asked.value.cause.message));
  const answer = asked.value;
  if (answer.status === 404 || answer.status === 410) {
    return {
      kind: 'gone',
      fault: falFault(
        'provider.result-gone',
        `Fal does not know the request any more (${falWords(answer)}).`,
      ),
    };
  }
  // Whatever keeps the answer back now (a changed key, a pause, a server in trouble), the request goes on.
  if (answer.status >= 400) return later(client, answer, 'the status');
  const body = jsonOf(answer);
  switch (body?.['status']) {
    case 'IN_QUEUE': {
      const position = body['queue_position'];
      return { kind: 'waiting', position: typeof position === 'number' ? position : null };
    }
    case 'IN_PROGRESS':
      return { kind: 'running', progress: null };
    case 'COMPLETED': {
      const types = falErrorTypes(body);
      if (!types.some((type) => unbilledErrors.includes(type))) return { kind: 'ready' };
      // Other errors are read with the result: there stand Fal's own words and whether it was billed.
      return { kind: 'failed', fault: generationFault(falWords(answer)), billed: 'no' };
    }
    default:
      return unreachable(unreadableFault('the status'));
  }
}

/** Takes a request back. One that runs already is only asked to stop. */
export async function cancelRequest(client: FalClient, handle: ProviderHandle): Promise<CancelOutcome> {
  if (handle.cancelUrl === null) return { kind: 'too-late' };
  const asked = await askFal(client, { method: 'PUT', address: handle.cancelUrl });
  if (!asked.ok) {
    return isKeyFault(asked.fault) ? { kind: 'unreachable', fault: asked.fault } : { kind: 'too-late' };
  }
  if (asked.value.kind !== 'answer')
    return { kind: 'unreachable', fault: troubleFault(asked.value.cause.message) };
  const answer = asked.value;
  switch (jsonOf(answer)?.['status']) {
    case 'OK':
      return { kind: 'cancelled' };
    case 'CANCELLATION_REQUESTED':
      return { kind: 'requested' };
    case 'ALREADY_COMPLETED':
    case 'NOT_FOUND':
      return { kind: 'too-late' };
    default:
      if (answer.status === 404) return { kind: 'too-late' };
      return { kind: 'unreachable', fault: unreadableFault('the cancel') };
  }
}

export function generationFault(words: string): Fault {
  return falFault(
    'provider.generation-failed',
    `Fal could not make it: ${words}. Change the shot or the model, or retry it.`,
  );
}

export function later(
  client: FalClient,
  answer: FalAnswer,
  what: string,
): { kind: 'unreachable'; fault: Fault; retryAfterMs: number | null } {
  const fault =
    answer.status < 500 && answer.status !== 429
      ? refusalFault(answer, what)
      : troubleFault(falWords(answer));
  return unreachable(fault, retryAfterMs(answer.headers, client.clock.nowMs()));
}

export function unreachable(
  fault: Fault,
  afterMs: number | null = null,
): { kind: 'unreachable'; fault: Fault; retryAfterMs: number | null } {
  return { kind: 'unreachable', fault, retryAfterMs: afterMs };
}

/** Whether a stored error is one that Fal does not bill. */
export function isUnbilled(answer: FalAnswer): boolean {
  return answer.status >= 500 || falErrorTypes(jsonOf(answer)).some((type) => unbilledErrors.includes(type));
}
