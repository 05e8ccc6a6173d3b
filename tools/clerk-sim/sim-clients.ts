import { randomBytes } from 'node:crypto';
import { newSimId, type SimOAuth, type SimPerson } from './sim-people.ts';

export interface SimSession {
  readonly id: string;
  readonly clientId: string;
  readonly personId: string;
  status: 'active' | 'ended' | 'removed' | 'revoked';
  organisationId: string | null;
  readonly device: string;
  readonly createdAtMs: number;
  lastActiveAtMs: number;
  /** When it last proved who it is; what protects the account is changed only soon after. */
  verifiedAtMs: number;
  proof: { code: string | null; readonly needs: 'first' | 'second' } | null;
}

/** A code that was sent to somebody and not typed yet. */
export interface SimSentCode {
  readonly email: string;
  readonly code: string;
}

export interface SimSignIn {
  readonly id: string;
  readonly identifier: string | null;
  personId: string | null;
  status:
    | 'needs_first_factor'
    | 'needs_second_factor'
    | 'needs_client_trust'
    | 'needs_new_password'
    | 'complete'
    | 'needs_identifier';
  code: string | null;
  /** Of the code that was sent last. */
  codeStrategy: string | null;
  attempts: number;
  firstStrategy: string | null;
  firstVerified: boolean;
  secondVerified: boolean;
  oauth: SimOAuthTrip | null;
  sessionId: string | null;
}

/** Somebody on the way through the browser. The nonce goes back in the redirect and is only good with the client's token. */
export interface SimOAuthTrip {
  readonly strategy: SimOAuth;
  readonly redirectUrl: string;
  nonce: string | null;
  failure: string | null;
  /** Of somebody who agreed and has no account: Clerk calls the sign-in transferable, to a sign-up. */
  transferEmail: string | null;
}

export interface SimSignUp {
  readonly id: string;
  readonly email: string;
  readonly password: string | null;
  firstName: string;
  lastName: string;
  code: string | null;
  status: 'missing_requirements' | 'complete';
  sessionId: string | null;
  personId: string | null;
}

/** One installation: Clerk's word is client. Its token changes when a browser was part of signing in. */
export interface SimClient {
  readonly id: string;
  token: string;
  signIn: SimSignIn | null;
  signUp: SimSignUp | null;
  /** Of a browser that comes back from connecting an account. */
  nonce: string | null;
  lastActiveSessionId: string | null;
  readonly createdAtMs: number;
}

export interface SimClients {
  create(): SimClient;
  byToken(token: string): SimClient | undefined;
  byId(id: string): SimClient | undefined;
  /** Whose sign-in or sign-up this is. */
  bySignIn(id: string): SimClient | undefined;
  rotate(client: SimClient): void;
  startSession(client: SimClient, person: SimPerson, device: string): SimSession;
  session(id: string): SimSession | undefined;
  /** Active ones. */
  sessionsOf(client: SimClient): readonly SimSession[];
  sessionsOfPerson(personId: string): readonly SimSession[];
  endSession(id: string, status: SimSession['status']): void;
}

const newToken = (): string => `eyJzaW0iOiJjbGllbnQifQ.${randomBytes(48).toString('base64url')}`;

export function createSimClients(nowMs: () => number): SimClients {
  const clients = new Map<string, SimClient>();
  const sessions = new Map<string, SimSession>();
  const active = (fits: (session: SimSession) => boolean): SimSession[] =>
    [...sessions.values()].filter((session) => session.status === 'active' && fits(session));
  return {
    create() {
      const client: SimClient = {
        ...{ id: newSimId('client'), token: newToken(), signIn: null, signUp: null, nonce: null },
        ...{ lastActiveSessionId: null, createdAtMs: nowMs() },
      };
      clients.set(client.id, client);
      return client;
    },
    byId: (id) => clients.get(id),
    byToken: (token) => [...clients.values()].find((client) => client.token === token),
    bySignIn: (id) => [...clients.values()].find(({ signIn }) => signIn?.id === id),
    rotate(client) {
      client.token = newToken();
    },
    startSession(client, person, device) {
      const session: SimSession = {
        ...{ id: newSimId('sess'), clientId: client.id, personId: person.id, status: 'active' },
        ...{ organisationId: null, device, createdAtMs: nowMs(), lastActiveAtMs: nowMs() },
        ...{ verifiedAtMs: nowMs(), proof: null },
      };
      sessions.set(session.id, session);
      client.lastActiveSessionId = session.id;
      return session;
    },
    session: (id) => sessions.get(id),
    sessionsOf: (client) => active(({ clientId }) => clientId === client.id),
    sessionsOfPerson: (id) => active(({ personId }) => personId === id),
    endSession(id, status) {
      const session = sessions.get(id);
      if (session === undefined) return;
      session.status = status;
      const client = clients.get(session.clientId);
      if (client?.lastActiveSessionId === id) client.lastActiveSessionId = null;
    },
  };
}
