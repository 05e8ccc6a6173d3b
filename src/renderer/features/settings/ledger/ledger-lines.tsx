import { useEffect, useMemo } from 'react';
import type { LedgerLine } from '../../../../contract/money.ts';
import { Badge, type BadgeTone } from '../../../ui/badge.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { VirtualList } from '../../../ui/virtual-list.tsx';
import { useFormats, useWords } from '../../../words/use-words.ts';
import type { LedgerLines as Lines } from './use-ledger-lines.ts';
import { useLedgerNames } from './use-ledger-names.ts';

const columns =
  'grid grid-cols-[164px_minmax(0,1fr)_minmax(0,1.6fr)_72px_100px_84px_72px] items-center gap-x-3 px-4';

const tones: Readonly<Record<LedgerLine['state'], BadgeTone>> = {
  charged: 'plain',
  reserved: 'info',
  uncertain: 'bad',
  released: 'good',
};

/** Line by line, newest first; only what is in sight is read and drawn. */
export function LedgerLines({ total, lines }: { readonly total: number; readonly lines: Lines }) {
  const words = useWords('settings').ledger;
  const indices = useMemo(() => Array.from({ length: total }, (_, index) => index), [total]);
  return (
    <div className="flex min-h-0 min-w-0 flex-1 flex-col">
      <div
        aria-hidden
        className={`${columns} h-7 shrink-0 border-b border-line text-sm text-faint *:truncate`}
      >
        <span>{words.sent}</span>
        <span>{words.project}</span>
        <span>{words.what}</span>
        <span>{words.provider}</span>
        <span>{words.state}</span>
        <span>{words.from}</span>
        <span className="text-right">{words.amount}</span>
      </div>
      <VirtualList
        label={words.lines}
        items={indices}
        keyOf={String}
        rowHeightPx={28}
        className="flex-1"
        render={(index) => <LineRow index={index} line={lines.lineAt(index)} want={lines.want} />}
      />
    </div>
  );
}

function LineRow({
  index,
  line,
  want,
}: {
  readonly index: number;
  readonly line: LedgerLine | undefined;
  readonly want: (index: number) => void;
}) {
  const words = useWords('settings').ledger;
  const formats = useFormats();
  const names = useLedgerNames();
  const isMissing = line === undefined;
  useEffect(() => {
    if (isMissing) want(index);
  }, [isMissing, index, want]);
  if (line === undefined) {
    return (
      <div className="flex h-full items-center px-4">
        <Skeleton className="h-3 w-full" />
      </div>
    );
  }
  return (
    <div className={`${columns} selectable h-full border-b border-line text-base`}>
      <span className="truncate text-muted tabular-nums">
        {formats.date(line.sentAtMs)}, {formats.time(line.sentAtMs)}
      </span>
      <span className="truncate text-text" title={line.projectTitle}>
        {names.project(line.projectTitle)}
      </span>
      <span className="truncate text-muted" title={line.model}>
        {names.what(line)}
      </span>
      <span className="truncate text-muted">{names.provider(line.provider)}</span>
      <span className="flex min-w-0">
        <Badge tone={tones[line.state]}>{words.states[line.state]}</Badge>
      </span>
      <span className="truncate text-sm text-muted">
        {line.state === 'released' ? null : words.bases[line.basis]}
      </span>
      <span className="text-right text-text tabular-nums">{formats.exactMoney(line.amountUsdMicros)}</span>
    </div>
  );
}
