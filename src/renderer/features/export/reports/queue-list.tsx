import { X } from 'lucide-react';
import { useState } from 'react';
import type { Activity } from '../../../../contract/activities.ts';
import { useCall } from '../../../actions/use-edit.ts';
import { useProject } from '../../../state/project-context.ts';
import { useStudio } from '../../../state/studio-context.ts';
import { IconButton } from '../../../ui/icon-button.tsx';
import { Progress } from '../../../ui/progress.tsx';
import { useWords } from '../../../words/use-words.ts';
import { fileNameOf } from './film-report.ts';

/** Films that are being written or wait, in the order in which they are; those of other projects too. */
export function QueueList({ films }: { readonly films: readonly Activity[] }) {
  const words = useWords('export');
  if (films.length === 0) return <p className="px-3 py-2 text-sm text-faint">{words.queueEmpty}</p>;
  return (
    <ul className="max-h-60 shrink-0 overflow-y-auto">
      {films.map((film) => (
        <QueueRow key={film.id} film={film} />
      ))}
    </ul>
  );
}

function QueueRow({ film }: { readonly film: Activity }) {
  const words = useWords('export');
  const { projectId } = useProject();
  const { client } = useStudio();
  const call = useCall();
  const [asked, setAsked] = useState(false);
  const name = fileNameOf(film.path ?? film.projectTitle);
  const cancel = async (): Promise<void> => {
    setAsked(true);
    const ended = await call(
      () => client.activities.cancel({ activityId: film.id }),
      () => words.cancelled,
    );
    if (ended === null) setAsked(false);
  };
  return (
    <li className="flex items-start gap-2 border-line px-3 py-2 not-last:border-b">
      <div className="min-w-0 flex-1">
        {film.state === 'running' ? (
          <Progress label={name} done={film.done} total={film.total} secondsLeft={film.secondsLeft} />
        ) : (
          <>
            <p className="truncate text-sm text-muted">{name}</p>
            <p className="text-sm text-faint">{words.waiting}</p>
          </>
        )}
        {film.projectId === projectId ? null : (
          <p className="mt-1 truncate text-sm text-faint">{words.ofProject(film.projectTitle)}</p>
        )}
      </div>
      <IconButton
        icon={X}
        size="small"
        label={asked ? words.cancelling : words.cancel}
        busy={asked}
        onClick={() => void cancel()}
      />
    </li>
  );
}
