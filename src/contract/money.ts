import { z } from 'zod';
import { ProjectId } from '../domain/kernel/ids.ts';
import { row } from './base.ts';

export const ChargeState = z.enum(['reserved', 'charged', 'uncertain', 'released']);
export const ChargeBasis = z.enum(['estimate', 'billable-units', 'billing-event', 'provider']);

/** Which lines of the ledger; all where nothing is named. Months are calendar months in UTC: "2026-11". */
export const LedgerFilter = z.object({
  projectId: ProjectId.nullable().default(null),
  provider: z.string().max(200).nullable().default(null),
  month: z
    .string()
    .regex(/^\d{4}-\d{2}$/)
    .nullable()
    .default(null),
  kind: z.string().max(200).nullable().default(null),
  state: ChargeState.nullable().default(null),
  /** The device that asked for it; '' for lines of which that is not known. */
  deviceId: z.string().max(100).nullable().default(null),
});
export type LedgerFilter = z.infer<typeof LedgerFilter>;

const sums = {
  chargedUsdMicros: z.int(),
  reservedUsdMicros: z.int(),
  /** May have been billed; counts against every limit as if it were. */
  uncertainUsdMicros: z.int(),
};

export const LedgerGroup = z.object({
  /** The project's id, or the provider, month, kind or device itself ('' where no device is known). */
  key: z.string(),
  /** What to call it: the project's title as it is now, or was last. The key itself otherwise. */
  title: z.string(),
  /** The project is deleted. Its lines stay. */
  deleted: z.boolean(),
  lines: z.int(),
  /** Those that are not surely free of charge. */
  paidLines: z.int(),
  ...sums,
});
export type LedgerGroup = z.infer<typeof LedgerGroup>;

/** What one job cost, or may have. */
export const LedgerLine = z.object({
  jobId: z.string(),
  projectId: z.string(),
  projectTitle: z.string(),
  provider: z.string(),
  model: z.string(),
  kind: z.string(),
  month: z.string(),
  state: ChargeState,
  amountUsdMicros: z.int(),
  basis: ChargeBasis,
  sentAtMs: z.int(),
  settledAtMs: z.int().nullable(),
  /** The device that asked for it; null where that is not known any more. */
  deviceId: z.string().nullable(),
});
export type LedgerLine = z.infer<typeof LedgerLine>;

export const SpendingCaps = z.object({
  /** Most that all projects together may cost in a calendar month (UTC); null: no such limit. */
  monthlyBudgetUsdMicros: z.int().nonnegative().nullable(),
  /** The month that runs now. */
  month: z.string(),
  /** When it ends. */
  endsAtMs: z.int(),
  ...sums,
});
export type SpendingCaps = z.infer<typeof SpendingCaps>;

/** What a plan grants in a month, from `plan.json` in the data folder. */
export const SpendingPlan = z.object({
  name: z.string().min(1).max(200),
  /** Paid generations of any kind. */
  generationsPerMonth: z.int().nonnegative().nullable().default(null),
  /** US dollars, all providers together. */
  usdPerMonth: z.number().nonnegative().max(1_000_000_000).nullable().default(null),
  /** Paid generations by kind: "clip", "still", "speech" … */
  kinds: z.record(z.string().min(1).max(100), z.int().nonnegative()).default({}),
});
export type SpendingPlan = z.infer<typeof SpendingPlan>;

export const PlanUse = z.object({
  month: z.string(),
  /** When the quota begins anew. */
  endsAtMs: z.int(),
  /** null where there is no plan file, or none that can be read. */
  plan: SpendingPlan.nullable(),
  /** What is wrong with the plan file, in words; null where nothing is. */
  problem: z.string().nullable(),
  /** Paid generations this month, and what they cost or may have. */
  generations: z.int(),
  usdMicros: z.int(),
  kinds: z.array(z.object({ kind: z.string(), generations: z.int(), usdMicros: z.int() })),
  providers: z.array(z.object({ provider: z.string(), generations: z.int(), ...sums })),
});
export type PlanUse = z.infer<typeof PlanUse>;

/** How a mirrored film's budget stands between the devices that it is on. */
export const BudgetShare = z.object({
  /** What this computer's requests have cost, reservations included, and the most that they may while nothing is heard of the others. */
  spentUsdMicros: z.int(),
  mostUsdMicros: z.int(),
  /** What other devices' requests have cost, as far as is known here, and what is set aside for them beside it. */
  elsewhereUsdMicros: z.int(),
  setAsideUsdMicros: z.int(),
  /** Whether the others are heard of now: then what they do not need can be had as well. */
  inTouch: z.boolean(),
});
export type BudgetShare = z.infer<typeof BudgetShare>;

/** What was paid, what may have been, and how much may be. A line is kept when its project is deleted. */
export const money = {
  ledger: row
    .input(z.object({ by: z.enum(['project', 'provider', 'month', 'kind', 'device']), filter: LedgerFilter }))
    .output(z.object({ groups: z.array(LedgerGroup), lines: z.int(), ...sums })),
  /** The lines behind a group, newest first. */
  lines: row
    .input(
      z.object({
        filter: LedgerFilter,
        offset: z.int().nonnegative().default(0),
        limit: z.int().min(1).max(500).default(100),
      }),
    )
    .output(z.object({ total: z.int(), lines: z.array(LedgerLine) })),
  /** The lines as one text, comma-separated, with a header; amounts in US dollars, times in UTC. */
  csv: row
    .input(z.object({ filter: LedgerFilter }))
    .output(z.object({ fileName: z.string(), text: z.string() })),
  caps: row.output(SpendingCaps),
  /** Holds from the next submit on. What is under way is not taken back. */
  setCaps: row
    .input(z.object({ monthlyBudgetUsdMicros: z.int().nonnegative().max(1e15).nullable() }))
    .output(SpendingCaps),
  usage: row.output(PlanUse),
  /** null where the project is not mirrored, or has no budget. */
  share: row.input(z.object({ projectId: ProjectId })).output(BudgetShare.nullable()),
};
