/**
 * An error as a value. `code` is stable and scripted against (`noun.what-happened`); `message` is one or more
 * plain sentences: what happened, what was kept, what to do next. `detail` is for logs and tests, never secrets.
 */
export interface Fault {
  readonly code: `${string}.${string}`;
  readonly message: string;
  readonly detail?: Readonly<Record<string, unknown>>;
}

export type Result<T, F = Fault> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly fault: F };

export function ok<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

export function fail(
  code: Fault['code'],
  message: string,
  detail?: Readonly<Record<string, unknown>>,
): { readonly ok: false; readonly fault: Fault } {
  return { ok: false, fault: detail === undefined ? { code, message } : { code, message, detail } };
}

/** A fault where only throwing is possible (a stream, an event handler). Catch it at the next edge with {@link faultOf}. */
export class FaultError extends Error {
  readonly fault: Fault;
  constructor(fault: Fault) {
    super(fault.message);
    this.name = 'FaultError';
    this.fault = fault;
  }
}

/** The fault inside any thrown thing; what is not ours becomes `fallbackCode` with the original words. */
export function faultOf(thrown: unknown, fallbackCode: Fault['code'] = 'studio.unexpected'): Fault {
  if (thrown instanceof FaultError) return thrown.fault;
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return { code: fallbackCode, message };
}

/** The value, or a {@link FaultError}. For edges and tests; inside the studio, return the Result. */
export function unwrap<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new FaultError(result.fault);
}
