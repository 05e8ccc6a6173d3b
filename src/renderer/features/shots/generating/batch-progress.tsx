import { X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { Activity } from '../../../../contract/activities.ts';
import { useCall } from '../../../actions/use-edit.ts';
import { useProject } from '../../../state/project-context.ts';
import { useStudio, useStudioState } from '../../../state/studio-context.ts';
import { IconButton } from '../../../ui/icon-button.tsx';
import { Progress } from '../../../ui/progress.tsx';
import { useFormats, useInterpret, useWords } from '../../../words/use-words.ts';
import { useBoardStore } from '../board/board-store.ts';

/** The generation of this project that runs or waits; null for none. */
export function useRunningGeneration(): Activity | null {
  const { projectId } = useProject();
  const activities = useStudioState((state) => state.activities);
  return (
    activities.find(
      (activity) =>
        activity.kind === 'generate' &&
        activity.projectId === projectId &&
        (activity.state === 'running' || activity.state === 'waiting'),
    ) ?? null
  );
}

/** Tenths of the way after which a screen reader is told. */
const tellEvery = 0.1;

/** Done of all, time left, and a cancel that answers at once. */
export function BatchProgress({ activity }: { readonly activity: Activity }) {
  const words = useWords('generating');
  const formats = useFormats();
  const interpret = useInterpret();
  const { client } = useStudio();
  const call = useCall();
  const board = useBoardStore();
  const told = useRef(0);
  const { done, total, secondsLeft } = activity;
  useEffect(() => {
    const share = total === 0 ? 0 : Math.floor(done / total / tellEvery);
    if (share === told.current) return;
    told.current = share;
    if (share > 0) board.setState({ said: words.generated(done, total) });
  }, [done, total, board, words]);
  const left = secondsLeft === null ? '' : ` · ${formats.timeLeft(secondsLeft)}`;
  return (
    <div className="flex items-center gap-2">
      <span
        className="text-sm whitespace-nowrap text-muted tabular-nums"
        title={activity.message === null ? undefined : interpret(activity.message)}
      >
        {total === 0 ? words.inProgress : `${formats.number(done)} / ${formats.number(total)}${left}`}
      </span>
      <Progress
        label={words.inProgress}
        done={done}
        total={total}
        secondsLeft={secondsLeft}
        look="bar"
        tone={activity.state === 'waiting' ? 'waiting' : 'running'}
        className="w-24"
      />
      <IconButton
        icon={X}
        size="small"
        label={words.cancel}
        onClick={() =>
          void call(
            () => client.activities.cancel({ activityId: activity.id }),
            () => words.cancelled,
          )
        }
      />
    </div>
  );
}
