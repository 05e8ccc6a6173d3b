import { type Fault, faultOf } from '../domain/kernel/result.ts';

export interface Refused {
  readonly kind: 'refused';
  readonly fault: Fault;
}
export interface NotSent {
  readonly kind: 'not-sent';
  readonly fault: Fault;
  readonly retryAfterMs: number | null;
}
export interface Ambiguous {
  readonly kind: 'ambiguous';
  readonly fault: Fault;
}

/** The provider, or the adapter before it was asked, surely takes no such request: nothing was billed. */
export function refused(fault: Fault): Refused {
  return { kind: 'refused', fault };
}

/** The work surely did not begin, and the same request may be sent again, after `retryAfterMs` where the provider names a time. */
export function notSent(fault: Fault, retryAfterMs: number | null = null): NotSent {
  return { kind: 'not-sent', fault, retryAfterMs };
}

/** The request may have been taken, and billed: it is never sent again by itself. */
export function ambiguous(fault: Fault): Ambiguous {
  return { kind: 'ambiguous', fault };
}

/** The moment between "connected" and "first byte" of one chargeable request, and what came of it. */
export interface FirstByte {
  /** For the line that sends: throws where the caller holds the request back, and then not one byte leaves. */
  readonly before: () => void;
  /** Bytes may have left. */
  readonly hasBegun: boolean;
  /** The outcome where the caller held it back; null where it did not. */
  readonly heldBack: NotSent | null;
}

/** `beforeFirstByte` is the caller's own step, which may refuse; `begun` runs after it, for what only holds once bytes may leave. */
export function watchFirstByte(beforeFirstByte: () => void, begun: () => void = () => {}): FirstByte {
  let hasBegun = false;
  let heldBack: NotSent | null = null;
  return {
    before() {
      try {
        beforeFirstByte();
      } catch (thrown) {
        heldBack = notSent(faultOf(thrown, 'provider.not-sent'));
        throw thrown;
      }
      hasBegun = true;
      begun();
    },
    get hasBegun() {
      return hasBegun;
    },
    get heldBack() {
      return heldBack;
    },
  };
}
