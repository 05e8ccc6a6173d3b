import { DropdownMenu } from 'radix-ui';
import type { ReactElement } from 'react';
import { MenuEntries, type MenuEntry, menuLook } from './menu-entries.tsx';

export type { MenuEntry } from './menu-entries.tsx';

export interface MenuProps {
  /** A button. */
  readonly trigger: ReactElement;
  /** Asked for when the menu opens where they cost something to make. */
  readonly entries: readonly MenuEntry[] | (() => readonly MenuEntry[]);
  readonly align?: 'start' | 'end' | undefined;
  readonly open?: boolean | undefined;
  readonly onOpenChange?: ((open: boolean) => void) | undefined;
}

/**
 * A menu that drops from a button. Not modal: a modal one would lock scrolling with a style element, which the page's
 * policy forbids; a click outside closes it all the same.
 */
export function Menu({ trigger, entries, align = 'start', open, onOpenChange }: MenuProps) {
  return (
    <DropdownMenu.Root
      modal={false}
      {...(open === undefined ? {} : { open })}
      {...(onOpenChange === undefined ? {} : { onOpenChange })}
    >
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          align={align}
          sideOffset={4}
          collisionPadding={8}
          className={menuLook}
          // What a command opens takes the focus itself; the button gets it back only where nothing did.
          onCloseAutoFocus={(event) => {
            if (document.activeElement !== null && document.activeElement !== document.body)
              event.preventDefault();
          }}
        >
          <Opened entries={entries} />
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

/** Drawn only while the menu is open, so that entries are made no earlier. */
function Opened({ entries }: Pick<MenuProps, 'entries'>) {
  return <MenuEntries entries={typeof entries === 'function' ? entries() : entries} parts={DropdownMenu} />;
}
