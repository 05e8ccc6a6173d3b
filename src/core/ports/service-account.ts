import type { Result } from '../../domain/kernel/result.ts';
import type { AuditAbout, AuditEntry, KeyChange, ServiceUsage } from '../../domain/sync/account-messages.ts';

export interface AuditWish {
  /** Only what is older than this entry. */
  readonly before: number | null;
  readonly limit: number;
  /** null: everything. */
  readonly about: AuditAbout | null;
}

/** What the sync service knows of the account that asks it. Faults have the codes of the sync service. */
export interface ServiceAccount {
  usage(signal: AbortSignal): Promise<Result<ServiceUsage>>;
  /** Newest first: one's own, and as owner of the chosen organisation that of its members. */
  audit(wish: AuditWish, signal: AbortSignal): Promise<Result<readonly AuditEntry[]>>;
  /** Notes which providers' keys were stored or removed here. At most 100 at once. */
  noteKeyChanges(changes: readonly KeyChange[], signal: AbortSignal): Promise<Result<void>>;
  /** Everything of the account as lines of JSON, in pieces as they come; the last line is `{"complete":true}`. */
  exportAll(take: (piece: Uint8Array) => Promise<void>, signal: AbortSignal): Promise<Result<void>>;
  /** For good. The session is ended there, so that a second call fails with `sync.signed-out`. */
  deleteAll(signal: AbortSignal): Promise<Result<{ readonly projects: number; readonly filesLeft: number }>>;
  /** Refuses the tokens of this session from now on, also those that have not expired. */
  endSession(signal: AbortSignal): Promise<Result<void>>;
}
