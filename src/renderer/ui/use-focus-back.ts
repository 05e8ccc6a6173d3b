import { useRef } from 'react';

/**
 * For dialogs that open without a trigger of their own, which Radix leaves without the focus when they close: it goes
 * back to what had it before, unless something else has taken it in the meantime.
 */
export function useFocusBack(first: (dialog: HTMLElement) => HTMLElement): {
  readonly onOpenAutoFocus: (event: Event) => void;
  readonly onCloseAutoFocus: (event: Event) => void;
} {
  const before = useRef<Element | null>(null);
  return {
    onOpenAutoFocus(event) {
      before.current = document.activeElement;
      if (!(event.currentTarget instanceof HTMLElement)) return;
      event.preventDefault();
      const field = first(event.currentTarget);
      field.focus();
      if (field instanceof HTMLInputElement) field.select();
    },
    onCloseAutoFocus(event) {
      event.preventDefault();
      const taken = document.activeElement !== null && document.activeElement !== document.body;
      if (!taken && before.current instanceof HTMLElement && before.current.isConnected)
        before.current.focus();
    },
  };
}

/** The first field of a dialog, else the dialog itself: never the button that closes it. */
export function firstField(dialog: HTMLElement): HTMLElement {
  return dialog.querySelector<HTMLElement>('[data-autofocus], input, textarea, select') ?? dialog;
}
