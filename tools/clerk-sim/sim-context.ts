import type { Exchange } from '../fal-sim/sim-exchange.ts';
import { answerJson } from '../fal-sim/sim-exchange.ts';
import type { FaultList } from '../sim-parts/fault-list.ts';
import type { SimClient, SimClients, SimSentCode, SimSession } from './sim-clients.ts';
import type { SimPeople } from './sim-people.ts';
import { clientJson } from './sim-shapes.ts';

/** What can go wrong at Clerk, or on the way to it. `match` is looked for in `METHOD /path`. */
export const clerkFaultNames = [
  'offline',
  'rate-limited',
  'server-error',
  'signed-out',
  'slow',
  'html',
] as const;
export type ClerkFault = (typeof clerkFaultNames)[number];

/** Everything that the stand-in knows. */
export interface SimContext {
  readonly origin: () => string;
  readonly nowMs: () => number;
  readonly people: SimPeople;
  readonly clients: SimClients;
  readonly faults: FaultList<ClerkFault>;
  /** The code that goes out next, and a note of it. */
  readonly sendCode: (email: string) => string;
  readonly sentCodes: SimSentCode[];
  /** A fresh session token. */
  readonly tokenOf: (session: SimSession) => Promise<string>;
}

/** One call on its way: its form, whose installation it comes from, and the session it is made for. */
export interface SimCall {
  readonly exchange: Exchange;
  readonly method: string;
  readonly path: string;
  readonly form: URLSearchParams;
  readonly client: SimClient;
  /** The one named by `_clerk_session_id`, where it is an active one of this client. */
  readonly session: SimSession | null;
}

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
