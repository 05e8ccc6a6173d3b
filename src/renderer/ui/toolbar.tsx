import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';

/** The 36 px row over a panel. Tab goes through its controls in reading order. */
export function Toolbar({
  label,
  className,
  children,
}: {
  readonly label: string;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}) {
  return (
    <div
      role="toolbar"
      aria-label={label}
      className={classNames(
        'flex h-9 shrink-0 items-center gap-1 overflow-x-auto overflow-y-hidden border-b border-line bg-panel px-2',
        className,
      )}
    >
      {children}
    </div>
  );
}

/** A hairline between two groups of a toolbar. */
export function ToolbarGap() {
  return <span aria-hidden className="mx-1 h-4 w-px shrink-0 bg-line" />;
}

/** Pushes what follows to the end. */
export function ToolbarSpace() {
  return <span aria-hidden className="min-w-2 flex-1" />;
}
