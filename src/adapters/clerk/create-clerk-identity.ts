import type { Identity, SignedIn } from '../../core/ports/identity.ts';
import { fail, ok, type Result } from '../../domain/kernel/result.ts';
import { reverify, sessionEnded, unreachable } from './clerk-faults.ts';
import { createFrontendApi, type FrontendParts, responseOf } from './frontend-api.ts';
import { createOrganisations } from './organisations.ts';
import { createOwnProfile } from './profile.ts';
import { createProof } from './proof.ts';
import {
  activeSessionOf,
  deviceSessionOf,
  isProofFresh,
  membershipOf,
  personOf,
  planOf,
  recordsOf,
} from './read-client.ts';
import { createSecondFactors } from './second-factors.ts';
import { createSessionTokens } from './session-tokens.ts';
import { createSignIn } from './sign-in.ts';

/** What of the session is known without asking; `undefined`: not asked yet. */
type KnownSession = { readonly id: string; readonly organisationId: string | null } | null | undefined;

/**
 * Accounts at Clerk, over its Frontend API and in this process alone: no code of Clerk's is loaded, and no token gets to a
 * window. Why not its own client: docs/adr/0015.
 */
export function createClerkIdentity(parts: FrontendParts & { readonly mostSignOutMs?: number }): Identity {
  const api = createFrontendApi(parts);
  const tokens = createSessionTokens(api, parts.nowMs);
  let session: KnownSession;

  /** The session that calls are made for, asked for where nobody did. */
  const open = async (): Promise<Result<NonNullable<KnownSession>>> => {
    if (session === undefined) {
      const found = await readClient();
      if (!found.ok) return found;
    }
    return session ? ok(session) : notSignedIn();
  };

  const readClient = async (): Promise<Result<ReturnType<typeof activeSessionOf>>> => {
    if (!(await api.isKnown())) {
      session = null;
      return ok(null);
    }
    const answer = await api.call({ method: 'GET', path: '/client' });
    const client = answer.ok ? responseOf(answer.value) : answer;
    if (!client.ok) return client;
    const active = activeSessionOf(client.value);
    const organisationId = active?.['last_active_organization_id'];
    session =
      active === null
        ? null
        : {
            id: String(active['id']),
            organisationId: typeof organisationId === 'string' ? organisationId : null,
          };
    return ok(active);
  };

  const lose = async (): Promise<void> => {
    session = null;
    tokens.forget();
    await api.forget();
  };

  const endOwnSession = async (): Promise<Result<unknown>> => {
    const opened = await open();
    if (!opened.ok) return opened;
    return api.call({ method: 'POST', path: `/client/sessions/${opened.value.id}/end` });
  };

  /** A call for the session; where that is over, everything of it is forgotten. */
  const ask = async (call: Parameters<typeof api.call>[0]): Promise<Result<unknown>> => {
    const opened = await open();
    if (!opened.ok) return opened;
    const answer = await api.call({ ...call, sessionId: opened.value.id });
    if (!answer.ok && answer.fault.code === sessionEnded().code) await lose();
    return answer;
  };

  const done = (answer: Result<unknown>): Result<void> => (answer.ok ? ok(undefined) : answer);

  const signIn = createSignIn(api, () => {
    session = undefined;
    tokens.forget();
  });

  return {
    ...signIn,
    ...createOrganisations(ask),
    ...createOwnProfile(ask),
    ...createSecondFactors(ask),
    ...createProof(async (verb, form) => {
      const opened = await open();
      if (!opened.ok) return opened;
      return ask({ method: 'POST', path: `/client/sessions/${opened.value.id}${verb}`, form });
    }, tokens.forget),
    async requireProof() {
      const opened = await open();
      if (!opened.ok) return opened;
      const token = await tokens.of(opened.value.id, opened.value.organisationId, true);
      if (!token.ok) return token;
      return isProofFresh(token.value) ? ok(undefined) : { ok: false, fault: reverify() };
    },
    async deleteAccount() {
      const answer = await ask({ method: 'DELETE', path: '/me' });
      if (answer.ok) await lose();
      return done(answer);
    },
    async current() {
      const active = await readClient();
      if (!active.ok) {
        if (active.fault.code === sessionEnded().code) await lose();
        return active;
      }
      return active.value !== null && session ? describe(active.value, session) : ok(null);
    },
    async signOut() {
      const answer = await within(parts.mostSignOutMs ?? 5_000, endOwnSession());
      await lose();
      return done(answer);
    },
    async token(renew) {
      const opened = await open();
      if (!opened.ok) return opened.fault.code === 'account.signed-out' ? ok(null) : opened;
      const { id, organisationId } = opened.value;
      const token = await tokens.of(id, organisationId, renew);
      if (!token.ok && token.fault.code === sessionEnded().code) await lose();
      return token;
    },
    async sessions() {
      const answer = await ask({ method: 'GET', path: '/me/sessions/active' });
      if (!answer.ok) return answer;
      const own = session?.id ?? '';
      return ok(recordsOf(answer.value).map((found) => deviceSessionOf(found, own)));
    },
    endSession: async (id) =>
      done(await ask({ method: 'POST', path: `/me/sessions/${encodeURIComponent(id)}/revoke` })),
    rename: async ({ firstName, lastName }) =>
      done(
        await ask({
          method: 'PATCH',
          path: '/me',
          form: { first_name: firstName, last_name: lastName },
        }),
      ),
    async chooseOrganisation(id) {
      const opened = await open();
      if (!opened.ok) return opened;
      const answer = await ask({
        method: 'POST',
        path: `/client/sessions/${opened.value.id}/touch`,
        form: { active_organization_id: id ?? '', intent: 'select_org' },
      });
      if (!answer.ok) return answer;
      session = { ...opened.value, organisationId: id };
      tokens.forget();
      return ok(undefined);
    },
  };

  async function describe(
    active: NonNullable<ReturnType<typeof activeSessionOf>>,
    { id, organisationId }: NonNullable<KnownSession>,
  ): Promise<Result<SignedIn | null>> {
    const [memberships, token] = [
      await ask({
        method: 'GET',
        path: '/me/organization_memberships',
        search: { paginated: 'true', limit: '100', offset: '0' },
      }),
      await tokens.of(id, organisationId, false),
    ];
    if (!memberships.ok) return memberships;
    const page = responseOf(memberships.value);
    if (!page.ok) return page;
    const user = active['user'];
    return ok({
      person: personOf(typeof user === 'object' && user !== null ? { ...user } : {}),
      sessionId: id,
      organisationId,
      organisations: recordsOf(page.value['data']).map(membershipOf),
      plan: token.ok ? planOf(token.value) : 'free',
    });
  }
}

/** Whoever signs out does not wait for a service that hangs. */
async function within(mostMs: number, answer: Promise<Result<unknown>>): Promise<Result<unknown>> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Result<never>>((resolve) => {
    timer = setTimeout(() => resolve({ ok: false, fault: unreachable() }), mostMs);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}

const notSignedIn = () => fail('account.signed-out', 'Nobody is signed in. Sign in first.');
