import { useState } from 'react';
import { usdToMicros } from '../../../../domain/jobs/money.ts';
import { useEdit } from '../../../actions/use-edit.ts';
import { useProject } from '../../../state/project-context.ts';
import { useStudio } from '../../../state/studio-context.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { parseNumber } from '../../../ui/parse-number.ts';
import { TextField } from '../../../ui/text-field.tsx';
import { useFormats, useWords } from '../../../words/use-words.ts';

/** Before the first paid request of a project: how much may be spent on it at most. */
export function BudgetDialog({
  costUsdMicros,
  onClose,
  onSet,
}: {
  readonly costUsdMicros: number;
  readonly onClose: () => void;
  readonly onSet: () => void;
}) {
  const words = useWords('generating');
  const formats = useFormats();
  const { client } = useStudio();
  const { projectId } = useProject();
  const edit = useEdit();
  const [text, setText] = useState(() => String(Math.max(1, Math.ceil((costUsdMicros / 1_000_000) * 1.2))));
  const [error, setError] = useState<string | null>(null);
  const submit = async (): Promise<void> => {
    const dollars = parseNumber(text.replace('$', ''));
    if (dollars === null || dollars <= 0 || dollars > 1_000_000) return setError(words.budget.bad);
    const budgetUsdMicros = usdToMicros(dollars);
    if ((await edit(() => client.projects.setBudget({ projectId, budgetUsdMicros }))) === null) return;
    onClose();
    onSet();
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      size="small"
      title={words.budget.title}
      description={words.budget.text(formats.money(costUsdMicros))}
      onSubmit={() => void submit()}
      actions={
        <>
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button type="submit" variant="primary">
            {words.budget.set}
          </Button>
        </>
      }
    >
      <TextField
        label={words.budget.field}
        value={text}
        onChange={setText}
        inputMode="decimal"
        error={error}
        autoFocus
      />
    </Dialog>
  );
}
