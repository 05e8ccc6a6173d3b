import { useCallback } from 'react';
import type { PlanUse, SpendingCaps } from '../../../../contract/money.ts';
import { usdToMicros } from '../../../../domain/jobs/money.ts';
import { useCall } from '../../../actions/use-edit.ts';
import { useStudio, useStudioState } from '../../../state/studio-context.ts';
import { Progress } from '../../../ui/progress.tsx';
import { useFormats, useInterpret, useWords } from '../../../words/use-words.ts';
import { Group, Waiting } from '../section.tsx';
import { useAsked } from '../use-asked.ts';
import { BudgetField } from './budget-field.tsx';

/** The limit of a month over all projects, what was used of it by whom, and what the plan grants. */
export function MonthSpend() {
  const words = useWords('settings');
  const formats = useFormats();
  const { client } = useStudio();
  const call = useCall();
  const revision = useStudioState(({ projectsRevision }) => projectsRevision);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another revision asks again
  const ask = useCallback(
    async () => ({ caps: await client.money.caps(), usage: await client.money.usage() }),
    [client, revision],
  );
  const { asked, again } = useAsked(ask);
  const setLimit = async (monthlyBudgetUsdMicros: number | null): Promise<unknown> => {
    const set = await call(
      () => client.money.setCaps({ monthlyBudgetUsdMicros }),
      () => words.monthlyLimitSet,
    );
    again();
    return set;
  };
  return (
    <Waiting asked={asked} again={again} rows={4}>
      {({ caps, usage }) => (
        <>
          <div className="max-w-80">
            <BudgetField
              label={words.monthlyLimit}
              hint={words.monthlyLimitHint}
              value={caps.monthlyBudgetUsdMicros}
              onCommit={setLimit}
            />
          </div>
          <Group title={words.thisMonth(formats.month(caps.month))}>
            <LimitBar caps={caps} />
            <ProviderTable usage={usage} />
          </Group>
          <Group title={usage.plan === null ? words.plan : `${words.plan}: ${usage.plan.name}`}>
            <Plan usage={usage} />
          </Group>
        </>
      )}
    </Waiting>
  );
}

function LimitBar({ caps }: { readonly caps: SpendingCaps }) {
  const words = useWords('settings');
  const formats = useFormats();
  const used = caps.chargedUsdMicros + caps.reservedUsdMicros + caps.uncertainUsdMicros;
  const limit = caps.monthlyBudgetUsdMicros;
  return limit === null ? (
    <p className="text-base text-text tabular-nums">{words.usedNoLimit(formats.money(used))}</p>
  ) : (
    <Quota
      label={words.usedOf(formats.money(used), formats.money(limit))}
      after={used >= limit ? words.limitReached : words.limitLeft(formats.money(limit - used))}
      used={used}
      quota={limit}
    />
  );
}

/** A bar with what is used of it in words. */
function Quota({
  label,
  after,
  used,
  quota,
}: {
  readonly label: string;
  readonly after: string;
  readonly used: number;
  readonly quota: number;
}) {
  return (
    <div className="flex flex-col gap-1.5">
      <p className="flex justify-between gap-3 text-base tabular-nums">
        <span className="text-text">{label}</span>
        <span className="text-muted">{after}</span>
      </p>
      <Progress
        look="bar"
        label={label}
        done={quota === 0 ? 1 : Math.min(used, quota)}
        total={quota === 0 ? 1 : quota}
        tone={used >= quota ? 'failed' : 'running'}
      />
    </div>
  );
}

function ProviderTable({ usage }: { readonly usage: PlanUse }) {
  const words = useWords('settings');
  const formats = useFormats();
  const names: Readonly<Record<string, { readonly name: string } | undefined>> = words.providers;
  if (usage.providers.length === 0)
    return <p className="mt-2 text-base text-faint">{words.nothingThisMonth}</p>;
  return (
    <table className="mt-3 w-full text-base tabular-nums">
      <thead>
        <tr className="border-b border-line text-right text-sm text-faint">
          <th className="h-7 text-left font-normal">{words.provider}</th>
          <th className="w-28 font-normal">{words.generations}</th>
          <th className="w-28 font-normal">{words.charged}</th>
          <th className="w-28 font-normal">{words.reserved}</th>
          <th className="w-28 font-normal">{words.uncertain}</th>
        </tr>
      </thead>
      <tbody>
        {usage.providers.map((provider) => (
          <tr key={provider.provider} className="h-7 border-b border-line text-right text-muted">
            <td className="max-w-0 truncate text-left text-text">
              {names[provider.provider]?.name ?? provider.provider}
            </td>
            <td>{formats.number(provider.generations)}</td>
            <td className="text-text">{formats.money(provider.chargedUsdMicros)}</td>
            <td>{formats.money(provider.reservedUsdMicros)}</td>
            <td>{formats.money(provider.uncertainUsdMicros)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Plan({ usage: { plan, problem, generations, usdMicros, kinds } }: { readonly usage: PlanUse }) {
  const words = useWords('settings');
  const formats = useFormats();
  const interpret = useInterpret();
  const kindNames: Readonly<Record<string, string | undefined>> = words.ledger.kinds;
  if (problem !== null) return <p className="text-base text-bad">{interpret(problem)}</p>;
  if (plan === null) return <p className="max-w-150 text-base text-faint">{words.noPlan}</p>;
  const counted = (used: number, quota: number): string =>
    words.usedOf(formats.number(used), formats.number(quota));
  const planMicros = plan.usdPerMonth === null ? null : usdToMicros(plan.usdPerMonth);
  const quotas = [
    ...(plan.generationsPerMonth === null
      ? []
      : [
          {
            label: words.planGenerations,
            after: counted(generations, plan.generationsPerMonth),
            used: generations,
            quota: plan.generationsPerMonth,
          },
        ]),
    ...(planMicros === null
      ? []
      : [
          {
            label: words.planMoney,
            after: words.usedOf(formats.money(usdMicros), formats.money(planMicros)),
            used: usdMicros,
            quota: planMicros,
          },
        ]),
    ...Object.entries(plan.kinds).map(([kind, quota]) => {
      const used = kinds.find((one) => one.kind === kind)?.generations ?? 0;
      return { label: kindNames[kind] ?? kind, after: counted(used, quota), used, quota };
    }),
  ];
  if (quotas.length === 0) return <p className="text-base text-faint">{words.planNoQuota}</p>;
  return (
    <div className="flex flex-col gap-3">
      {quotas.map((quota) => (
        <Quota key={quota.label} {...quota} />
      ))}
    </div>
  );
}
