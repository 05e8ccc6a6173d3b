import { unwrap } from '../../domain/kernel/result.ts';
import { ledgerCsv } from '../money/ledger-csv.ts';
import { describeCaps, describeUsage } from '../money/usage.ts';
import { requireProject } from '../store/require-project.ts';
import { os } from './implementer.ts';

export const moneyHandlers = {
  ledger: os.money.ledger.handler(({ input: { by, filter }, context: { store } }) => {
    const groups = store.charges.groups(by, filter);
    const titles = new Map<string, string>(store.projects().map(({ id, title }) => [id, title]));
    const sum = (field: 'chargedUsdMicros' | 'reservedUsdMicros' | 'uncertainUsdMicros' | 'lines'): number =>
      groups.reduce((all, group) => all + group[field], 0);
    return {
      groups: groups.map(({ newestAtMs: _newest, ...group }) => ({
        ...group,
        title: by === 'project' ? (titles.get(group.key) ?? group.title) : group.key,
        deleted: by === 'project' && !titles.has(group.key),
      })),
      lines: sum('lines'),
      chargedUsdMicros: sum('chargedUsdMicros'),
      reservedUsdMicros: sum('reservedUsdMicros'),
      uncertainUsdMicros: sum('uncertainUsdMicros'),
    };
  }),
  lines: os.money.lines.handler(({ input: { filter, offset, limit }, context: { store } }) => ({
    total: store.charges.count(filter),
    lines: store.charges.page(filter, offset, limit),
  })),
  csv: os.money.csv.handler(({ input: { filter }, context: { store } }) => ({
    fileName: `reelwright-ledger${filter.month === null ? '' : `-${filter.month}`}.csv`,
    text: ledgerCsv(store.charges, filter),
  })),
  caps: os.money.caps.handler(({ context }) => describeCaps(context)),
  setCaps: os.money.setCaps.handler(({ input: { monthlyBudgetUsdMicros }, context }) => {
    unwrap(context.monthlyCap.set(monthlyBudgetUsdMicros));
    return describeCaps(context);
  }),
  share: os.money.share.handler(({ input: { projectId }, context: { store, budgetShares } }) => {
    const share = budgetShares.of(unwrap(requireProject(store, projectId)).id);
    if (share === null) return null;
    const { elsewhere, spentUsdMicros, mostUsdMicros, inTouch } = share;
    const { chargedUsdMicros, reservedUsdMicros } = store.jobs.spend(projectId);
    return {
      ...{ spentUsdMicros, mostUsdMicros, inTouch },
      elsewhereUsdMicros: chargedUsdMicros + reservedUsdMicros - spentUsdMicros,
      setAsideUsdMicros: elsewhere.reduce((sum, { usdMicros }) => sum + usdMicros, 0),
    };
  }),
  usage: os.money.usage.handler(({ context }) => describeUsage(context)),
};
