import type { QueueRow } from '../../../../contract/queue.ts';
import { Button } from '../../../ui/button.tsx';
import { useWords } from '../../../words/use-words.ts';
import { JobActions } from './job-actions.tsx';
import { JobFacts } from './job-facts.tsx';
import { countOf } from './queue-choice.ts';
import type { QueuePanelProps } from './queue-panel.ts';
import { useQueueActions } from './use-queue-actions.ts';

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
        <JobFacts
          row={row}
          title={titles.get(row.projectId) ?? words.deletedProject}
          lane={figures?.summary.lanes.find(({ provider }) => provider === row.provider) ?? null}
        >
          <JobActions {...props} actions={actions} row={row} />
        </JobFacts>
      ) : chosen.all || rows.length > 1 ? (
        <>
          <h2 className="text-lg font-medium text-text">
            {words.chosen(countOf(chosen, window.state().total ?? 0))}
          </h2>
          <JobActions {...props} actions={actions} row={null} />
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
