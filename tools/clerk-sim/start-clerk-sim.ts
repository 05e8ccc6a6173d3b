import { answerHtml, answerJson, type Exchange, readBody, reset } from '../fal-sim/sim-exchange.ts';
import { createFaultList, type FaultRule } from '../sim-parts/fault-list.ts';
import { serveSim } from '../sim-parts/serve-sim.ts';
import { refuseCall, type SimRefusal } from './answer-call.ts';
import { controlRoute } from './control-routes.ts';
import { answerAuthorise, authorisePage } from './oauth-pages.ts';
import { routeCall, type SimForm } from './route-call.ts';
import { createSimClients, type SimSentCode, type SimSession } from './sim-clients.ts';
import { type ClerkFault, clerkFaultNames, type SimContext } from './sim-context.ts';
import { createSimPeople, newSimId, type SimPeople, type SimPerson } from './sim-people.ts';
import { createSimTokens, type TokenWishes } from './sim-tokens.ts';
import { totpCode } from './totp.ts';

export interface ClerkSimOptions {
  /** 0 for any free port. */
  readonly port?: number;
  readonly nowMs?: () => number;
  /** The codes that are sent, in order; after them (and without them) always 424242, as in Clerk's test mode. */
  readonly codes?: readonly string[];
  /** False: the instance lists `reelwright://` alone as an address to come back to. */
  readonly allowsLoopback?: boolean;
  /** How long a call takes while `slow` strikes. */
  readonly slowMs?: number;
}

export interface ClerkSim {
  /** Also the issuer of its tokens; `/.well-known/jwks.json` is there. */
  readonly origin: URL;
  /** Names this stand-in as its Frontend API. */
  readonly publishableKey: string;
  readonly people: SimPeople;
  readonly sentCodes: readonly SimSentCode[];
  /** What an authenticator of this person shows now. */
  readonly totpCode: (personId: string) => string;
  /**
   * A session token without the way through sign-in, for tests of services: `claims` and times may be whatever must be
   * refused. Its session exists, and ends with `revokeSessions`.
   */
  readonly issueToken: (personId: string, wishes?: IssueWishes) => Promise<string>;
  readonly sessionsOf: (personId: string) => readonly SimSession[];
  /** Ends every session of a person, as another device or an administrator would. */
  readonly revokeSessions: (personId: string) => void;
  /** Lets so much time go by since the sessions of a person proved who they are. */
  readonly ageProofs: (personId: string, byMs: number) => void;
  readonly setFaults: (rules: readonly FaultRule<ClerkFault>[]) => void;
  readonly close: () => Promise<void>;
}

export interface IssueWishes extends Partial<Omit<TokenWishes, 'person' | 'organisation' | 'sessionId'>> {
  readonly organisationId?: string | null;
}

const testCode = '424242';

async function readForm(request: Exchange['request']): Promise<SimForm> {
  const body = await readBody(request);
  const type = request.headers['content-type'] ?? '';
  if (!type.startsWith('multipart/')) return { form: new URLSearchParams(body.toString('utf8')), file: null };
  const fields = await new Response(Uint8Array.from(body), { headers: { 'content-type': type } }).formData();
  const file = fields.get('file');
  return { form: new URLSearchParams(), file: file instanceof File ? file : null };
}

function answerPicture(exchange: Exchange, picture: SimPerson['picture']): void {
  if (picture === null) {
    answerJson(exchange, 404, { detail: 'No such picture' });
    return;
  }
  exchange.response.writeHead(200, { 'content-type': picture.type });
  exchange.response.end(picture.bytes);
}

/** Refusals of which nothing else has to be known. */
const refusals: Partial<Record<ClerkFault, SimRefusal & { readonly status: number }>> = {
  'signed-out': { status: 401, code: 'authentication_invalid', message: 'You are signed out.' },
  captcha: { status: 400, code: 'captcha_missing_token', message: 'The CAPTCHA token is missing.' },
  locked: { status: 403, code: 'user_locked', message: 'Your account is locked.' },
  expired: { status: 400, code: 'verification_expired', message: 'This verification has expired.' },
};

