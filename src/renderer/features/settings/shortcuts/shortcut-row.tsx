import { RotateCcw, X } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { chordOf } from '../../../actions/chords.ts';
import { Button } from '../../../ui/button.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { Kbd } from '../../../ui/kbd.tsx';
import { hasCommandKey, useKeyText } from '../../../words/key-text.ts';
import { useWords } from '../../../words/use-words.ts';

/** One command with its keys. While they are changed, what is pressed is told and runs nothing. */
export function ShortcutRow({
  title,
  keys,
  isOwn,
  isChanging,
  onChanging,
  conflictOf,
  onKeys,
  onTakeOver,
}: {
  readonly title: string;
  readonly keys: readonly string[];
  readonly isOwn: boolean;
  readonly isChanging: boolean;
  readonly onChanging: (now: boolean) => void;
  /** The title of the command that has these keys already; null where they are free. */
  readonly conflictOf: (keys: string) => string | null;
  readonly onKeys: (keys: readonly string[] | 'usual') => void;
  readonly onTakeOver: (keys: string) => void;
}) {
  const words = useWords('settings');
  const { text } = useKeyText();
  const [wanted, setWanted] = useState<string | null>(null);
  const field = useRef<HTMLButtonElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isChanging) field.current?.focus();
    else setWanted(null);
  }, [isChanging]);
  const leave = (): void => {
    onChanging(false);
    // After the field is gone, the focus is where it came from.
    requestAnimationFrame(() => button.current?.focus());
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Tab' && !event.ctrlKey && !event.altKey && !event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Escape') {
      leave();
      return;
    }
    const chord = chordOf(event.nativeEvent, hasCommandKey());
    if (chord === null) return;
    if (conflictOf(chord) !== null) {
      setWanted(chord);
      return;
    }
    onKeys([chord]);
    leave();
  };
  const conflict = wanted === null ? null : conflictOf(wanted);

  return (
    <li className="group flex min-h-7 flex-wrap items-center gap-2 border-b border-line py-0.5 text-base hover:bg-hover">
      <span className="min-w-40 flex-1 truncate px-2 text-text">{title}</span>
      {isChanging ? (
        <>
          <button
            ref={field}
            type="button"
            aria-label={words.changeKeys(title)}
            onKeyDown={onKeyDown}
            onBlur={(event) => {
              // The button beside it that takes the keys over belongs to it.
              if (!event.currentTarget.parentElement?.contains(event.relatedTarget)) onChanging(false);
            }}
            className="h-6 rounded-inner border border-accent bg-ground px-2 text-sm text-muted"
          >
            {wanted === null ? words.pressKeys : <Kbd keys={wanted} />}
          </button>
          {conflict === null || wanted === null ? null : (
            <span role="alert" className="flex items-center gap-2 text-sm text-accent-text">
              {words.conflict(text(wanted), conflict)}
              <Button
                size="small"
                onClick={() => {
                  onTakeOver(wanted);
                  leave();
                }}
              >
                {words.takeOver}
              </Button>
            </span>
          )}
        </>
      ) : (
        <button
          ref={button}
          type="button"
          onClick={() => onChanging(true)}
          className="flex h-6 min-w-24 items-center justify-end gap-2 rounded-inner px-2 hover:bg-pressed"
        >
          <span className="sr-only">{words.changeKeys(title)}:</span>
          {keys.length === 0 ? (
            <span className="text-sm text-faint">{words.noShortcut}</span>
          ) : (
            keys.map((chord) => <Kbd key={chord} keys={chord} />)
          )}
        </button>
      )}
      <span className="flex w-13 shrink-0 justify-end">
        {isOwn ? (
          <IconButton
            icon={RotateCcw}
            size="small"
            label={words.resetKeys(title)}
            onClick={() => onKeys('usual')}
          />
        ) : null}
        {keys.length === 0 ? null : (
          <IconButton icon={X} size="small" label={words.removeKeys(title)} onClick={() => onKeys([])} />
        )}
      </span>
    </li>
  );
}
