import { Download } from 'lucide-react';
import type { LedgerGroup } from '../../../../contract/money.ts';
import { Button } from '../../../ui/button.tsx';
import { Segmented } from '../../../ui/segmented.tsx';
import { Select, type SelectOption } from '../../../ui/select.tsx';
import { useWords } from '../../../words/use-words.ts';
import { chargeStates, groupings, type LedgerChoice } from './ledger-choice.ts';
import { useLedgerNames } from './use-ledger-names.ts';

/** What there is to choose from, whatever is chosen now. */
export interface LedgerOptions {
  readonly project: readonly LedgerGroup[];
  readonly provider: readonly LedgerGroup[];
  readonly month: readonly LedgerGroup[];
}

const everything = '';

export function LedgerToolbar({
  choice,
  onChange,
  options,
  onSave,
  isSaving,
}: {
  readonly choice: LedgerChoice;
  readonly onChange: (next: Partial<LedgerChoice>) => void;
  readonly options: LedgerOptions;
  readonly onSave: () => void;
  readonly isSaving: boolean;
}) {
  const words = useWords('settings').ledger;
  const names = useLedgerNames();
  const choices = (by: keyof LedgerOptions, all: string): SelectOption<string>[] => [
    { value: everything, label: all },
    ...options[by].map((group) => ({ value: group.key, label: names.group(by, group) })),
  ];
  return (
    <div className="flex min-h-11 shrink-0 flex-wrap items-center gap-2 border-b border-line px-4 py-2">
      <Segmented
        label={words.by}
        value={choice.by}
        options={groupings.map((by) => ({ value: by, label: words.bys[by] }))}
        onChange={(by) => onChange({ by, key: null })}
      />
      <Select
        label={words.project}
        labelAt="hidden"
        className="w-36"
        value={choice.projectId ?? everything}
        placeholder={words.project}
        options={choices('project', words.allProjects)}
        onChange={(key) => onChange({ projectId: key || null })}
      />
      <Select
        label={words.month}
        labelAt="hidden"
        className="w-36"
        value={choice.month ?? everything}
        options={choices('month', words.allMonths)}
        onChange={(key) => onChange({ month: key || null })}
      />
      <Select
        label={words.provider}
        labelAt="hidden"
        className="w-32"
        value={choice.provider ?? everything}
        options={choices('provider', words.allProviders)}
        onChange={(key) => onChange({ provider: key || null })}
      />
      <Select
        label={words.state}
        labelAt="hidden"
        className="w-32"
        value={choice.state ?? everything}
        options={[
          { value: everything, label: words.allStates },
          ...chargeStates.map((state) => ({ value: state, label: words.states[state] })),
        ]}
        onChange={(state) => onChange({ state: chargeStates.find((known) => known === state) ?? null })}
      />
      <Button icon={Download} busy={isSaving} onClick={onSave} className="ml-auto">
        {words.save}
      </Button>
    </div>
  );
}