/** A local server that speaks Clerk's Frontend API for native applications. Nothing of it leaves this computer. */
export async function startClerkSim(options: ClerkSimOptions = {}): Promise<ClerkSim> {
  const nowMs = options.nowMs ?? Date.now;
  const codes = [...(options.codes ?? [])];
  const sentCodes: SimSentCode[] = [];
  let origin = '';
  const tokens = await createSimTokens(() => origin, nowMs);
  const people = createSimPeople(nowMs);
  const clients = createSimClients(nowMs);
  const faults = createFaultList<ClerkFault>();
  const sim: SimContext = {
    ...{ origin: () => origin, nowMs, people, clients, faults, sentCodes },
    allowsLoopback: options.allowsLoopback !== false,
    sendCode(email) {
      const code = codes.shift() ?? testCode;
      sentCodes.push({ email, code });
      return code;
    },
    async tokenOf(session) {
      const person = people.byId(session.personId);
      if (person === undefined) return '';
      const organisation = people.organisation(session.organisationId ?? '') ?? null;
      const { id: sessionId, verifiedAtMs } = session;
      return tokens.sign({ person, sessionId, verifiedAtMs, organisation });
    },
  };

  const route = async (exchange: Exchange): Promise<void> => {
    const { request, url } = exchange;
    const { pathname } = url;
    const struck = faults.strike(clerkFaultNames, `${request.method} ${pathname}`);
    if (struck?.fault === 'offline') return reset(exchange);
    if (struck?.fault === 'html') return answerHtml(exchange, 200, 'Sign in to the hotel network');
    if (struck?.fault === 'rate-limited') {
      const wait = { 'retry-after': String(struck.retryAfterSeconds ?? 1) };
      return refuseCall(exchange, 429, { code: 'too_many_requests', message: 'Too many requests.' }, wait);
    }
    if (struck?.fault === 'server-error') {
      return refuseCall(exchange, 500, { code: 'internal_clerk_error', message: 'Oops, it broke.' });
    }
    const refusal = struck === null ? undefined : refusals[struck.fault];
    if (refusal !== undefined) return refuseCall(exchange, refusal.status, refusal);
    if (struck?.fault === 'slow') await new Promise((done) => setTimeout(done, options.slowMs ?? 2_000));
    if (pathname === '/.well-known/jwks.json') return answerJson(exchange, 200, tokens.jwks);
    if (pathname === '/sim/authorise') {
      return request.method === 'POST' ? answerAuthorise(sim, exchange) : authorisePage(sim, exchange);
    }
    if (pathname.startsWith('/__sim/')) return controlRoute(sim, exchange, pathname.slice('/__sim/'.length));
    const picture = /^\/sim\/pictures\/(\w+)$/.exec(pathname)?.[1];
    if (picture !== undefined) return answerPicture(exchange, people.byId(picture)?.picture ?? null);
    return routeCall(sim, exchange, await readForm(request));
  };

  const served = await serveSim(options.port ?? 0, route);
  origin = served.origin.origin;
  return {
    origin: served.origin,
    publishableKey: `pk_test_${Buffer.from(`${served.origin.host}$`).toString('base64')}`,
    people,
    sentCodes,
    totpCode: (personId) => totpCode(people.byId(personId)?.totpSecret ?? '', nowMs()),
    async issueToken(personId, { organisationId = null, ...wishes } = {}) {
      const person = people.byId(personId);
      if (person === undefined) throw new Error(`nobody has the id ${personId}`);
      const session = clients.startSession(clients.create(), person, newSimId('device'));
      const organisation = people.organisation(organisationId ?? '') ?? null;
      return tokens.sign({ person, sessionId: session.id, organisation, ...wishes });
    },
    sessionsOf: clients.sessionsOfPerson,
    revokeSessions(personId) {
      for (const { id } of clients.sessionsOfPerson(personId)) clients.endSession(id, 'revoked');
    },
    ageProofs(personId, byMs) {
      for (const session of clients.sessionsOfPerson(personId)) session.verifiedAtMs -= byMs;
    },
    setFaults: faults.set,
    close: served.close,
  };
}
