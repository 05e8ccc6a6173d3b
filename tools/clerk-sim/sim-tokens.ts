import { exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose';
import { newSimId, type SimOrganisation, type SimPerson } from './sim-people.ts';

/** What a session token says; anything may be put differently, for services that must refuse it. */
export interface TokenWishes {
  readonly person: SimPerson;
  readonly sessionId: string;
  /** When the session last proved who it is; just now without it. */
  readonly verifiedAtMs?: number;
  readonly organisation: SimOrganisation | null;
  readonly authorisedParty?: string | null;
  readonly lifetimeSeconds?: number;
  readonly issuedAtMs?: number;
  /** Claims put over the usual ones; undefined takes one away. */
  readonly claims?: Readonly<Record<string, unknown>>;
}

export interface SimTokens {
  /** A session token as Clerk's version 2 has it, signed with RS256. */
  sign(wishes: TokenWishes): Promise<string>;
  /** The JSON of `/.well-known/jwks.json`. */
  readonly jwks: { readonly keys: readonly JWK[] };
}

/** Clerk's session tokens hold for this long. */
export const tokenLifetimeSeconds = 60;

export async function createSimTokens(issuer: () => string, nowMs: () => number): Promise<SimTokens> {
  const { publicKey, privateKey } = await generateKeyPair('RS256', { extractable: true });
  const kid = newSimId('ins');
  const jwk: JWK = { ...(await exportJWK(publicKey)), use: 'sig', kid, alg: 'RS256' };
  return {
    jwks: { keys: [jwk] },
    sign({ person, sessionId, organisation, authorisedParty = null, claims = {}, ...times }) {
      const now = Math.floor((times.issuedAtMs ?? nowMs()) / 1000);
      const age = Math.floor((nowMs() - (times.verifiedAtMs ?? nowMs())) / 60_000);
      const role = organisation?.roles.get(person.id)?.replace('org:', '');
      const plan = organisation === null ? `u:${person.plan}` : `o:${organisation.plan}`;
      const all: Record<string, unknown> = {
        ...(authorisedParty === null ? {} : { azp: authorisedParty }),
        exp: now + (times.lifetimeSeconds ?? tokenLifetimeSeconds),
        fva: [age, person.totpSecret === null ? -1 : age],
        iat: now,
        iss: issuer(),
        jti: newSimId('jti'),
        nbf: now - 10,
        ...(organisation === null ? {} : { o: { id: organisation.id, slg: organisation.slug, rol: role } }),
        pla: plan,
        sid: sessionId,
        sts: 'active',
        sub: person.id,
        v: 2,
        ...claims,
      };
      const said = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
      return new SignJWT(said).setProtectedHeader({ alg: 'RS256', kid, typ: 'JWT' }).sign(privateKey);
    },
  };
}
