import type { QueueRow } from '../../../../contract/queue.ts';
import { useStudio } from '../../../state/studio-context.ts';
import { Button } from '../../../ui/button.tsx';
import { useWords } from '../../../words/use-words.ts';
import { mayOf } from './queue-choice.ts';
import type { QueuePanelProps } from './queue-panel.ts';
import type { QueueActions } from './use-queue-actions.ts';

/** What can be done with what is chosen; with a single job, the next step first. */
export function JobActions({
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
