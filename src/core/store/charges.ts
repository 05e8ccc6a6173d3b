import type { Charge, ChargeBasis, ChargeState } from '../../domain/jobs/charge.ts';
import type { JobId, ProjectId } from '../../domain/kernel/ids.ts';

export interface ChargeSums {
  readonly reservedUsdMicros: number;
  readonly chargedUsdMicros: number;
  /** May have been billed; counts against every limit as if it were. */
  readonly uncertainUsdMicros: number;
}

/** Which lines; all of them where nothing is named. */
export interface ChargeFilter {
  readonly projectId?: ProjectId | null;
  readonly provider?: string | null;
  /** "2026-11", in UTC. */
  readonly month?: string | null;
  readonly kind?: string | null;
  readonly state?: ChargeState | null;
  readonly deviceId?: string | null;
}

export type ChargeGrouping = 'project' | 'provider' | 'month' | 'kind' | 'device';

export interface ChargeGroup extends ChargeSums {
  /** The project's id, or the provider, month, kind or device itself ('' where no device is known). */
  readonly key: string;
  /** Of the newest line's project. */
  readonly title: string;
  readonly newestAtMs: number;
  readonly lines: number;
  /** Those that are not surely free of charge. */
  readonly paidLines: number;
}

/**
 * The ledger: a line a job that may cost money, kept in step by the write path itself (whatever writes a job writes its
 * line, in the same transaction) and kept when the project is deleted.
 */
export interface ChargeRows {
  of(jobId: JobId): Charge | null;
  /** Where the amount of a line is from, when that is better known than "the provider said so". Inside its transaction. */
  noteBasis(jobId: JobId, basis: ChargeBasis): void;
  /** Puts lines of a damaged database back; those that are here already stand. Inside a transaction. */
  bringBack(lines: readonly Charge[]): void;
  /** Sums of a month over all projects. One row is read, however many lines there are. */
  month(month: string): ChargeSums;
  groups(by: ChargeGrouping, filter: ChargeFilter): ChargeGroup[];
  count(filter: ChargeFilter): number;
  /** Newest first. */
  page(filter: ChargeFilter, offset: number, limit: number): Charge[];
  /** Jobs that ended with nobody having said what they cost, sent since then; oldest first. */
  unsettled(sinceMs: number): JobId[];
}
