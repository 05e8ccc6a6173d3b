import { useEffect, useState } from 'react';
import type { BudgetShare } from '../../../contract/money.ts';
import { usdToMicros } from '../../../domain/jobs/money.ts';
import { useEdit } from '../../actions/use-edit.ts';
import { useProject } from '../../state/project-context.ts';
import { useStudio } from '../../state/studio-context.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { parseNumber } from '../../ui/parse-number.ts';
import { TextField } from '../../ui/text-field.tsx';
import { useFormats, useWords } from '../../words/use-words.ts';

const mostUsd = 1_000_000;

/** Asks for the most that a project may ever spend. */
export function BudgetDialog({
  open,
  onOpenChange,
  budgetUsdMicros,
  usedUsdMicros,
}: {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly budgetUsdMicros: number | null;
  readonly usedUsdMicros: number;
}) {
  const words = useWords('shell');
  const formats = useFormats();
  const { client } = useStudio();
  const { projectId } = useProject();
  const edit = useEdit();
  const [typed, setTyped] = useState('');
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    if (open) setTyped(budgetUsdMicros === null ? '' : formats.typedMoney(budgetUsdMicros));
  }, [open, budgetUsdMicros, formats]);
  const [share, setShare] = useState<BudgetShare | null>(null);
  useEffect(() => {
    if (!open) return undefined;
    let wanted = true;
    client.money.share({ projectId }).then(
      (found) => wanted && setShare(found),
      // Without it the dialog says what it says of any film.
      () => wanted && setShare(null),
    );
    return () => {
      wanted = false;
    };
  }, [client, open, projectId]);
  const usd = parseNumber(typed.replace('$', ''));
  const valid = usd !== null && usd >= 0 && usd <= mostUsd;
  const set = async (budget: number | null): Promise<void> => {
    setBusy(true);
    const receipt = await edit(() => client.projects.setBudget({ projectId, budgetUsdMicros: budget }));
    setBusy(false);
    // After a fault the dialog stays with what was typed; the status line says why.
    if (receipt !== null) onOpenChange(false);
  };
  return (
    <Dialog
      size="small"
      open={open}
      onOpenChange={onOpenChange}
      title={words.budgetDialog}
      description={words.budgetHint}
      onSubmit={() => {
        if (valid) void set(usdToMicros(usd));
      }}
      actions={
        <>
          {budgetUsdMicros === null ? null : (
            <Button variant="danger" disabled={busy} onClick={() => void set(null)}>
              {words.removeBudget}
            </Button>
          )}
          <Button onClick={() => onOpenChange(false)}>{words.cancel}</Button>
          <Button variant="primary" type="submit" busy={busy} disabled={!valid}>
            {words.setBudget}
          </Button>
        </>
      }
    >
      <TextField
        label={words.budgetAmount}
        inputMode="decimal"
        value={typed}
        onChange={setTyped}
        error={typed === '' || valid ? null : words.budgetWrong}
        hint={
          valid && usdToMicros(usd) < usedUsdMicros ? words.budgetBelow(formats.money(usedUsdMicros)) : null
        }
      />
      {share === null ? null : (
        <p className="selectable mt-2 text-sm text-muted">
          {words.budgetShare({
            here: formats.money(share.spentUsdMicros),
            elsewhere: formats.money(share.elsewhereUsdMicros),
            left: formats.money(Math.max(0, share.mostUsdMicros - share.spentUsdMicros)),
            setAside: formats.money(share.setAsideUsdMicros),
          })}{' '}
          {share.inTouch ? words.budgetShareInTouch : words.budgetShareApart}
        </p>
      )}
    </Dialog>
  );
}
