import { type KeyboardEvent, type MouseEvent, useEffect, useMemo, useRef, useState } from 'react';
import { faultOfCall } from '../../../../contract/fault-of-call.ts';
import { useNow } from '../../../state/use-now.ts';
import { Button } from '../../../ui/button.tsx';
import { ErrorState } from '../../../ui/error-state.tsx';
import { VirtualList, type VirtualListHandle } from '../../../ui/virtual-list.tsx';
import { useInterpret, useWords } from '../../../words/use-words.ts';
import type { QueueRoute } from '../queue-route.ts';
import { ListEmpty, ListLoading } from './list-states.tsx';
import { between, isChosen, onlyOne, toggled } from './queue-choice.ts';
import type { QueuePanelProps } from './queue-panel.ts';
import { QueueRowView, rowId } from './queue-row-view.tsx';
import { useQueueActions } from './use-queue-actions.ts';

const rowHeightPx = 52;
const pageKeys: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10 };

/** The jobs of the part in sight: drawn as far as one sees, read as far as one scrolls. */
export function QueueList(props: QueuePanelProps & { readonly route: QueueRoute }) {
  const { window, figures, titles, chosen, setChosen, route } = props;
  const words = useWords('queue');
  const interpret = useInterpret();
  const nowMs = useNow(1_000);
  const actions = useQueueActions(props);
  const list = useRef<VirtualListHandle>(null);
  const [place, setPlace] = useState(0);
  const [anchor, setAnchor] = useState(0);
  const [arriving, setArriving] = useState<number | null>(null);
  const { total, error } = window.state();
  const places = useMemo(() => Array.from({ length: total ?? 0 }, (_, index) => index), [total]);
  const at = Math.min(place, Math.max(0, (total ?? 0) - 1));

  const arrived = arriving === null ? null : window.rowAt(arriving);
  useEffect(() => {
    if (arrived === null) return;
    setArriving(null);
    setChosen(onlyOne(arrived));
  }, [arrived, setChosen]);

  const go = (to: number, extend: boolean): void => {
    const next = Math.min(Math.max(0, to), Math.max(0, (total ?? 0) - 1));
    setPlace(next);
    list.current?.scrollToIndex(next);
    const row = window.rowAt(next);
    if (extend) setChosen(between(window.rowAt, anchor, next));
    else {
      setAnchor(next);
      // Far down the list it is still to be read.
      setArriving(row === null ? next : null);
      if (row !== null) setChosen(onlyOne(row));
    }
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = pageKeys[event.key];
    const row = window.rowAt(at);
    if (step !== undefined) go(at + step, event.shiftKey);
    else if (event.key === 'Home') go(0, event.shiftKey);
    else if (event.key === 'End') go((total ?? 1) - 1, event.shiftKey);
    else if (event.key === ' ' && row !== null) setChosen(toggled(chosen, row));
    else if (event.key === 'Enter' && row !== null) actions.goTo(row);
    else if (event.key === 'Delete') void actions.cancel();
    else if (event.key === 'a' && (event.ctrlKey || event.metaKey)) setChosen({ all: true });
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const onClick = (index: number, event: MouseEvent): void => {
    const row = window.rowAt(index);
    if (row === null) return;
    setPlace(index);
    if (event.shiftKey) {
      setChosen(between(window.rowAt, anchor, index));
      return;
    }
    setAnchor(index);
    setChosen(event.ctrlKey || event.metaKey ? toggled(chosen, row) : onlyOne(row));
  };

  if (error !== null && total === null) {
    return (
      <ErrorState
        title={words.faultTitle}
        text={interpret(faultOfCall(error).message)}
        actions={<Button onClick={window.refresh}>{words.again}</Button>}
      />
    );
  }
  if (total === null) return <ListLoading label={words.loading} />;
  if (total === 0) return <ListEmpty route={route} />;
  const active = window.rowAt(at);
  return (
    <VirtualList
      label={words.list}
      role="listbox"
      items={places}
      keyOf={String}
      rowHeightPx={rowHeightPx}
      handle={list}
      className="min-w-0 flex-1"
      keys={{
        activeId: active === null ? undefined : rowId(active.jobId),
        onKeyDown,
        onFocus: () => {
          if (!chosen.all && chosen.rows.size === 0 && active !== null) setChosen(onlyOne(active));
        },
        several: true,
      }}
      render={(index) => {
        const row = window.rowAt(index);
        return (
          <QueueRowView
            row={row}
            index={index}
            isActive={index === at}
            isSelected={row !== null && isChosen(chosen, row.jobId)}
            lane={figures?.summary.lanes.find(({ provider }) => provider === row?.provider) ?? null}
            title={row === null ? '' : (titles.get(row.projectId) ?? words.deletedProject)}
            nowMs={nowMs}
            show={window.show}
            onClick={onClick}
            onOpen={actions.goTo}
          />
        );
      }}
    />
  );
}
