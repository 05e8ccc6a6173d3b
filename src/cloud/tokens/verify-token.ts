import { errors, jwtVerify } from 'jose';
import { z } from 'zod';
import type { Claims } from '../../adapters/neon/claims.ts';
import { fail, ok, type Result } from '../../domain/kernel/result.ts';
import { type Plan, planOf } from '../plans.ts';
import { type IssuerKeys, KeysAsleepError } from './issuer-keys.ts';

/** Somebody whose token was verified. */
export interface Caller {
  readonly claims: Claims;
  readonly plan: Plan;
  readonly expiresAtMs: number;
}

export type VerifyToken = (authorization: string | undefined) => Promise<Result<Caller>>;

export interface VerifyTokenOptions {
  readonly issuer: string;
  readonly keys: Pick<IssuerKeys, 'find'>;
  readonly authorisedParties: readonly string[];
  readonly now: () => number;
}

/** What clocks of two computers may differ by. */
const skewS = 5;

/** A session token of Clerk, version 2: https://clerk.com/docs/guides/sessions/session-tokens; version 1 named its organisation in other claims. */
const SessionToken = z.object({
  sub: z.string().min(1).max(200),
  sid: z.string().min(1).max(200),
  exp: z.number(),
  azp: z.string().optional(),
  aud: z.unknown().optional(),
  sts: z.string().optional(),
  pla: z.string().optional(),
  o: z.object({ id: z.string().min(1).max(200), rol: z.string() }).optional(),
  org_id: z.string().optional(),
  org_role: z.string().optional(),
});

/**
 * Verifies session tokens with the issuer's published keys. RS256 only: a token cannot choose how it is checked. Faults:
 * `sync.signed-out`; `sync.identity-asleep` (`retryAfterMs`) where the keys cannot be had.
 */
export function createTokenVerifier({
  issuer,
  keys,
  authorisedParties,
  now,
}: VerifyTokenOptions): VerifyToken {
  return async (authorization) => {
    const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(authorization ?? '')?.[1];
    if (token === undefined) return signedOut();
    try {
      const { payload } = await jwtVerify(token, keys.find, {
        issuer,
        algorithms: ['RS256'],
        clockTolerance: skewS,
        currentDate: new Date(now()),
        requiredClaims: ['sub', 'sid', 'exp', 'nbf', 'iat'],
      });
      const read = SessionToken.safeParse(payload);
      return read.success ? callerOf(read.data, authorisedParties) : signedOut();
    } catch (thrown) {
      if (thrown instanceof KeysAsleepError) return asleep(thrown);
      if (thrown instanceof errors.JOSEError) return signedOut();
      throw thrown;
    }
  };
}

function callerOf(token: z.infer<typeof SessionToken>, authorisedParties: readonly string[]): Result<Caller> {
  // A session token has no audience; one that has was made for somebody else.
  if (token.aud !== undefined) return signedOut();
  if (token.azp !== undefined && !authorisedParties.includes(token.azp)) return signedOut();
  // The session waits for something, such as a second factor.
  if (token.sts !== undefined && token.sts !== 'active') return signedOut();
  const id = token.o?.id ?? token.org_id;
  const role = token.o?.rol ?? token.org_role ?? '';
  const organisation = id === undefined ? null : { id, role: roleOf(role) };
  return ok({
    claims: { userId: token.sub, sessionId: token.sid, organisation },
    plan: planOf(token.pla),
    expiresAtMs: token.exp * 1_000,
  });
}

/** Clerk's roles are `org:admin` and `org:member`, and those that an organisation's settings add; an unknown one may look only. */
function roleOf(role: string): NonNullable<Claims['organisation']>['role'] {
  switch (role.replace(/^org:/, '')) {
    case 'admin':
    case 'owner':
      return 'owner';
    case 'member':
    case 'editor':
      return 'editor';
    default:
      return 'viewer';
  }
}

function asleep({ reason, retryAfterMs }: KeysAsleepError): Result<never> {
  return fail(
    'sync.identity-asleep',
    'The service cannot check at the moment who asks, because the account service does not answer it. Nothing was changed. Try again soon.',
    { retryAfterMs, reason },
  );
}

function signedOut(): Result<never> {
  return fail('sync.signed-out', 'The service does not know who asks. Sign in again to go on.');
}
