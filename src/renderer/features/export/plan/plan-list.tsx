import { useMemo } from 'react';
import type { ExportOutline } from '../../../../contract/exports.ts';
import { classNames } from '../../../ui/class-names.ts';
import { useFormats, useWords } from '../../../words/use-words.ts';
import { howTones } from './how-tones.ts';
import { planRows } from './strip-path.ts';

/** How much of the film comes about in which way, and why. */
export function PlanList({ outline }: { readonly outline: ExportOutline }) {
  const words = useWords('export');
  const formats = useFormats();
  const rows = useMemo(() => planRows(outline.segments), [outline]);
  return (
    <ul className="divide-y divide-line border-y border-line">
      {rows.map(({ how, why, stretches, durationFlicks }) => (
        <li key={`${how} ${why}`} className="flex min-h-7 items-center gap-3 py-1 text-base">
          <span aria-hidden className={classNames('size-2.5 shrink-0 rounded-inner', howTones[how].box)} />
          <span className="w-24 shrink-0 text-text">{words.how[how]}</span>
          <span className="min-w-0 flex-1 text-muted">
            {why !== null ? words.why[why] : how === 'composite' ? '' : words.howText[how]}
          </span>
          <span className="w-24 shrink-0 text-right text-sm text-faint tabular-nums">
            {words.stretches(stretches)}
          </span>
          <span className="w-16 shrink-0 text-right text-muted tabular-nums">
            {formats.duration(durationFlicks)}
          </span>
          <span className="w-12 shrink-0 text-right text-muted tabular-nums">
            {formats.percent(durationFlicks / outline.durationFlicks)}
          </span>
        </li>
      ))}
    </ul>
  );
}
