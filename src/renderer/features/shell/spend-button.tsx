import { CircleDollarSign } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useCommands } from '../../actions/use-commands.ts';
import { useProject, useRow, useRows } from '../../state/project-context.ts';
import { spendOf } from '../../state/project-spend.ts';
import { useStudio } from '../../state/studio-context.ts';
import { Button } from '../../ui/button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon.tsx';
import { Popover } from '../../ui/popover.tsx';
import { useFormats, useWords } from '../../words/use-words.ts';
import { BudgetDialog } from './budget-dialog.tsx';

/** "$4.20 / $25" in the top bar: charged and reserved together, of the project's budget. */
export function SpendButton() {
  const words = useWords('shell');
  const formats = useFormats();
  const { navigate } = useStudio();
  const { projectId } = useProject();
  const project = useRow('project', projectId);
  const jobs = useRows('job');
  const spend = useMemo(() => spendOf(jobs), [jobs]);
  const [asking, setAsking] = useState(false);
  const [open, setOpen] = useState(false);
  useCommands({ 'project.budget': { run: () => setAsking(true), enabled: () => project !== null } });
  const used = spend.chargedUsdMicros + spend.reservedUsdMicros;
  const budget = project?.budgetUsdMicros ?? null;
  const isFree = budget === null && used === 0;
  const text =
    budget !== null
      ? words.spentOf(formats.money(used), formats.money(budget))
      : used > 0
        ? formats.money(used)
        : words.spentFree;
  const near = budget !== null && used >= budget * 0.9 && used > 0;
  return (
    <>
      <Popover
        open={open}
        onOpenChange={setOpen}
        label={words.spend}
        className="w-80"
        trigger={
          <Button
            variant="quiet"
            title={words.spend}
            // Before its rows are read nobody knows what was spent; the place is kept.
            className={project === null ? 'invisible' : undefined}
          >
            {isFree ? <Icon of={CircleDollarSign} className="md:hidden" /> : null}
            <span
              className={classNames(
                'tabular-nums',
                near && 'text-accent-text',
                // A sum is worth its room in a narrow window, words are not.
                isFree && 'max-md:sr-only',
              )}
            >
              {text}
            </span>
          </Button>
        }
      >
        <h2 className="flex h-9 shrink-0 items-center border-b border-line px-3 text-base font-medium">
          {words.spend}
        </h2>
        <dl className="flex min-h-0 flex-col gap-3 overflow-y-auto p-3 text-base">
          <Amount
            name={words.charged}
            hint={words.chargedHint}
            amount={formats.money(spend.chargedUsdMicros)}
          />
          <Amount
            name={words.reserved}
            hint={words.reservedHint}
            amount={formats.money(spend.reservedUsdMicros)}
          />
          <Amount
            name={words.budget}
            hint={budget === null ? words.noBudgetHint : words.budgetHint}
            amount={budget === null ? words.noBudget : formats.money(budget)}
          />
        </dl>
        <div className="flex shrink-0 items-center justify-between gap-2 border-t border-line px-3 py-2">
          <span className="text-sm text-muted tabular-nums">
            {budget === null ? null : words.budgetLeft(formats.money(Math.max(0, budget - used)))}
          </span>
          <span className="flex gap-2">
            <Button
              size="small"
              onClick={() => {
                setOpen(false);
                navigate({ at: 'settings', sheet: 'ledger' });
              }}
            >
              {words.toLedger}
            </Button>
            <Button
              size="small"
              onClick={() => {
                setOpen(false);
                setAsking(true);
              }}
            >
              {words.setBudget}
            </Button>
          </span>
        </div>
      </Popover>
      {project === null ? null : (
        <BudgetDialog open={asking} onOpenChange={setAsking} budgetUsdMicros={budget} usedUsdMicros={used} />
      )}
    </>
  );
}

function Amount({
  name,
  hint,
  amount,
}: {
  readonly name: string;
  readonly hint: string;
  readonly amount: string;
}) {
  return (
    <div className="grid grid-cols-[1fr_auto] gap-x-3">
      <dt className="text-text">{name}</dt>
      <dd className="tabular-nums">{amount}</dd>
      <dd className="col-span-2 text-sm text-faint">{hint}</dd>
    </div>
  );
}
