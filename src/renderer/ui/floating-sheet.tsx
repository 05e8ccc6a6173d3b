import { Dialog as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { firstField, useFocusBack } from './use-focus-back.ts';

export interface FloatingSheetProps {
  /** Not shown: what a screen reader calls it. */
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A sheet high on the window for typing and choosing, such as the palette. Escape and a click beside it close it. */
export function FloatingSheet({ title, onClose, children }: FloatingSheetProps) {
  const focusBack = useFocusBack(firstField);
  return (
    <Radix.Root open onOpenChange={(open) => !open && onClose()}>
      <Radix.Portal>
        <div className="fixed inset-0 z-40 bg-scrim" aria-hidden />
        <Radix.Content
          aria-describedby={undefined}
          {...focusBack}
          className="fixed top-[12vh] left-1/2 z-50 flex max-h-[76vh] w-150 max-w-[calc(100vw-32px)] -translate-x-1/2 animate-fade flex-col overflow-hidden rounded-outer border border-line bg-float text-text shadow-float"
        >
          <Radix.Title className="sr-only">{title}</Radix.Title>
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
