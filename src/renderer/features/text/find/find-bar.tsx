import { ChevronDown, ChevronUp, X } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { IconButton } from '../../../ui/icon-button.tsx';
import { SearchField } from '../../../ui/search-field.tsx';
import { useWords } from '../../../words/use-words.ts';
import { useDesk, useWriteView } from '../page/write-desk.ts';
import { useFound } from './use-found.ts';

/** Looks for words in the script: how many, and from one to the next. */
export function FindBar() {
  const words = useWords('text');
  const { view, editor } = useDesk();
  const find = useWriteView((state) => state.find);
  const { hits, at } = useFound();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.select(), []);

  const hit = hits[at];
  useEffect(() => {
    if (hit !== undefined) editor.current?.reveal(hit.blockId);
  }, [hit, editor]);

  const step = (by: 1 | -1): void => {
    if (hits.length === 0) return;
    view.setState({ find: { ...find, at: (at + by + hits.length) % hits.length } });
  };
  const close = (): void => {
    view.setState({ find: { ...find, open: false } });
    if (hit !== undefined) editor.current?.selectWords(hit.blockId, hit.start, hit.end);
    editor.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && event.target === field.current) step(event.shiftKey ? -1 : 1);
    else if (event.key === 'Escape') close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <search
      className="flex h-9 shrink-0 items-center gap-1 border-b border-line bg-raised px-2"
      onKeyDownCapture={onKeyDown}
    >
      <SearchField
        ref={field}
        label={words.find.label}
        value={find.words}
        onChange={(text) => view.setState({ find: { open: true, words: text, at: 0 } })}
        className="w-72"
      />
      <span role="status" className="min-w-16 px-1 text-sm text-muted">
        {find.words.trim() === ''
          ? ''
          : hits.length === 0
            ? words.find.none
            : words.find.count(at + 1, hits.length)}
      </span>
      <IconButton
        icon={ChevronUp}
        label={words.find.previous}
        shortcut="Shift+Enter"
        onClick={() => step(-1)}
      />
      <IconButton icon={ChevronDown} label={words.find.next} shortcut="Enter" onClick={() => step(1)} />
      <IconButton icon={X} label={words.find.close} shortcut="Escape" className="ml-auto" onClick={close} />
    </search>
  );
}
