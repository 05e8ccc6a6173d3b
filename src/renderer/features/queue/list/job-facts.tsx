import { Fragment, type ReactNode } from 'react';
import type { QueueRow } from '../../../../contract/queue.ts';
import { useStudioState } from '../../../state/studio-context.ts';
import { useNow } from '../../../state/use-now.ts';
import { StateDot } from '../../../ui/state-dot.tsx';
import { useFormats, useInterpret, useWords } from '../../../words/use-words.ts';
import { useRowWords } from '../use-row-words.ts';

/** One job in full: where it stands and why, what that means and what to do, its price, its times. */
export function JobFacts({
  row,
  title,
  lane,
  children,
}: {
  readonly row: QueueRow;
  readonly title: string;
  readonly children: ReactNode;
  readonly lane: Parameters<typeof useRowWords>[1];
}) {
  const words = useWords('queue');
  const states = useWords('queueStates');
  const formats = useFormats();
  const interpret = useInterpret();
  const nowMs = useNow(1_000);
  const pausedSinceMs = useStudioState((state) => state.queuePausedSinceMs);
  const { what, dot, state, why, price } = useRowWords(row, lane, pausedSinceMs, nowMs);
  const when = (atMs: number | null): string | null =>
    atMs === null ? null : `${formats.date(atMs)}, ${formats.time(atMs)}`;
  const facts: readonly (readonly [string, ReactNode])[] = [
    [
      words.price,
      [
        price,
        row.priceBasis === null ? '' : interpret(row.priceBasis),
        row.pricedAtMs === null ? '' : words.pricedAt(when(row.pricedAtMs) ?? ''),
      ]
        .filter((part) => part !== '')
        .join(' · '),
    ],
    [words.model, row.model],
    [words.asked, when(row.createdAtMs)],
    [words.sent, when(row.sentAtMs)],
    [words.ended, when(row.finishedAtMs)],
  ];
  return (
    <>
      <header>
        <h2 className="text-lg font-medium break-words text-text">{what}</h2>
        <p className="text-sm text-muted">{title}</p>
      </header>
      {children}
      <div className="selectable">
        <StateDot withWords wraps state={dot} label={state} />
        {why === '' ? null : <p className="mt-1 text-base break-words text-text">{why}</p>}
        <p className="mt-1 text-sm text-muted">{states.meanings[row.state]}</p>
        <p className="mt-1 text-sm text-muted">{states.nexts[row.state]}</p>
        {row.heldUntilMs === null || row.state === 'done' ? null : (
          <p className="mt-1 text-sm text-text">{words.heldUntil(when(row.heldUntilMs) ?? '')}</p>
        )}
      </div>
      <dl className="selectable grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-1 text-sm">
        {facts.map(([name, value]) =>
          value === null ? null : (
            <Fragment key={name}>
              <dt className="text-muted">{name}</dt>
              <dd className="break-words text-text tabular-nums">{value}</dd>
            </Fragment>
          ),
        )}
      </dl>
      {row.words === '' ? null : (
        <div>
          <h3 className="text-sm text-muted">{words.requestWords}</h3>
          <p className="selectable mt-0.5 text-sm break-words text-text">{row.words}</p>
        </div>
      )}
    </>
  );
}
