import type { LedgerGroup } from '../../../../contract/money.ts';
import { classNames } from '../../../ui/class-names.ts';
import { useFormats, useWords } from '../../../words/use-words.ts';
import { type LedgerGrouping, usedOf } from './ledger-choice.ts';
import { useLedgerNames } from './use-ledger-names.ts';

/** The sums by month, project, provider or kind. Choosing one shows its lines. */
export function LedgerGroups({
  by,
  groups,
  chosen,
  onChoose,
}: {
  readonly by: LedgerGrouping;
  readonly groups: readonly LedgerGroup[];
  readonly chosen: string | null;
  readonly onChoose: (key: string | null) => void;
}) {
  const words = useWords('settings').ledger;
  const names = useLedgerNames();
  const total = groups.reduce((sum, group) => sum + usedOf(group), 0);
  return (
    <nav
      aria-label={words.groups}
      className="min-h-0 w-56 shrink-0 overflow-y-auto border-r border-line bg-panel py-1"
    >
      <GroupRow
        name={words.all}
        usdMicros={total}
        isChosen={chosen === null}
        onChoose={() => onChoose(null)}
      />
      {groups.map((group) => (
        <GroupRow
          key={group.key}
          name={names.group(by, group)}
          usdMicros={usedOf(group)}
          isChosen={chosen === group.key}
          onChoose={() => onChoose(group.key)}
        />
      ))}
    </nav>
  );
}

function GroupRow({
  name,
  usdMicros,
  isChosen,
  onChoose,
}: {
  readonly name: string;
  readonly usdMicros: number;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}) {
  const formats = useFormats();
  return (
    <button
      type="button"
      aria-current={isChosen ? 'true' : undefined}
      onClick={onChoose}
      className={classNames(
        'flex h-7 w-full items-center gap-3 px-3 text-left text-base -outline-offset-2 transition-colors duration-100',
        isChosen ? 'bg-pressed text-text' : 'text-muted hover:bg-hover hover:text-text',
      )}
    >
      <span className="min-w-0 flex-1 truncate" title={name}>
        {name}
      </span>
      <span className="shrink-0 tabular-nums">{formats.money(usdMicros)}</span>
    </button>
  );
}
