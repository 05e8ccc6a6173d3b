import type { projectRoles } from '../../domain/sync/sync-messages.ts';

/** Who asks. Set in the transaction, where the policies of every table read it. */
export interface Claims {
  readonly userId: string;
  /** The signed-in session, so that a signed-out one can be refused; null where there are none (a person's own database). */
  readonly sessionId: string | null;
  /** The organisation that the person works in at the moment. Nothing of another one is seen. */
  readonly organisation: { readonly id: string; readonly role: (typeof projectRoles)[number] } | null;
}

/** Somebody without an account who has a link. The policies show what the link shows, while it holds. */
export interface Watcher {
  /** SHA-256 of the link's token, in hex. */
  readonly shareHash: string;
}

/** The service itself, when it clears the storage. */
export interface Keeper {
  readonly keeper: true;
}

/** The form in which SQL reads them: `reelwright.claim('sub')` and so on. */
export function claimsJson(caller: Claims | Watcher | Keeper, nowMs: number | null = null): string {
  const now = nowMs === null ? {} : { now: Math.floor(nowMs) };
  if ('keeper' in caller) return JSON.stringify({ keeper: true, ...now });
  if ('shareHash' in caller) return JSON.stringify({ share: caller.shareHash, ...now });
  const { userId, sessionId, organisation } = caller;
  return JSON.stringify({
    sub: userId,
    sid: sessionId,
    org: organisation?.id ?? null,
    role: organisation?.role ?? null,
    ...now,
  });
}
