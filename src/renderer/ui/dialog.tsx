import { X } from 'lucide-react';
import { Dialog as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { useWords } from '../words/use-words.ts';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';
import { firstField, useFocusBack } from './use-focus-back.ts';

export interface DialogProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly title: ReactNode;
  readonly description?: ReactNode;
  readonly children?: ReactNode;
  /** Buttons, the one that goes on last. */
  readonly actions?: ReactNode;
  readonly size?: 'small' | 'normal' | 'large' | 'wide' | undefined;
  /** Called when Enter is pressed in a one-line field, and by a `type="submit"` button among the actions. */
  readonly onSubmit?: (() => void) | undefined;
}

const widths = { small: 'w-96', normal: 'w-130', large: 'w-200', wide: 'w-300' } as const;

/**
 * A question that stands before everything else. The focus goes into it, stays, and goes back to where it was.
 * The scrim is ours: that of Radix locks scrolling with a style element, which the page's policy forbids, and the
 * window never scrolls anyway.
 */
export function Dialog({
  open,
  onOpenChange,
  title,
  description,
  children,
  actions,
  size = 'normal',
  onSubmit,
}: DialogProps) {
  const words = useWords('parts');
  const focusBack = useFocusBack(firstField);
  const body = (
    <>
      <div className="min-h-0 flex-1 overflow-y-auto px-4 pt-1 pb-4">
        {description ? (
          <Radix.Description className="mb-3 text-base text-muted">{description}</Radix.Description>
        ) : null}
        {children}
      </div>
      {actions ? (
        <footer className="flex shrink-0 flex-wrap justify-end gap-2 border-t border-line px-4 py-3">
          {actions}
        </footer>
      ) : null}
    </>
  );
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <div className="fixed inset-0 z-40 animate-fade bg-scrim" aria-hidden />
        <Radix.Content
          {...(description ? {} : { 'aria-describedby': undefined })}
          {...focusBack}
          className={classNames(
            'fixed top-1/2 left-1/2 z-50 flex max-h-[calc(100vh-32px)] max-w-[calc(100vw-32px)] -translate-x-1/2 -translate-y-1/2 animate-fade outline-none flex-col rounded-outer border border-line bg-float text-text shadow-float',
            widths[size],
          )}
        >
          <header className="flex shrink-0 items-start gap-2 px-4 pt-3 pb-1">
            <Radix.Title className="line-clamp-4 min-w-0 flex-1 text-lg font-semibold break-words">
              {title}
            </Radix.Title>
            <Radix.Close
              aria-label={words.close}
              className="-mr-1.5 inline-flex size-6 shrink-0 items-center justify-center rounded-inner text-muted hover:bg-hover hover:text-text"
            >
              <Icon of={X} />
            </Radix.Close>
          </header>
          {onSubmit === undefined ? (
            body
          ) : (
            <form
              className="flex min-h-0 flex-1 flex-col"
              onSubmit={(event) => {
                event.preventDefault();
                onSubmit();
              }}
            >
              {body}
            </form>
          )}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
