import { X } from 'lucide-react';
import { useEffect, useEffectEvent, useState } from 'react';
import type { Notice } from '../../../contract/studio.ts';
import { useStudio, useStudioState } from '../../state/studio-context.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { useInterpret, useWords } from '../../words/use-words.ts';
import { LevelIcon } from './level-icon.tsx';
import { pendingToasts } from './pending-toasts.ts';
import { useNoticeActions } from './use-notice-action.ts';
import { useOutsideNotices } from './use-outside-notices.ts';

/** A note goes by itself; a warning stays until somebody has seen it. */
const noteStaysMs = 8_000;
const mostAtOnce = 3;

/**
 * Notices as they come, at the foot of the window; each once, the list keeps them. They are as wide as the panels on the
 * right, so that they never stand over what a page is there for; in a small window they keep off the foot and come one at
 * a time. A dialog stands before them; while the list itself is open they are not shown beside it.
 */
export function Toasts() {
  useOutsideNotices();
  const words = useWords('activities');
  const { client } = useStudio();
  const notices = useStudioState((state) => state.notices);
  const [openedAtMs] = useState(() => Date.now());
  const [dismissed, setDismissed] = useState<ReadonlySet<string>>(() => new Set());
  const shown = pendingToasts(notices, dismissed, openedAtMs).slice(-mostAtOnce);
  const dismiss = (id: string, seen: boolean): void => {
    setDismissed((before) => new Set([...before, id]));
    // Where the line is lost it stays unread in the list, which is true as well.
    if (seen) client.studio.readNotices({ ids: [id] }).catch(() => undefined);
  };
  return (
    <section
      aria-label={words.notices}
      aria-live="polite"
      aria-relevant="additions"
      className="pointer-events-none fixed right-3 bottom-9 z-30 flex w-76 max-w-[calc(100vw-24px)] flex-col gap-2 max-lg:bottom-21 short:*:not-last:hidden [body:has([data-notices])_&]:hidden"
    >
      {shown.map((notice) => (
        <Toast key={notice.id} notice={notice} onGone={(seen) => dismiss(notice.id, seen)} />
      ))}
    </section>
  );
}

function Toast({ notice, onGone }: { readonly notice: Notice; readonly onGone: (seen: boolean) => void }) {
  const words = useWords('activities');
  const interpret = useInterpret();
  const actions = useNoticeActions()(notice);
  const [held, setHeld] = useState(false);
  const goesByItself = notice.level === 'info' && !held;
  // Drawn again for whatever reason, it goes no later.
  const leave = useEffectEvent(() => onGone(false));
  useEffect(() => {
    if (!goesByItself) return;
    const timer = setTimeout(leave, noteStaysMs);
    return () => clearTimeout(timer);
  }, [goesByItself]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: resting the pointer only keeps it in sight.
    <div
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
      className="pointer-events-auto flex animate-fade gap-2 rounded-outer border border-line bg-float p-3 shadow-float"
    >
      <LevelIcon level={notice.level} />
      <div className="min-w-0 flex-1">
        <p className="text-base break-words">{interpret(notice.message)}</p>
        {actions.length === 0 ? null : (
          <div className="mt-2 flex flex-wrap gap-2">
            {actions.map(({ label, run }) => (
              <Button
                key={label}
                size="small"
                onClick={() => {
                  run();
                  onGone(true);
                }}
              >
                {label}
              </Button>
            ))}
          </div>
        )}
      </div>
      <IconButton
        icon={X}
        size="small"
        label={words.dismiss}
        className="-mt-1 -mr-1"
        onClick={() => onGone(true)}
      />
    </div>
  );
}
