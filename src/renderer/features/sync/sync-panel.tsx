import { CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import type { ProjectSync } from '../../../domain/sync/sync-status.ts';
import { useCall } from '../../actions/use-edit.ts';
import { useProject } from '../../state/project-context.ts';
import { useStudio } from '../../state/studio-context.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { StateDot } from '../../ui/state-dot.tsx';
import { useSyncWords } from '../../words/sync-words.ts';
import { useFormats } from '../../words/use-words.ts';
import { SyncFiles } from './sync-files.tsx';
import { dotOfLook, type SyncLook } from './sync-look.ts';
import { TurnOn } from './turn-on.tsx';
import { useMeaning } from './use-meaning.ts';

export interface SyncPanelProps {
  /** null where the project is on this computer only. */
  readonly project: ProjectSync | null;
  readonly look: SyncLook;
  readonly conflicts: number;
  readonly onConflicts: () => void;
  readonly onAway: () => void;
  readonly onRemove: () => void;
  readonly onDone: () => void;
}

/** What the state means, what waits, what was sent and received, and what can be done about it. */
export function SyncPanel(props: SyncPanelProps) {
  const { project, look, conflicts, onConflicts, onAway, onRemove, onDone } = props;
  const words = useSyncWords();
  const call = useCall();
  const { client } = useStudio();
  const { projectId } = useProject();
  const meaning = useMeaning(project, look);
  return (
    <>
      <div className="flex h-9 shrink-0 items-center justify-between border-b border-line px-3">
        <h2 className="text-base font-medium">{words.title}</h2>
        <StateDot withWords state={dotOfLook[look]} label={words.state[look]} />
      </div>
      <div className="flex min-h-0 flex-col gap-3 overflow-y-auto p-3">
        <p className="selectable text-base text-muted">{meaning}</p>
        {project === null ? null : <Facts project={project} />}
        {project === null || project.notShown.length === 0 ? null : <NotShown of={project.notShown} />}
        {conflicts === 0 ? null : (
          <div className="flex items-center justify-between gap-2 text-base">
            <span className="flex min-w-0 items-center gap-2 text-accent-text">
              <Icon of={CircleAlert} size={14} />
              {words.conflicts(conflicts)}
            </span>
            <Button size="small" onClick={onConflicts}>
              {words.look}
              <span className="sr-only"> {words.conflictsTitle}</span>
            </Button>
          </div>
        )}
        {project === null ? null : <SyncFiles onAway={onAway} />}
        {project?.role === 'owner' ? (
          <Button size="small" variant="quiet" className="self-start" onClick={onRemove}>
            {words.remove}
          </Button>
        ) : null}
      </div>
      <div className="flex shrink-0 flex-wrap items-end justify-end gap-2 border-t border-line px-3 py-2">
        {project === null ? (
          <TurnOn onDone={onDone} />
        ) : (
          <>
            <Button
              size="small"
              onClick={() =>
                void call(
                  () => client.sync.now({ projectId }),
                  () => words.done,
                )
              }
            >
              {words.now}
            </Button>
            <Button
              size="small"
              variant="quiet"
              onClick={() =>
                void call(
                  () => client.sync.turnOff({ projectId }),
                  () => words.turnedOff,
                )
              }
            >
              {words.turnOff}
            </Button>
          </>
        )}
      </div>
    </>
  );
}

function Facts({ project }: { readonly project: ProjectSync }) {
  const words = useSyncWords();
  const formats = useFormats();
  const { waitingRows, sentAtMs, receivedAtMs, role } = project;
  const at = (timeMs: number | null): string => (timeMs === null ? words.notYet : formats.time(timeMs));
  return (
    <dl className="grid grid-cols-[1fr_auto] gap-x-3 gap-y-1 text-base">
      <Fact name={words.waiting}>{waitingRows === 0 ? words.nothing : words.rows(waitingRows)}</Fact>
      <Fact name={words.sent}>{at(sentAtMs)}</Fact>
      <Fact name={words.received}>{at(receivedAtMs)}</Fact>
      {role === null ? null : <Fact name={words.yourRole}>{words.role[role]}</Fact>}
    </dl>
  );
}

/** What of others this version cannot hold: quietly, because everything else travels. */
function NotShown({ of }: { readonly of: ProjectSync['notShown'] }) {
  const words = useSyncWords();
  const count = of.reduce((sum, one) => sum + one.count, 0);
  const kinds = of.map(
    ({ entity, field }) => `${words.kinds[entity] ?? entity}: ${words.fields[field] ?? field}`,
  );
  return (
    <p className="selectable text-base text-muted">{words.notShown(count, kinds.slice(0, 3).join(', '))}</p>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <>
      <dt className="text-muted">{name}</dt>
      <dd className="text-right tabular-nums">{children}</dd>
    </>
  );
}
