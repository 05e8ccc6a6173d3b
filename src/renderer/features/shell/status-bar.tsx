import { CircleAlert, TriangleAlert } from 'lucide-react';
import { useStore } from 'zustand';
import type { CommandId } from '../../actions/all-commands.ts';
import { useStatusLine } from '../../actions/status-line.ts';
import { useCommandButton } from '../../actions/use-command-button.ts';
import { useStudioState } from '../../state/studio-context.ts';
import { Icon } from '../../ui/icon.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { useFormats, useWords } from '../../words/use-words.ts';

/** The line at the foot of the window: what the last action did, how to take it back, what needs a look. */
export function StatusBar() {
  const words = useWords('shell');
  const formats = useFormats();
  const status = useStatusLine();
  const { latest } = useStore(status.message);
  return (
    <footer className="flex min-h-6 shrink-0 items-center gap-3 border-t border-line bg-panel px-3 text-sm text-muted">
      <div role="status" className="flex min-w-0 flex-1 items-center gap-2">
        {latest === null ? (
          <span className="text-faint">{words.ready}</span>
        ) : (
          <>
            {latest.tone === 'problem' ? <Icon of={CircleAlert} size={14} className="text-bad" /> : null}
            {latest.tone === 'warning' ? (
              <Icon of={TriangleAlert} size={14} className="text-accent-text" />
            ) : null}
            {/* What went wrong is to be read to its end: it says what to do. */}
            <span
              className={`selectable min-w-0 text-text ${latest.tone === 'done' ? 'truncate' : 'line-clamp-3 wrap-anywhere'}`}
              title={latest.text}
            >
              {latest.text}
            </span>
            <time className="shrink-0 text-faint tabular-nums">{formats.time(latest.atMs)}</time>
          </>
        )}
      </div>
      {latest?.offer == null ? null : <Offer id={latest.offer} />}
      <Warnings />
    </footer>
  );
}

function Offer({ id }: { readonly id: CommandId }) {
  const commands = useWords('commands');
  const { label, shortcut, disabled, onClick } = useCommandButton(id);
  if (disabled) return null;
  return (
    <button
      type="button"
      title={label}
      onClick={onClick}
      className="inline-flex h-5 shrink-0 items-center gap-1.5 rounded-inner px-1.5 text-accent-text hover:bg-hover"
    >
      {commands[id]}
      {shortcut === null ? null : <Kbd keys={shortcut} look="plain" />}
    </button>
  );
}

/** Notices that nobody has looked at and that are more than a note; the list says what to do. */
function Warnings() {
  const words = useWords('shell');
  const count = useStudioState(
    (state) => state.notices.filter(({ read, level }) => !read && level !== 'info').length,
  );
  const { onClick } = useCommandButton('app.notices');
  if (count === 0) return null;
  return (
    <button
      type="button"
      onClick={onClick}
      className="inline-flex h-5 shrink-0 items-center gap-1.5 rounded-inner px-1.5 text-accent-text hover:bg-hover"
    >
      <Icon of={TriangleAlert} size={14} />
      {words.warnings(count)}
    </button>
  );
}
