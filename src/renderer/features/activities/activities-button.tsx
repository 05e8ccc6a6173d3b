import { ListChecks } from 'lucide-react';
import { useState } from 'react';
import { useCommandButton } from '../../actions/use-command-button.ts';
import { useCommands } from '../../actions/use-commands.ts';
import { useCall } from '../../actions/use-edit.ts';
import { useStudio, useStudioState } from '../../state/studio-context.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Popover } from '../../ui/popover.tsx';
import { Spinner } from '../../ui/spinner.tsx';
import { StateDot } from '../../ui/state-dot.tsx';
import { useFormats, useWords } from '../../words/use-words.ts';
import { ActivityRow } from './activity-row.tsx';

/** "3 running" in the top bar, and the list that it opens: what runs, waits and ended, with a way to end each. */
export function ActivitiesButton() {
  const words = useWords('activities');
  const formats = useFormats();
  const { client } = useStudio();
  const call = useCall();
  const activities = useStudioState((state) => state.activities);
  const [open, setOpen] = useState(false);
  const { shortcut } = useCommandButton('app.activities');
  useCommands({ 'app.activities': { run: () => setOpen((before) => !before) } });
  const underWay = activities.filter(({ state }) => state === 'running' || state === 'waiting');
  const ended = activities.filter(({ state }) => state !== 'running' && state !== 'waiting');
  const running = underWay.filter(({ state }) => state === 'running').length;
  const waiting = underWay.length - running;
  const counts = useStudioState((state) => state.queueCounts);
  const needing = counts?.attention ?? 0;
  const queue = useCommandButton('app.queue');
  const queueWords = useWords('queue');
  const summary = running > 0 ? words.running(running) : waiting > 0 ? words.waiting(waiting) : words.title;
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      label={words.title}
      className="w-110"
      trigger={
        <Button variant="quiet" title={words.title} aria-keyshortcuts={shortcut ?? undefined}>
          <span className="inline-flex items-center gap-1.5">
            {running > 0 ? <Spinner /> : <Icon of={ListChecks} className="md:hidden" />}
            {/* In a narrow window the sign stands for the words; a screen reader hears them everywhere. */}
            <span className="max-md:sr-only">{summary}</span>
            {running > 0 ? (
              <span aria-hidden className="tabular-nums md:hidden">
                {formats.number(running)}
              </span>
            ) : null}
          </span>
        </Button>
      }
    >
      <div className="flex h-9 shrink-0 items-center justify-between border-b border-line pr-1 pl-3">
        <h2 className="text-base font-medium">{words.title}</h2>
        {ended.length === 0 ? null : (
          <Button variant="quiet" size="small" onClick={() => void call(() => client.activities.clear())}>
            {words.clear}
          </Button>
        )}
      </div>
      {activities.length === 0 ? (
        <EmptyState look="inline" className="p-3" title={words.emptyTitle} text={words.emptyText} />
      ) : (
        <div className="min-h-0 overflow-y-auto py-1">
          {[
            { title: words.underWay, rows: underWay },
            { title: words.ended, rows: ended },
          ]
            .filter(({ rows }) => rows.length > 0)
            .map(({ title, rows }) => (
              <section key={title} aria-label={title}>
                <h3 className="px-3 pt-1 text-xs text-faint">{title}</h3>
                <ul>
                  {rows.map((activity) => (
                    <ActivityRow key={activity.id} activity={activity} onActed={() => setOpen(false)} />
                  ))}
                </ul>
              </section>
            ))}
        </div>
      )}
      <div className="flex shrink-0 items-center justify-between gap-2 border-t border-line px-3 py-2">
        {needing > 0 ? (
          <StateDot withWords state="unknown" label={queueWords.needYou(needing)} />
        ) : (
          <span aria-hidden />
        )}
        <Button
          size="small"
          shortcut={queue.shortcut}
          onClick={() => {
            setOpen(false);
            queue.onClick();
          }}
        >
          {queueWords.openQueue}
        </Button>
      </div>
    </Popover>
  );
}
