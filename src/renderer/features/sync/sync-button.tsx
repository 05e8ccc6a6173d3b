import { lazy, Suspense, useState } from 'react';
import { useProject, useRows } from '../../state/project-context.ts';
import { useStudioState } from '../../state/studio-context.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Popover } from '../../ui/popover.tsx';
import { StateDot } from '../../ui/state-dot.tsx';
import { useSyncWords } from '../../words/sync-words.ts';
import { dotOfLook, lookOf } from './sync-look.ts';
import { SyncPanel } from './sync-panel.tsx';

const ConflictsDialog = lazy(async () => ({
  default: (await import('./conflicts-dialog.tsx')).ConflictsDialog,
}));

const AwayFiles = lazy(async () => ({ default: (await import('./away-files.tsx')).AwayFiles }));
const RemoveDialog = lazy(async () => ({ default: (await import('./remove-dialog.tsx')).RemoveDialog }));

/** How the open project stands with the other devices, small and quiet; what it means and what to do is in its panel. */
export function SyncButton() {
  const words = useSyncWords();
  const { projectId } = useProject();
  const overview = useStudioState((state) => state.sync);
  const open = useRows('conflict').filter(({ resolvedAtMs }) => resolvedAtMs === null).length;
  const [shown, setShown] = useState<'panel' | 'conflicts' | 'away' | 'remove' | null>(null);
  if (overview === null || (!overview.hasService && open === 0)) return null;
  const project = overview.projects.find((one) => one.projectId === projectId) ?? null;
  const look = lookOf(project);
  return (
    <>
      <Popover
        open={shown === 'panel'}
        onOpenChange={(next) => setShown(next ? 'panel' : null)}
        label={words.title}
        className="w-90"
        trigger={
          <Button variant="quiet" title={words.label(words.state[look])}>
            <span className="inline-flex items-center gap-1.5">
              <StateDot state={dotOfLook[look]} label={words.label(words.state[look])} />
              <span aria-hidden className="text-muted max-xl:hidden">
                {words.state[look]}
              </span>
              {open === 0 ? null : <Badge tone="accent">{open}</Badge>}
            </span>
          </Button>
        }
      >
        <SyncPanel
          project={project}
          look={look}
          conflicts={open}
          onConflicts={() => setShown('conflicts')}
          onAway={() => setShown('away')}
          onRemove={() => setShown('remove')}
          onDone={() => setShown(null)}
        />
      </Popover>
      {shown === 'conflicts' ? (
        <Suspense fallback={null}>
          <ConflictsDialog onClose={() => setShown(null)} />
        </Suspense>
      ) : null}
      {shown === 'away' ? (
        <Suspense fallback={null}>
          <AwayFiles onClose={() => setShown(null)} />
        </Suspense>
      ) : null}
      {shown === 'remove' ? (
        <Suspense fallback={null}>
          <RemoveDialog waitingRows={project?.waitingRows ?? 0} onClose={() => setShown(null)} />
        </Suspense>
      ) : null}
    </>
  );
}
