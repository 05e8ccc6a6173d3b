import { ContextMenu as Radix } from 'radix-ui';
import type { ReactElement } from 'react';
import { MenuEntries, type MenuEntry, menuLook } from './menu-entries.tsx';

export interface ContextMenuProps {
  /** Asked for when the menu opens where they cost something to make. */
  readonly entries: readonly MenuEntry[] | (() => readonly MenuEntry[]);
  readonly onOpenChange?: ((open: boolean) => void) | undefined;
  readonly disabled?: boolean | undefined;
  /** One element that takes a ref. */
  readonly children: ReactElement;
}

/** A menu at the pointer, or at the focus with the menu key or Shift+F10. */
export function ContextMenu({ entries, onOpenChange, disabled = false, children }: ContextMenuProps) {
  return (
    <Radix.Root modal={false} {...(onOpenChange === undefined ? {} : { onOpenChange })}>
      <Radix.Trigger asChild disabled={disabled}>
        {children}
      </Radix.Trigger>
      <Radix.Portal>
        <Radix.Content collisionPadding={8} className={menuLook}>
          <Opened entries={entries} />
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

/** Drawn only while the menu is open, so that entries are made no earlier. */
function Opened({ entries }: Pick<ContextMenuProps, 'entries'>) {
  return <MenuEntries entries={typeof entries === 'function' ? entries() : entries} parts={Radix} />;
}
