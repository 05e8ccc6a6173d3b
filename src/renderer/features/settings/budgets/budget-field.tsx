import { useState } from 'react';
import { TextField } from '../../../ui/text-field.tsx';
import { useFormats, useWords } from '../../../words/use-words.ts';
import { parseBudget } from './parse-budget.ts';

/** An amount of money, or none. What is no amount stays and says so. */
export function BudgetField({
  label,
  labelAt,
  value,
  onCommit,
  hint,
}: {
  readonly label: string;
  readonly labelAt?: 'above' | 'hidden';
  readonly value: number | null;
  readonly onCommit: (usdMicros: number | null) => unknown;
  readonly hint?: string;
}) {
  const words = useWords('settings');
  const formats = useFormats();
  const [wrong, setWrong] = useState(false);
  return (
    <TextField
      label={label}
      labelAt={labelAt}
      hint={hint}
      inputMode="decimal"
      placeholder={words.noBudget}
      value={value === null ? '' : formats.typedMoney(value)}
      error={wrong ? words.wrongAmount : null}
      onChange={() => setWrong(false)}
      onCommit={(text) => {
        const budget = parseBudget(text);
        if (budget === 'wrong') {
          setWrong(true);
          return false;
        }
        return budget === value ? true : onCommit(budget);
      }}
    />
  );
}
