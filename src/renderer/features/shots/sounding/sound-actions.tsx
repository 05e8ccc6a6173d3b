import { AudioLines } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import type { SpendingCaps } from '../../../../contract/money.ts';
import { useCall } from '../../../actions/use-edit.ts';
import { useProject, useRow, useRows } from '../../../state/project-context.ts';
import { spendOf } from '../../../state/project-spend.ts';
import { useStudio } from '../../../state/studio-context.ts';
import { Button } from '../../../ui/button.tsx';
import { useFormats, useWords } from '../../../words/use-words.ts';
import type { SoundPlan } from './use-sound-plan.ts';

/** The sum of what is ticked, of when its prices are, what is left of the limits; and the button that begins. */
export function SoundActions({ plan, onClose }: { readonly plan: SoundPlan; readonly onClose: () => void }) {
  const words = useWords('sound');
  const formats = useFormats();
  const limits = useLimits();
  const [busy, setBusy] = useState(false);
  const { ticked, costUsdMicros } = plan;
  const times = ticked.map(({ pricedAtMs }) => pricedAtMs).filter((time) => time !== null);
  const oldest = times.length === 0 ? null : times.reduce((a, b) => Math.min(a, b));
  const dated =
    ticked.length === 0
      ? null
      : oldest === null
        ? words.tablePrices
        : words.dated(formats.date(oldest), formats.time(oldest));
  const go = async (): Promise<void> => {
    setBusy(true);
    const begun = await plan.start();
    setBusy(false);
    if (begun) onClose();
  };
  return (
    <>
      <p className="mr-auto min-w-0 flex-1 self-center text-sm text-faint tabular-nums" role="status">
        {[dated, ...(ticked.length === 0 ? [] : limits)].filter((part) => part !== null).join(' ')}
      </p>
      <Button onClick={onClose}>{words.cancel}</Button>
      <Button
        variant="primary"
        icon={AudioLines}
        busy={busy}
        disabled={ticked.length === 0}
        onClick={() => void go()}
      >
        {ticked.length === 0
          ? words.generateNothing
          : words.generate(ticked.length, formats.money(costUsdMicros))}
      </Button>
    </>
  );
}

/** What is left of the film's budget and of the month's, in words. */
function useLimits(): readonly string[] {
  const words = useWords('sound');
  const formats = useFormats();
  const { client } = useStudio();
  const call = useCall();
  const { projectId } = useProject();
  const budget = useRow('project', projectId)?.budgetUsdMicros ?? null;
  const jobs = useRows('job');
  const spend = useMemo(() => spendOf(jobs), [jobs]);
  const [caps, setCaps] = useState<SpendingCaps | null>(null);
  useEffect(() => {
    let wanted = true;
    void call(() => client.money.caps()).then((found) => {
      if (wanted && found !== null) setCaps(found);
    });
    return () => {
      wanted = false;
    };
  }, [client, call]);
  const left = (most: number, used: number): string => formats.money(Math.max(0, most - used));
  const used = spend.chargedUsdMicros + spend.reservedUsdMicros;
  const month = caps?.monthlyBudgetUsdMicros ?? null;
  const said: string[] = [];
  if (budget !== null) said.push(words.filmLeft(left(budget, used), formats.money(budget)));
  if (caps !== null && month !== null) {
    const spent = caps.chargedUsdMicros + caps.reservedUsdMicros + caps.uncertainUsdMicros;
    said.push(words.monthLeft(left(month, spent), formats.money(month)));
  }
  // That there is no limit is said once it is known.
  return said.length === 0 && caps !== null ? [words.noLimit] : said;
}
