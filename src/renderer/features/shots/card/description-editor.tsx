import { useEffect, useRef, useState } from 'react';
import type { Shot } from '../../../../domain/shots/shot.ts';
import { useStatusLine } from '../../../actions/status-line.ts';
import { useProject } from '../../../state/project-context.ts';
import { useWords } from '../../../words/use-words.ts';
import { useBoardStore } from '../board/board-store.ts';
import { useShotEdits } from '../editing/use-shot-edits.ts';

/** The description of a shot, written in its frame: Enter saves, Escape takes back, leaving saves too. */
export function DescriptionEditor({ shot }: { readonly shot: Shot }) {
  const words = useWords('shots');
  const board = useBoardStore();
  const edits = useShotEdits();
  const { mirror } = useProject();
  const status = useStatusLine();
  const [text, setText] = useState(shot.description);
  const field = useRef<HTMLTextAreaElement>(null);
  const done = useRef(false);
  useEffect(() => field.current?.select(), []);
  const latest = useRef(text);
  latest.current = text;
  // The shot went away under the field: what was typed is shown where it can still be copied.
  useEffect(
    () => () => {
      const typed = latest.current.trim();
      if (done.current || mirror.row('shot', shot.id) !== null || typed === shot.description) return;
      board.setState({ editingId: null });
      status.say(words.shotGoneTyping(typed), 'warning');
    },
    [board, mirror, shot, status, words],
  );
  const close = (save: boolean): void => {
    if (done.current) return;
    done.current = true;
    const cell = field.current?.closest<HTMLElement>('[data-shot]');
    const hadFocus = document.activeElement === field.current;
    const finish = (): void => {
      board.setState({ editingId: null });
      if (hadFocus) cell?.focus({ preventScroll: true });
    };
    if (!save || text.trim() === shot.description) {
      finish();
      return;
    }
    void edits.edit([shot.id], { description: text.trim() }).then((receipt) => {
      // What could not be saved stays in the field.
      if (receipt !== null) finish();
      else done.current = false;
    });
  };
  return (
    <textarea
      ref={field}
      aria-label={words.field.description}
      value={text}
      maxLength={10_000}
      onChange={(event) => setText(event.target.value)}
      onBlur={() => close(true)}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Enter' && !event.shiftKey) {
          event.preventDefault();
          close(true);
        } else if (event.key === 'Escape') close(false);
      }}
      className="absolute inset-x-0 z-10 field-sizing-content max-h-32 min-h-9 w-full resize-none rounded-inner border border-accent bg-float px-1 py-0.5 text-xs text-text shadow-float outline-none"
    />
  );
}
