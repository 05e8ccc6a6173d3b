import { Pause, Play, SearchCheck, X } from 'lucide-react';
import type { QueueFilter } from '../../../../contract/queue.ts';
import { type QueueGroup, queueGroups } from '../../../../domain/jobs/queue-group.ts';
import type { ProjectId } from '../../../../domain/kernel/ids.ts';
import { useCommandButton } from '../../../actions/use-command-button.ts';
import { useStudio, useStudioState } from '../../../state/studio-context.ts';
import { Button } from '../../../ui/button.tsx';
import { Segmented } from '../../../ui/segmented.tsx';
import { Select } from '../../../ui/select.tsx';
import { Toolbar, ToolbarSpace } from '../../../ui/toolbar.tsx';
import { useFormats, useWords } from '../../../words/use-words.ts';
import type { QueueRoute } from '../queue-route.ts';
import { useProviderName } from '../use-queue-names.ts';
import type { QueueFigures } from './use-queue-summary.ts';

const all = '';

/** Which part of the queue is in sight, of which project and provider, and what concerns all of it. */
export function QueueToolbar({
  route,
  figures,
  titles,
  filter,
  onProject,
  onProvider,
}: {
  readonly route: QueueRoute;
  readonly figures: QueueFigures | null;
  readonly titles: ReadonlyMap<ProjectId, string>;
  readonly filter: QueueFilter;
  readonly onProject: (projectId: ProjectId | null) => void;
  readonly onProvider: (provider: string | null) => void;
}) {
  const words = useWords('queue');
  const formats = useFormats();
  const nameOf = useProviderName();
  const { navigate } = useStudio();
  const counts = figures?.summary.counts;
  const label = (group: QueueGroup): string =>
    counts === undefined ? words.groups[group] : `${words.groups[group]} ${formats.number(counts[group])}`;
  const { batchId } = route;
  const show = (group: QueueGroup | 'open'): void =>
    navigate({
      at: 'queue',
      sheet: 'jobs',
      ...(group === 'open' ? {} : { group }),
      ...(batchId === undefined ? {} : { batchId }),
    });
  const projects = [...titles].map(([value, title]) => ({ value: value as string, label: title }));
  const providers = (figures?.summary.lanes ?? []).map(({ provider }) => provider);
  return (
    <>
      <Toolbar label={words.title}>
        <Segmented<QueueGroup | 'open'>
          label={words.part}
          value={route.group ?? 'open'}
          onChange={show}
          options={[
            {
              value: 'open' as const,
              label: batchId === undefined ? words.groups.open : words.groups.batch,
            },
            ...queueGroups.map((value) => ({ value, label: label(value) })),
          ]}
        />
        <ToolbarSpace />
        <PauseButton />
      </Toolbar>
      <Toolbar label={words.list}>
        <Select
          label={words.project}
          labelAt="hidden"
          className="w-48"
          value={filter.projectId ?? all}
          options={[{ value: all, label: words.allProjects }, ...projects]}
          onChange={(value) => onProject(value === all ? null : (value as ProjectId))}
        />
        <Select
          label={words.provider}
          labelAt="hidden"
          className="w-40"
          value={filter.provider ?? all}
          options={[
            { value: all, label: words.allProviders },
            ...[...new Set([...providers, ...(filter.provider === null ? [] : [filter.provider])])].map(
              (value) => ({ value, label: nameOf(value) }),
            ),
          ]}
          onChange={(value) => onProvider(value === all ? null : value)}
        />
        {batchId === undefined ? null : (
          <Button
            size="small"
            icon={X}
            onClick={() => {
              const { batchId: _batch, ...rest } = route;
              navigate(rest);
            }}
          >
            {`${words.onlyBatch} · ${words.showAll}`}
          </Button>
        )}
        <ToolbarSpace />
        <Button size="small" icon={SearchCheck} onClick={() => navigate({ at: 'queue', sheet: 'find' })}>
          {words.findPaid}
        </Button>
      </Toolbar>
    </>
  );
}

function PauseButton() {
  const words = useWords('queue');
  const isPaused = useStudioState(({ queuePausedSinceMs }) => queuePausedSinceMs !== null);
  const pause = useCommandButton('queue.pause');
  const resume = useCommandButton('queue.resume');
  const { shortcut, onClick } = isPaused ? resume : pause;
  return (
    <Button
      size="small"
      variant={isPaused ? 'primary' : 'plain'}
      icon={isPaused ? Play : Pause}
      shortcut={shortcut}
      onClick={onClick}
    >
      {isPaused ? words.resume : words.pause}
    </Button>
  );
}
