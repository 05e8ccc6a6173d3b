import { useEffect, useMemo, useState } from 'react';
import type { QueueChoice, QueueFilter } from '../../../../contract/queue.ts';
import type { QueueGroup } from '../../../../domain/jobs/queue-group.ts';
import type { ProjectId } from '../../../../domain/kernel/ids.ts';
import { useStudio } from '../../../state/studio-context.ts';
import { AgainDialog } from '../again/again-dialog.tsx';
import type { QueueRoute } from '../queue-route.ts';
import { useProjectTitles } from '../use-project-titles.ts';
import { type Chosen, nothingChosen } from './queue-choice.ts';
import { QueueDetails } from './queue-details.tsx';
import { QueueList } from './queue-list.tsx';
import { QueueSums } from './queue-sums.tsx';
import { QueueToolbar } from './queue-toolbar.tsx';
import { useQueueSummary } from './use-queue-summary.ts';
import { useQueueWindow } from './use-queue-window.ts';

const openGroups: readonly QueueGroup[] = ['attention', 'running', 'waiting'];
/** Of one batch everything is shown, what went wrong first. */
const batchGroups: readonly QueueGroup[] = ['attention', 'failed', 'running', 'waiting', 'done'];
const single: Readonly<Record<QueueGroup, readonly QueueGroup[]>> = {
  attention: ['attention'],
  running: ['running'],
  waiting: ['waiting'],
  failed: ['failed'],
  done: ['done'],
};

/** What runs, waits, needs a person, failed and ended, of all projects; the chosen job in full beside it. */
export function JobsSheet({ route }: { readonly route: QueueRoute }) {
  const { group, batchId, again } = route;
  const { navigate } = useStudio();
  const [projectId, setProjectId] = useState<ProjectId | null>(null);
  const [provider, setProvider] = useState<string | null>(null);
  const [chosen, setChosen] = useState<Chosen>(nothingChosen);
  const [asking, setAsking] = useState<QueueChoice | null>(null);
  const filter = useMemo<QueueFilter>(
    () => ({ projectId, provider, batchId: batchId ?? null }),
    [projectId, provider, batchId],
  );
  const groups = group !== undefined ? single[group] : batchId === undefined ? openGroups : batchGroups;
  const window = useQueueWindow(filter, groups);
  const figures = useQueueSummary(filter);
  const titles = useProjectTitles();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another part of the queue is another list.
  useEffect(() => setChosen(nothingChosen), [filter, groups]);
  useEffect(() => {
    if (again !== true || batchId === undefined) return;
    setAsking({ filter: { projectId: null, provider: null, batchId }, groups: ['attention', 'failed'] });
    // Asked once: a reload shows the batch.
    navigate({ at: 'queue', sheet: 'jobs', batchId });
  }, [again, batchId, navigate]);
  const parts = { window, figures, titles, chosen, setChosen, filter, groups, onAskAgain: setAsking };
  return (
    <div className="flex min-h-0 min-w-0 flex-1 flex-col">
      <QueueToolbar
        route={route}
        figures={figures}
        titles={titles}
        filter={filter}
        onProject={setProjectId}
        onProvider={setProvider}
      />
      <QueueSums figures={figures} />
      <div className="flex min-h-0 flex-1">
        <QueueList {...parts} route={route} />
        <QueueDetails {...parts} />
      </div>
      {asking === null ? null : <AgainDialog which={asking} onClose={() => setAsking(null)} />}
    </div>
  );
}
