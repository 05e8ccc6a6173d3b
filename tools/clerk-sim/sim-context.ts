import type { Exchange } from '../fal-sim/sim-exchange.ts';
import type { FaultList } from '../sim-parts/fault-list.ts';
import type { SimClient, SimClients, SimSentCode, SimSession } from './sim-clients.ts';
import type { SimPeople } from './sim-people.ts';

/** What can go wrong at Clerk, or on the way to it. `match` is looked for in `METHOD /path`. */
export const clerkFaultNames = [
  'offline',
  'rate-limited',
  'server-error',
  'signed-out',
  'slow',
  'html',
  'captcha',
  'locked',
  'expired',
] as const;
export type ClerkFault = (typeof clerkFaultNames)[number];

/** Everything that the stand-in knows. */
export interface SimContext {
  readonly origin: () => string;
  readonly nowMs: () => number;
  readonly people: SimPeople;
  readonly clients: SimClients;
  readonly faults: FaultList<ClerkFault>;
  /** Whether browsers may come back to 127.0.0.1, as an instance lists it, or to the studio's own scheme alone. */
  readonly allowsLoopback: boolean;
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
  /** Of a form with a file in it. */
  readonly file: File | null;
  readonly client: SimClient;
  /** The one named by `_clerk_session_id`, where it is an active one of this client. */
  readonly session: SimSession | null;
}
