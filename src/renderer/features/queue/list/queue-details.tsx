import { Fragment, type ReactNode } from 'react';
import type { QueueRow } from '../../../../contract/queue.ts';
import { useStudio, useStudioState } from '../../../state/studio-context.ts';
import { useNow } from '../../../state/use-now.ts';
import { Button } from '../../../ui/button.tsx';
import { StateDot } from '../../../ui/state-dot.tsx';
import { useFormats, useInterpret, useWords } from '../../../words/use-words.ts';
import { useRowWords } from '../use-row-words.ts';
import type { QueuePanelProps } from './jobs-sheet.tsx';
import { countOf, mayOf } from './queue-choice.ts';
import { type QueueActions, useQueueActions } from './use-queue-actions.ts';

/** What is chosen, in full: why, what it costs, and what can be done about it. */
export function QueueDetails(props: QueuePanelProps) {
  const { chosen, window, figures, titles } = props;
  const words = useWords('queue');
  const actions = useQueueActions(props);
  const rows = chosen.all ? [] : [...chosen.rows.values()];
  // The newest that is known of it: the list goes on while it is looked at.
  const [first] = rows;
  const row = first === undefined ? null : (newest(window, first) ?? first);
  const waiting = figures?.summary.counts.waiting ?? 0;
  return (
    <aside
      aria-label={words.details}
      className="flex w-80 shrink-0 flex-col gap-4 overflow-y-auto border-l border-line bg-panel p-4 max-md:hidden"
    >
      {rows.length === 1 && row !== null ? (
        <OneJob
          row={row}
          title={titles.get(row.projectId) ?? words.deletedProject}
          lane={figures?.summary.lanes.find(({ provider }) => provider === row.provider) ?? null}
        >
          <Doing {...props} actions={actions} row={row} />
        </OneJob>
      ) : chosen.all || rows.length > 1 ? (
        <>
          <h2 className="text-lg font-medium text-text">
            {words.chosen(countOf(chosen, window.state().total ?? 0))}
          </h2>
          <Doing {...props} actions={actions} row={null} />
        </>
      ) : (
        <p className="text-base text-muted">{words.chooseOne}</p>
      )}
      {waiting > 1 && props.groups.includes('waiting') ? (
        <div className="mt-auto border-t border-line pt-3">
          <Button size="small" variant="danger" onClick={() => void actions.cancelWaiting()}>
            {words.cancelWaiting}
          </Button>
        </div>
      ) : null}
    </aside>
  );
}

function newest(window: QueuePanelProps['window'], { jobId }: QueueRow): QueueRow | null {
  for (const page of window.state().pages.values()) {
    const found = page.find((row) => row.jobId === jobId);
    if (found !== undefined) return found;
  }
  return null;
}

function Doing({
  chosen,
  groups,
  actions,
  row,
}: QueuePanelProps & { readonly actions: QueueActions; readonly row: QueueRow | null }) {
  const words = useWords('queue');
  const { navigate } = useStudio();
  const may = row === null ? mayOf(chosen, groups) : new Set(row.may);
  const code = row?.faultCode ?? '';
  return (
    <div className="flex flex-wrap gap-2">
      {row !== null && may.has('collect') ? (
        <Button variant="primary" onClick={() => void actions.fetch(row)}>
          {words.fetch}
        </Button>
      ) : null}
      {row?.state === 'unknown' ? (
        <Button variant="primary" onClick={() => navigate({ at: 'queue', sheet: 'find' })}>
          {words.lookForIt}
        </Button>
      ) : null}
      {may.has('again') || (row === null && may.has('collect')) ? (
        <Button onClick={actions.askAgain}>{row?.state === 'draft' ? words.confirm : words.tryAgain}</Button>
      ) : null}
      {code.startsWith('provider.key') ? (
        <Button onClick={() => navigate({ at: 'settings', sheet: 'keys' })}>{words.openKeys}</Button>
      ) : null}
      {code.startsWith('money.') ? (
        <Button onClick={() => navigate({ at: 'settings', sheet: 'budgets' })}>{words.openBudgets}</Button>
      ) : null}
      {row === null ? null : (
        <Button onClick={() => actions.goTo(row)}>
          {row.shotId === null ? words.openProject : words.goToShot}
        </Button>
      )}
      {may.has('drop') ? (
        <Button variant="quiet" onClick={() => void actions.drop()}>
          {words.drop}
        </Button>
      ) : null}
      {may.has('cancel') ? (
        <Button variant="danger" onClick={() => void actions.cancel()}>
          {words.cancel}
        </Button>
      ) : null}
    </div>
  );
}

function OneJob({
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
    [words.price, row.priceBasis === null ? price : `${price} · ${interpret(row.priceBasis)}`],
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
