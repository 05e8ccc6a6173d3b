import type { LookUpOutcome } from '../../core/ports/generator.ts';
import type { GenerationRequest } from '../../domain/jobs/generation-request.ts';
import { canonicalJson, type JsonValue } from '../../domain/kernel/patch.ts';
import { isRecord } from '../../net/read-answer.ts';
import { askPages } from './ask-platform.ts';
import type { FalClient } from './fal-client.ts';
import { falFault } from './fal-faults.ts';
import { handleAt } from './handle-at.ts';
import type { FalPlan } from './models/fal-model.ts';
import type { FalSubmits } from './submit-request.ts';

interface LostRequest {
  readonly sentAtMs: number;
  readonly isTaken?: (requestId: string) => boolean;
  readonly signal: AbortSignal;
}

type Row = Readonly<Record<string, unknown>>;

/** How far the clocks may be apart, and how long a request may have been on its way. */
const beforeMs = 5 * 60_000;
const afterMs = 15 * 60_000;

/**
 * Looks for a request whose answer was lost in Fal's list of the endpoint's requests, by its whole input: the seed makes it
 * unique where the model takes one. That it is not in the list proves nothing: the list has what has ended.
 */
export async function lookUpRequest(
  client: FalClient,
  { catalogue, accepted }: Pick<FalSubmits, 'catalogue' | 'accepted'>,
  request: GenerationRequest,
  { sentAtMs, isTaken = () => false, signal }: LostRequest,
): Promise<LookUpOutcome> {
  const planned = await catalogue.plan(request, signal);
  if (planned.kind === 'refused') return { kind: 'not-found', fault: planned.fault };
  if (planned.kind === 'later') return { ...planned, kind: 'unreachable' };
  const plan = planned.value;
  const found = await askPages(
    client,
    'models/requests/by-endpoint',
    {
      endpoint_id: plan.endpoint,
      expand: 'payloads',
      // No end: the list may go by the time at which a request ended, and some run long.
      start: new Date(sentAtMs - beforeMs).toISOString(),
    },
    'items',
    signal,
  );
  if (found.kind === 'later') return { ...found, kind: 'unreachable' };
  if (found.kind === 'refused') {
    if (found.fault.code === 'provider.key-missing') {
      return { kind: 'unreachable', fault: found.fault, retryAfterMs: null };
    }
    if (found.fault.code !== 'provider.key-refused') return { kind: 'not-found', fault: found.fault };
    return unclear('this key may not read the list of requests');
  }
  const rows = found.value.rows.filter((row) => isInTime(row, sentAtMs));
  const same = rows.filter(
    (row) =>
      isSameInput(plan, row['json_input']) &&
      !accepted.has(String(row['request_id'])) &&
      !isTaken(String(row['request_id'])),
  );
  const [only, ...others] = same;
  if (only !== undefined && others.length === 0 && found.value.isWhole) {
    return { kind: 'found', handle: handleAt(plan.endpoint, String(only['request_id'])) };
  }
  if (same.length > 1) return unclear('several requests in the list look the same');
  if (rows.some((row) => !isRecord(row['json_input']))) {
    return unclear('the list of requests does not say what was asked for');
  }
  return unclear('it is not in the list of requests that have ended');
}

/** Whether a row of the list is of about the time at which the request was sent, as far as it says. */
function isInTime({ request_id: id, sent_at: sentAt }: Row, sentAtMs: number): boolean {
  if (typeof id !== 'string' || id === '') return false;
  const atMs = typeof sentAt === 'string' ? Date.parse(sentAt) : Number.NaN;
  return Number.isNaN(atMs) || (atMs >= sentAtMs - beforeMs && atMs <= sentAtMs + afterMs);
}

function unclear(why: string): LookUpOutcome {
  const fault = falFault(
    'provider.answer-unreadable',
    `Fal does not tell whether the request was begun: ${why}. Nothing was sent again. Look at your requests on fal.ai before you do.`,
  );
  return { kind: 'not-found', fault };
}

/**
 * Whether an input is the plan's. Fal may have put defaults beside what was sent; a file's address was another one if it
 * was carried up again since.
 */
function isSameInput(plan: FalPlan, listed: unknown): boolean {
  if (!isRecord(listed)) return false;
  const marked = plan.input(() => fileMark);
  return Object.entries(marked).every(([name, value]) => {
    const there = listed[name];
    if (!JSON.stringify(value).includes(fileMark)) return isSame(value, there);
    return Array.isArray(value)
      ? Array.isArray(there) && there.length === value.length
      : typeof there === 'string';
  });
}

const fileMark = 'file-of-the-library';

function isSame(a: unknown, b: unknown): boolean {
  return b !== undefined && canonicalJson(a as JsonValue) === canonicalJson(b as JsonValue);
}
