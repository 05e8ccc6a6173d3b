import { Bell } from 'lucide-react';
import { useState } from 'react';
import { useCommandButton } from '../../actions/use-command-button.ts';
import { useCommands } from '../../actions/use-commands.ts';
import { useCall } from '../../actions/use-edit.ts';
import { useStudio, useStudioState } from '../../state/studio-context.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Popover } from '../../ui/popover.tsx';
import { useWords } from '../../words/use-words.ts';
import { NoticeRow } from './notice-row.tsx';

/** The bell of the top bar and the list of notices that it opens; those that are in sight are read when it closes. */
export function NoticesButton() {
  const words = useWords('activities');
  const { client } = useStudio();
  const call = useCall();
  const notices = useStudioState((state) => state.notices);
  const [open, setOpen] = useState(false);
  const button = useCommandButton('app.notices');
  const unread = notices.filter((notice) => !notice.read);
  const markRead = (): void => {
    if (unread.length > 0) void call(() => client.studio.readNotices({ ids: [] }));
  };
  const change = (next: boolean): void => {
    setOpen(next);
    if (!next) markRead();
  };
  useCommands({ 'app.notices': { run: () => change(!open) } });
  return (
    <span className="relative inline-flex">
      <Popover
        open={open}
        onOpenChange={change}
        label={words.notices}
        className="w-90"
        trigger={
          <IconButton
            icon={Bell}
            label={unread.length === 0 ? words.notices : words.unread(unread.length)}
            shortcut={button.shortcut}
          />
        }
      >
        <div
          data-notices
          className="flex h-9 shrink-0 items-center justify-between border-b border-line pr-1 pl-3"
        >
          <h2 className="text-base font-medium">{words.notices}</h2>
          <Button variant="quiet" size="small" disabled={unread.length === 0} onClick={markRead}>
            {words.markAllRead}
          </Button>
        </div>
        {notices.length === 0 ? (
          <EmptyState look="inline" className="p-3" title={words.noNotices} text={words.noNoticesText} />
        ) : (
          <ul className="min-h-0 overflow-y-auto py-1">
            {notices.map((notice) => (
              <NoticeRow key={notice.id} notice={notice} onActed={() => change(false)} />
            ))}
          </ul>
        )}
      </Popover>
      {unread.length > 0 ? (
        <span
          aria-hidden
          className="pointer-events-none absolute top-1 right-1 size-2 rounded-full border border-panel bg-accent"
        />
      ) : null}
    </span>
  );
}
