import { X } from 'lucide-react';
import { useState } from 'react';
import type { Activity } from '../../../contract/activities.ts';
import { useCall } from '../../actions/use-edit.ts';
import { useStudio } from '../../state/studio-context.ts';
import { Button } from '../../ui/button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { Progress } from '../../ui/progress.tsx';
import { StateDot } from '../../ui/state-dot.tsx';
import { useFormats, useInterpret, useWords } from '../../words/use-words.ts';

const dots = {
  waiting: 'waiting',
  running: 'running',
  done: 'done',
  failed: 'failed',
  cancelled: 'none',
} as const;

type Naming = (project: string) => string;

interface Namings {
  readonly going: Naming;
  readonly done: Naming;
  readonly broken: Naming;
}

/** What was cancelled or failed is not said to be done. */
function nameFor(say: Namings, { state, projectTitle }: Activity): string {
  if (state === 'running' || state === 'waiting') return say.going(projectTitle);
  return state === 'done' ? say.done(projectTitle) : say.broken(projectTitle);
}

/** One piece of work: how far it is, or how it ended. */
export function ActivityRow({
  activity,
  onActed,
}: {
  readonly activity: Activity;
  readonly onActed: () => void;
}) {
  const words = useWords('activities');
  const interpret = useInterpret();
  const workNames = useWords('workNames');
  const going = activity.state === 'running' || activity.state === 'waiting';
  const kinds: Readonly<Partial<Record<Activity['kind'], Namings>>> = {
    export: { going: words.export, done: words.exportedOf, broken: words.exportOf },
    publish: { going: words.publish, done: words.publishedOf, broken: words.publishOf },
    ...workNames,
  };
  const generating = { going: words.generate, done: words.generatedOf, broken: words.generationOf };
  const name = nameFor(kinds[activity.kind] ?? generating, activity);
  return (
    <li className="flex items-start gap-2 px-3 py-2">
      <div className="min-w-0 flex-1">
        {activity.state === 'running' ? (
          <Progress
            label={name}
            done={activity.done}
            total={activity.total}
            counted={activity.kind === 'fetch' ? 'bytes' : 'number'}
            secondsLeft={activity.secondsLeft}
          />
        ) : (
          <Outcome activity={activity} name={name} />
        )}
        {activity.message === null ? null : (
          <p
            className={classNames(
              'selectable mt-1 text-sm break-words text-muted',
              activity.state !== 'running' && 'pl-5',
            )}
          >
            {interpret(activity.message)}
          </p>
        )}
      </div>
      {going ? <CancelButton activity={activity} /> : <OpenButton activity={activity} onActed={onActed} />}
    </li>
  );
}

function Outcome({ activity, name }: { readonly activity: Activity; readonly name: string }) {
  const words = useWords('activities');
  const formats = useFormats();
  const states = {
    waiting: words.waitingFor,
    running: '',
    done: words.done,
    failed: words.failed,
    cancelled: words.cancelled,
  };
  return (
    <div className="flex min-w-0 items-center justify-between gap-3 text-base">
      <span className="flex min-w-0 items-center gap-2">
        <StateDot state={dots[activity.state]} label={states[activity.state]} />
        <span className="min-w-0 truncate">{name}</span>
      </span>
      <span className="shrink-0 text-sm text-faint">
        {activity.finishedAtMs === null ? states[activity.state] : formats.time(activity.finishedAtMs)}
      </span>
    </div>
  );
}

/** Answers at once: the button says that it was heard before the studio has. */
function CancelButton({ activity }: { readonly activity: Activity }) {
  const words = useWords('activities');
  const { client } = useStudio();
  const call = useCall();
  const [asked, setAsked] = useState(false);
  const cancel = async (): Promise<void> => {
    setAsked(true);
    const ended = await call(
      () => client.activities.cancel({ activityId: activity.id }),
      () =>
        activity.kind === 'export'
          ? words.cancelRemoves
          : activity.kind === 'publish'
            ? words.cancelKeepsLinks
            : activity.kind === 'fetch'
              ? words.keptOfFetch
              : words.keptAfterCancel(activity.done),
    );
    if (ended === null) setAsked(false);
  };
  return (
    <IconButton
      icon={X}
      size="small"
      label={asked ? words.cancelling : words.cancel}
      busy={asked}
      onClick={() => void cancel()}
    />
  );
}

function OpenButton({ activity, onActed }: { readonly activity: Activity; readonly onActed: () => void }) {
  const words = useWords('activities');
  const { host, navigate } = useStudio();
  const { kind, path, projectId, state } = activity;
  const isExport = kind === 'export';
  const isOpen = location.hash.startsWith(`#/project/${projectId}/`);
  const reveal = isExport && state === 'done' && path !== null && host.capabilities.revealFiles;
  return (
    <Button
      size="small"
      variant="quiet"
      onClick={() => {
        if (reveal) void host.bridge?.revealFile(path);
        else navigate({ at: 'project', projectId, page: isExport ? 'deliver' : 'board' });
        onActed();
      }}
    >
      {reveal ? words.showFilm : isExport ? words.showDeliver : isOpen ? words.showBoard : words.openProject}
    </Button>
  );
}
