import type { projectRoles } from '../../domain/sync/sync-messages.ts';

/** Who asks. Set in the transaction, where the policies of every table read it. */
export interface Claims {
  readonly userId: string;
  /** The signed-in session, so that a signed-out one can be refused; null where there are none (a person's own database). */
  readonly sessionId: string | null;
  /** The organisation that the person works in at the moment. Nothing of another one is seen. */
  readonly organisation: { readonly id: string; readonly role: (typeof projectRoles)[number] } | null;
}

/** The form in which SQL reads them: `reelwright.claim('sub')` and so on. */
export function claimsJson({ userId, sessionId, organisation }: Claims): string {
  return JSON.stringify({
    sub: userId,
    sid: sessionId,
    org: organisation?.id ?? null,
    role: organisation?.role ?? null,
  });
}
