import { answerJson, type Exchange } from '../fal-sim/sim-exchange.ts';
import type { wireFaults } from '../sim-parts/answer-fault.ts';
import type { FaultList } from '../sim-parts/fault-list.ts';

/** What is refused at once; nothing is made and nothing charged. */
export const simRefusals = [
  'bad-input',
  'bad-key',
  'rate',
  'day-quota',
  'no-billing',
  'no-model',
  'flagged',
] as const;
const results = [
  'blocked',
  'held-back',
  'held-back-after',
  'no-image',
  'not-a-picture',
  'no-name',
  'clip-error',
  'clip-held-back',
  'clip-empty',
  'foreign-address',
  'redirected',
  'expired',
  'status-down',
  'endless',
] as const;
export type GoogleSimFault =
  | (typeof simRefusals)[number]
  | (typeof results)[number]
  | (typeof wireFaults)['before' | 'after'][number];

export interface GoogleSimCharge {
  readonly model: string;
  readonly costUsdMicros: number;
}

export interface SimOperation {
  readonly name: string;
  readonly model: string;
  readonly prompt: string;
  readonly seconds: number;
  readonly costUsdMicros: number;
  reads: number;
}

export interface GoogleSimState {
  readonly key: string | null;
  readonly faults: FaultList<GoogleSimFault>;
  readonly submits: { readonly model: string; readonly body: Readonly<Record<string, unknown>> }[];
  readonly charges: GoogleSimCharge[];
  readonly operations: Map<string, SimOperation>;
  /** Downloads that came without the key where it belongs, or with it where it does not. */
  wrongKeys: number;
}

/** Google's form of an error. */
export function refuse(
  exchange: Exchange,
  code: number,
  message: string,
  status: string,
  details: readonly unknown[] = [],
): void {
  const reason = status === 'API_KEY_INVALID' ? [{ reason: status }] : details;
  answerJson(exchange, code, {
    error: {
      code,
      message,
      status: status === 'API_KEY_INVALID' ? 'INVALID_ARGUMENT' : status,
      details: reason,
    },
  });
}
