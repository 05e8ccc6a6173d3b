import { Tooltip as Radix } from 'radix-ui';
import type { ReactElement, ReactNode } from 'react';
import { Kbd } from './kbd.tsx';

export interface TooltipProps {
  readonly label: ReactNode;
  /** The keys of the command, as commands write them. */
  readonly shortcut?: string | null | undefined;
  readonly side?: 'top' | 'bottom' | 'left' | 'right' | undefined;
  /** One element that takes a ref and pointer events. */
  readonly children: ReactElement;
}

/** Once around the window: tooltips after the first one open without waiting. */
export function TooltipProvider({ children }: { readonly children: ReactNode }) {
  return (
    <Radix.Provider delayDuration={500} skipDelayDuration={200}>
      {children}
    </Radix.Provider>
  );
}

/** A name for what has only an icon, with its shortcut. Nothing that matters is said only here. */
export function Tooltip({ label, shortcut, side = 'bottom', children }: TooltipProps) {
  return (
    <Radix.Root>
      <Radix.Trigger asChild>{children}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          side={side}
          sideOffset={6}
          collisionPadding={8}
          className="z-60 flex max-w-80 animate-float items-center gap-2 rounded-inner border border-line bg-float px-2 py-1 text-sm text-text shadow-float"
        >
          <span className="min-w-0 break-words">{label}</span>
          {shortcut ? <Kbd keys={shortcut} look="plain" /> : null}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
