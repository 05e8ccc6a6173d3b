import type { CommissionLine } from '../../../../contract/commissions.ts';
import { useFormats, useWords } from '../../../words/use-words.ts';

/** What a line costs; nothing where it is there. */
export function LinePrice({ line }: { readonly line: CommissionLine | null }) {
  const words = useWords('sound');
  const formats = useFormats();
  const text =
    line === null || line.state === 'made' || line.state === 'under-way'
      ? ''
      : line.costUsdMicros === null
        ? words.noPrice
        : formats.money(line.costUsdMicros);
  return (
    <span className="truncate text-right text-text tabular-nums" title={line?.basis ?? undefined}>
      {text}
    </span>
  );
}
