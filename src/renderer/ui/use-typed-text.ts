import type { ChangeEvent, FocusEvent, KeyboardEvent } from 'react';
import { useDraft } from './use-draft.ts';

type Control = HTMLInputElement | HTMLTextAreaElement;

export interface TypedTextOptions<C extends Control> {
  readonly value: string;
  readonly onChange: ((text: string) => void) | undefined;
  readonly onCommit: ((text: string) => unknown) | undefined;
  readonly onBlur: ((event: FocusEvent<C>) => void) | undefined;
  readonly onKeyDown: ((event: KeyboardEvent<C>) => void) | undefined;
  /** Whether Enter, pressed so, commits; else it is a letter of the text. */
  readonly isCommit: (event: KeyboardEvent<C>) => boolean;
}

/** What a field and an area of text share: words that are told with every letter, or committed once and can be taken back. */
export function useTypedText<C extends Control>(options: TypedTextOptions<C>) {
  const { value, onChange, onCommit, onBlur, onKeyDown, isCommit } = options;
  const draft = useDraft(value, onCommit ?? (() => undefined));
  return {
    unsaved: draft.unsaved,
    typing: {
      value: onCommit === undefined ? value : draft.text,
      onChange(event: ChangeEvent<C>): void {
        if (onCommit !== undefined) draft.type(event.target.value);
        onChange?.(event.target.value);
      },
      onBlur(event: FocusEvent<C>): void {
        draft.commit();
        onBlur?.(event);
      },
      onKeyDown(event: KeyboardEvent<C>): void {
        onKeyDown?.(event);
        // While an input method composes, Enter and Escape belong to it.
        if (event.defaultPrevented || event.nativeEvent.isComposing || onCommit === undefined) return;
        if (event.key === 'Enter' && isCommit(event)) {
          // With a modifier the same keys may be a command of the page.
          if (event.metaKey || event.ctrlKey) event.stopPropagation();
          draft.commit();
          // One step at a time: the first Escape takes back what was typed and closes nothing else.
        } else if (event.key === 'Escape' && draft.revert()) event.stopPropagation();
      },
    },
  };
}
