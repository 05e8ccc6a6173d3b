import type { StudioClient } from '../../contract/contract.ts';
import type { LedgerFilter, LedgerGroup, LedgerLine, PlanUse, SpendingCaps } from '../../contract/money.ts';
import { formatUsd, usdToMicros } from '../../domain/jobs/money.ts';
import { exitCodes } from '../../hosting/exit-codes.ts';
import type { CommandContext } from '../command-context.ts';
import { runReadingCommand } from '../run-reading-command.ts';
import { formatTable } from '../terminal/formats.ts';

/** `cost [<project>]`: what was paid and what may have been, of a project or of all, by month, provider and kind. */
export async function runCost(context: CommandContext): Promise<number> {
  return runReadingCommand(
    context,
    { what: 'cost', subject: 'optional' },
    async ({ client, subject, json, print }) => {
      const found = subject === null ? null : (await client.projects.find({ name: subject })).project;
      const cost = await readCost(client, found?.id ?? null);
      if (json) {
        const project = found === null ? null : { id: found.id, title: found.title };
        const budgetUsdMicros = found?.budgetUsdMicros ?? null;
        const ledger = found === null ? {} : { ledger: await readLines(client, found.id) };
        print(JSON.stringify({ project, budgetUsdMicros, ...cost, ...ledger }));
        return exitCodes.done;
      }
      print(found === null ? 'All projects' : found.title);
      for (const line of describeTotals(cost, found?.budgetUsdMicros ?? null)) print(line);
      if (cost.lines === 0) return exitCodes.done;
      const parts = found === null ? ([...usual, 'projects'] as const) : usual;
      for (const part of parts) {
        print('');
        for (const line of groupTable(part, cost[part])) print(line);
      }
      return exitCodes.done;
    },
  );
}

const usual = ['months', 'providers', 'kinds', 'devices'] as const;

interface Cost {
  readonly lines: number;
  readonly chargedUsdMicros: number;
  readonly reservedUsdMicros: number;
  readonly uncertainUsdMicros: number;
  readonly months: readonly LedgerGroup[];
  readonly providers: readonly LedgerGroup[];
  readonly kinds: readonly LedgerGroup[];
  readonly projects: readonly LedgerGroup[];
  /** By the device that asked; '' where that is not known any more. */
  readonly devices: readonly LedgerGroup[];
  /** The limit and the plan of the month that runs now, over all projects. */
  readonly thisMonth: SpendingCaps;
  readonly usage: PlanUse;
}

async function readCost(client: StudioClient, projectId: LedgerFilter['projectId']): Promise<Cost> {
  const filter = { projectId };
  const { groups, ...sums } = await client.money.ledger({ by: 'month', filter });
  const [providers, kinds, projects, devices, thisMonth, usage] = await Promise.all([
    client.money.ledger({ by: 'provider', filter }),
    client.money.ledger({ by: 'kind', filter }),
    client.money.ledger({ by: 'project', filter }),
    client.money.ledger({ by: 'device', filter }),
    client.money.caps(),
    client.money.usage(),
  ]);
  return {
    ...sums,
    months: groups,
    providers: providers.groups,
    kinds: kinds.groups,
    projects: projects.groups,
    devices: devices.groups,
    thisMonth,
    usage,
  };
}

/** Every line of a project, newest first. */
async function readLines(client: StudioClient, projectId: LedgerFilter['projectId']): Promise<LedgerLine[]> {
  const all: LedgerLine[] = [];
  for (;;) {
    const { total, lines } = await client.money.lines({
      filter: { projectId },
      offset: all.length,
      limit: 500,
    });
    all.push(...lines);
    if (lines.length === 0 || all.length >= total) return all;
  }
}

function describeTotals(cost: Cost, budgetUsdMicros: number | null): string[] {
  const { thisMonth, usage } = cost;
  const used = thisMonth.chargedUsdMicros + thisMonth.reservedUsdMicros + thisMonth.uncertainUsdMicros;
  const limit = thisMonth.monthlyBudgetUsdMicros;
  return [
    `  charged       ${formatUsd(cost.chargedUsdMicros)}`,
    `  reserved      ${formatUsd(cost.reservedUsdMicros)}`,
    `  may be billed ${formatUsd(cost.uncertainUsdMicros)}`,
    ...(budgetUsdMicros === null ? [] : [`  budget        ${formatUsd(budgetUsdMicros)}`]),
    `  this month    ${formatUsd(used)} of ${limit === null ? 'no limit' : formatUsd(limit)} over all projects (${thisMonth.month}, UTC)`,
    ...planLines(usage),
  ];
}

function planLines({ plan, problem, generations, usdMicros, kinds }: PlanUse): string[] {
  if (problem !== null) return [`  plan          ${problem}`];
  if (plan === null) return [];
  const parts = [
    ...(plan.generationsPerMonth === null
      ? []
      : [`${generations} of ${plan.generationsPerMonth} generations`]),
    ...(plan.usdPerMonth === null
      ? []
      : [`${formatUsd(usdMicros)} of ${formatUsd(usdToMicros(plan.usdPerMonth))}`]),
    ...Object.entries(plan.kinds).map(
      ([kind, quota]) =>
        `${kinds.find((used) => used.kind === kind)?.generations ?? 0} of ${quota} of kind ${kind}`,
    ),
  ];
  return [`  plan          ${plan.name}: ${parts.length === 0 ? 'no quota' : parts.join(', ')}`];
}

const titles = {
  months: 'month',
  providers: 'provider',
  kinds: 'kind',
  projects: 'project',
  devices: 'device',
} as const;

function groupTable(part: keyof typeof titles, groups: readonly LedgerGroup[]): string[] {
  const rows = groups.map((group) => [
    group.deleted ? `${group.title} (deleted)` : group.title === '' ? 'not known' : group.title,
    String(group.paidLines),
    formatUsd(group.chargedUsdMicros),
    formatUsd(group.reservedUsdMicros),
    formatUsd(group.uncertainUsdMicros),
  ]);
  return formatTable([titles[part], 'generations', 'charged', 'reserved', 'may be billed'], rows);
}
