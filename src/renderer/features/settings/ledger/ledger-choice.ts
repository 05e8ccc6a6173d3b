import type { LedgerFilter, LedgerGroup, LedgerLine } from '../../../../contract/money.ts';

export type LedgerGrouping = 'month' | 'project' | 'provider' | 'kind' | 'device';

/** What of the ledger is shown. */
export interface LedgerChoice {
  readonly by: LedgerGrouping;
  /** The chosen group of those; null for all of them. */
  readonly key: string | null;
  readonly projectId: string | null;
  readonly provider: string | null;
  readonly month: string | null;
  readonly state: LedgerLine['state'] | null;
}

export const groupings = [
  'month',
  'project',
  'provider',
  'kind',
  'device',
] as const satisfies LedgerGrouping[];
export const chargeStates = [
  'charged',
  'reserved',
  'uncertain',
  'released',
] as const satisfies LedgerLine['state'][];

const fields = {
  month: 'month',
  project: 'projectId',
  provider: 'provider',
  kind: 'kind',
  device: 'deviceId',
} as const;

/** The lines that the groups are made of. */
export function filterOfGroups({ projectId, provider, month, state }: LedgerChoice): LedgerFilter {
  return { projectId, provider, month, state, kind: null, deviceId: null } as LedgerFilter;
}

/** The lines of the chosen group. */
export function filterOfLines(choice: LedgerChoice): LedgerFilter {
  const filter = filterOfGroups(choice);
  return choice.key === null ? filter : { ...filter, [fields[choice.by]]: choice.key };
}

/** Everything that counts against a limit. */
export function usedOf(
  sums: Pick<LedgerGroup, 'chargedUsdMicros' | 'reservedUsdMicros' | 'uncertainUsdMicros'>,
): number {
  return sums.chargedUsdMicros + sums.reservedUsdMicros + sums.uncertainUsdMicros;
}
