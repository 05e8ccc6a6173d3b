import type { Result } from '../../domain/kernel/result.ts';
import type { Caller, VerifyToken } from './verify-token.ts';

/**
 * A token that was verified is good until it expires; a device sends the same one for a minute. Checking its signature again and
 * again would be a fifth of the work of a push. Whether its session was ended is asked of the database at every call all the same.
 */
export function rememberCallers(verify: VerifyToken, now: () => number, most = 20_000): VerifyToken {
  const known = new Map<string, Caller>();
  return async (authorization): Promise<Result<Caller>> => {
    const before = authorization === undefined ? undefined : known.get(authorization);
    if (before !== undefined && before.expiresAtMs > now()) return { ok: true, value: before };
    const verified = await verify(authorization);
    if (authorization === undefined) return verified;
    known.delete(authorization);
    if (verified.ok) known.set(authorization, verified.value);
    if (known.size > most) {
      const oldest = known.keys().next();
      if (!oldest.done) known.delete(oldest.value);
    }
    return verified;
  };
}
