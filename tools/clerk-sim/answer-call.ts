import { answerJson, type Exchange } from '../fal-sim/sim-exchange.ts';
import type { SimCall, SimContext } from './sim-context.ts';
import { clientJson } from './sim-shapes.ts';

/** Clerk's envelope: the answer, and the client as it is after the call. */
export async function answerCall(sim: SimContext, call: SimCall, response: unknown): Promise<void> {
  const client = await clientJson(sim, call.client);
  answerJson(call.exchange, 200, { response, client }, { authorization: call.client.token });
}

export interface SimRefusal {
  readonly code: string;
  readonly message: string;
  readonly field?: string;
}

export function refuseCall(
  exchange: Pick<Exchange, 'response'>,
  status: number,
  { code, message, field }: SimRefusal,
  headers: Readonly<Record<string, string>> = {},
): void {
  const meta = field === undefined ? {} : { meta: { param_name: field } };
  const body = { errors: [{ code, message, long_message: message, ...meta }], clerk_trace_id: 'sim' };
  answerJson(exchange, status, body, headers);
}
