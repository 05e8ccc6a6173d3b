import { useRef } from 'react';
import { classNames } from '../../../ui/class-names.ts';
import { inputLook } from '../../../ui/field.tsx';
import { useWords } from '../../../words/use-words.ts';

/** A title as it is typed over: Enter or leaving keeps it, Escape (null) does not. */
export function TitleField({
  title,
  onDone,
}: {
  readonly title: string;
  readonly onDone: (title: string | null) => void;
}) {
  const words = useWords('library');
  /** Leaving the field follows Enter and Escape, and must not answer again. */
  const answered = useRef(false);
  const answer = (text: string | null): void => {
    if (answered.current) return;
    answered.current = true;
    const wanted = text?.trim() ?? '';
    onDone(wanted === '' || wanted === title ? null : wanted);
  };
  return (
    <input
      // biome-ignore lint/a11y/noAutofocus: it was asked for just now, in place of the title that had the focus.
      autoFocus
      type="text"
      aria-label={words.renameLabel}
      defaultValue={title}
      maxLength={500}
      spellCheck={false}
      autoComplete="off"
      onFocus={(event) => event.currentTarget.select()}
      onBlur={(event) => answer(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Enter') answer(event.currentTarget.value);
        else if (event.key === 'Escape') answer(null);
        else return;
        event.preventDefault();
        event.stopPropagation();
      }}
      className={classNames(inputLook, '-mx-1 h-6 px-1 text-lg font-medium')}
    />
  );
}
