import type { QueueRow } from '../../../../contract/queue.ts';
import { useCall } from '../../../actions/use-edit.ts';
import { useStudio } from '../../../state/studio-context.ts';
import { useWords } from '../../../words/use-words.ts';
import { nothingChosen, whichOf } from './queue-choice.ts';
import type { QueuePanelProps } from './queue-panel.ts';

export interface QueueActions {
  readonly goTo: (row: QueueRow) => void;
  readonly cancel: () => Promise<void>;
  readonly cancelWaiting: () => Promise<void>;
  readonly fetch: (row: QueueRow) => Promise<void>;
  readonly drop: () => Promise<void>;
  /** Opens the question what asking again costs. */
  readonly askAgain: () => void;
}

/** What can be done with what is chosen in the queue. */
export function useQueueActions({
  chosen,
  setChosen,
  filter,
  groups,
  onAskAgain,
  window,
}: QueuePanelProps): QueueActions {
  const words = useWords('queue');
  const { client, navigate } = useStudio();
  const call = useCall();
  const after = (): void => {
    setChosen(nothingChosen);
    window.refresh();
  };
  const cancelThese = async (which: NonNullable<ReturnType<typeof whichOf>>): Promise<void> => {
    const done = await call(
      () => client.queue.cancel({ which }),
      ({ cancelled, told, kept }) => words.cancelled(cancelled, told, kept),
    );
    if (done !== null) after();
  };
  return {
    goTo: ({ projectId, shotId }) =>
      navigate({
        at: 'project',
        projectId,
        page: 'board',
        ...(shotId === null ? {} : { select: { entity: 'shot', id: shotId } }),
      }),
    async cancel() {
      const which = whichOf(chosen, filter, groups, 'cancel');
      if (which !== null) await cancelThese(which);
    },
    cancelWaiting: () => cancelThese({ filter, groups: ['waiting'] }),
    async fetch({ jobId }) {
      const asks = [{ jobId, costUsdMicros: 0 }];
      const done = await call(
        () => client.queue.sendAgain({ asks }),
        ({ again }) => (again > 0 ? words.fetched : null),
      );
      if (done !== null) after();
    },
    async drop() {
      const which = whichOf(chosen, filter, groups, 'drop');
      if (which === null) return;
      const done = await call(
        () => client.queue.drop({ which }),
        ({ dropped }) => words.dropped(dropped),
      );
      if (done !== null) after();
    },
    askAgain() {
      const which = whichOf(chosen, filter, groups, 'again');
      if (which !== null) onAskAgain(which);
    },
  };
}
