import type { Notice } from '../../../contract/studio.ts';
import { Button } from '../../ui/button.tsx';
import { useFormats, useInterpret, useWords } from '../../words/use-words.ts';
import { LevelIcon } from './level-icon.tsx';
import { useNoticeActions } from './use-notice-action.ts';

/** One notice of the list. */
export function NoticeRow({ notice, onActed }: { readonly notice: Notice; readonly onActed: () => void }) {
  const words = useWords('activities');
  const formats = useFormats();
  const interpret = useInterpret();
  const actions = useNoticeActions()(notice);
  const nowMs = Date.now();
  return (
    <li className="flex gap-2 px-3 py-2">
      <LevelIcon level={notice.level} />
      <div className="min-w-0 flex-1">
        <p className="selectable text-base break-words">
          <span className="sr-only">{`${words.levels[notice.level]}: `}</span>
          {interpret(notice.message)}
        </p>
        <p className="mt-0.5 flex items-center gap-2 text-sm text-faint">
          <time dateTime={new Date(notice.atMs).toISOString()}>
            {nowMs - notice.atMs < 60_000 ? words.justNow : formats.ago(notice.atMs, nowMs)}
          </time>
          {notice.times > 1 ? <span className="tabular-nums">{words.times(notice.times)}</span> : null}
          {notice.read ? null : (
            <span className="inline-flex items-center gap-1 text-accent-text">
              <span aria-hidden className="size-1.5 rounded-full bg-accent" />
              {words.isUnread}
            </span>
          )}
        </p>
      </div>
      {actions.length === 0 ? null : (
        <div className="flex shrink-0 flex-col items-end gap-1">
          {actions.map(({ label, run }) => (
            <Button
              key={label}
              size="small"
              onClick={() => {
                run();
                onActed();
              }}
            >
              {label}
            </Button>
          ))}
        </div>
      )}
    </li>
  );
}
