import type { z } from 'zod';
import type { PlanUse, SpendingCaps } from '../../contract/money.ts';
import { monthEndMs, monthOf } from '../../domain/jobs/charge.ts';
import type { Clock } from '../ports/clock.ts';
import type { ChargeSums } from '../store/charges.ts';
import type { Store } from '../store/store.ts';
import type { MonthlyCap } from './monthly-cap.ts';
import { readPlan } from './read-plan.ts';

interface MoneyParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly monthlyCap: MonthlyCap;
}

/** The limit of the month that runs now, and what counts against it. */
export function describeCaps({ store, clock, monthlyCap }: MoneyParts): z.input<typeof SpendingCaps> {
  const month = monthOf(clock.nowMs());
  return {
    monthlyBudgetUsdMicros: monthlyCap.usdMicros,
    month,
    endsAtMs: monthEndMs(month),
    ...store.charges.month(month),
  };
}

/** What this month's plan grants and what was used of it: everything that costs, or may have cost, money. */
export function describeUsage({ store, clock }: MoneyParts): z.input<typeof PlanUse> {
  const month = monthOf(clock.nowMs());
  const plan = readPlan(store.home);
  const kinds = store.charges.groups('kind', { month }).filter(({ paidLines }) => paidLines > 0);
  const providers = store.charges.groups('provider', { month }).filter(({ paidLines }) => paidLines > 0);
  return {
    month,
    endsAtMs: monthEndMs(month),
    plan: plan.ok ? plan.value : null,
    problem: plan.ok ? null : plan.fault.message,
    generations: kinds.reduce((sum, group) => sum + group.paidLines, 0),
    usdMicros: kinds.reduce((sum, group) => sum + allOf(group), 0),
    kinds: kinds.map((group) => ({
      kind: group.key,
      generations: group.paidLines,
      usdMicros: allOf(group),
    })),
    providers: providers.map((group) => ({
      provider: group.key,
      generations: group.paidLines,
      chargedUsdMicros: group.chargedUsdMicros,
      reservedUsdMicros: group.reservedUsdMicros,
      uncertainUsdMicros: group.uncertainUsdMicros,
    })),
  };
}

function allOf({ chargedUsdMicros, reservedUsdMicros, uncertainUsdMicros }: ChargeSums): number {
  return chargedUsdMicros + reservedUsdMicros + uncertainUsdMicros;
}
