import { Check, ChevronRight } from 'lucide-react';
import type { ContextMenu, DropdownMenu } from 'radix-ui';
import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { Icon, type IconType } from './icon.tsx';
import { Kbd } from './kbd.tsx';

export type MenuEntry =
  | {
      readonly kind: 'item';
      readonly label: string;
      readonly shortcut?: string | null | undefined;
      readonly icon?: IconType | undefined;
      readonly disabled?: boolean | undefined;
      readonly danger?: boolean | undefined;
      readonly onSelect: () => void;
    }
  | {
      readonly kind: 'check';
      readonly label: string;
      readonly checked: boolean;
      readonly shortcut?: string | null | undefined;
      readonly disabled?: boolean | undefined;
      readonly onSelect: () => void;
    }
  | {
      readonly kind: 'submenu';
      readonly label: string;
      readonly icon?: IconType | undefined;
      readonly disabled?: boolean | undefined;
      readonly entries: readonly MenuEntry[];
    }
  /** A heading over the entries that follow. */
  | { readonly kind: 'label'; readonly label: string }
  | { readonly kind: 'separator' };

/** The same parts from either of Radix's menus: one that drops from a button, one that opens where the pointer is. */
export type MenuParts = Pick<
  typeof DropdownMenu | typeof ContextMenu,
  | 'Item'
  | 'CheckboxItem'
  | 'Sub'
  | 'SubTrigger'
  | 'SubContent'
  | 'Separator'
  | 'Portal'
  | 'Label'
  | 'ItemIndicator'
>;

export const menuLook =
  'z-50 max-h-(--radix-popper-available-height) min-w-44 max-w-80 animate-float overflow-y-auto rounded-outer border border-line bg-float p-1 text-text shadow-float';
const itemLook =
  'flex h-7 cursor-default items-center gap-2 rounded-inner px-2 text-base outline-none data-[disabled]:text-faint data-[highlighted]:bg-pressed data-[state=open]:bg-pressed';

/** The entries of a menu. A column is kept for icons and ticks where any entry has one. */
export function MenuEntries({
  entries,
  parts,
}: {
  readonly entries: readonly MenuEntry[];
  readonly parts: MenuParts;
}) {
  const signs = entries.some((entry) => entry.kind === 'check' || ('icon' in entry && entry.icon));
  return entries.map((entry, place) => {
    // Entries have no identity of their own: their place in the menu is what they are.
    const key = `${place}${'label' in entry ? entry.label : ''}`;
    return <Entry key={key} entry={entry} signs={signs} parts={parts} />;
  });
}

interface EntryProps {
  readonly entry: MenuEntry;
  readonly signs: boolean;
  readonly parts: MenuParts;
}

function Entry({ entry, signs, parts }: EntryProps) {
  switch (entry.kind) {
    case 'separator':
      return <parts.Separator className="-mx-1 my-1 h-px bg-line" />;
    case 'label':
      return <parts.Label className="px-2 pt-1 pb-0.5 text-xs text-faint">{entry.label}</parts.Label>;
    case 'item':
      return (
        <parts.Item
          disabled={entry.disabled === true}
          onSelect={entry.onSelect}
          className={classNames(itemLook, entry.danger && 'text-bad')}
        >
          {signs ? <Sign>{entry.icon ? <Icon of={entry.icon} /> : null}</Sign> : null}
          <Words label={entry.label} shortcut={entry.shortcut} />
        </parts.Item>
      );
    case 'check':
      return (
        <parts.CheckboxItem
          checked={entry.checked}
          disabled={entry.disabled === true}
          onSelect={entry.onSelect}
          className={itemLook}
        >
          <Sign>
            <parts.ItemIndicator>
              <Icon of={Check} />
            </parts.ItemIndicator>
          </Sign>
          <Words label={entry.label} shortcut={entry.shortcut} />
        </parts.CheckboxItem>
      );
    case 'submenu':
      return (
        <parts.Sub>
          <parts.SubTrigger disabled={entry.disabled === true} className={itemLook}>
            {signs ? <Sign>{entry.icon ? <Icon of={entry.icon} /> : null}</Sign> : null}
            <Words label={entry.label} shortcut={null} />
            <Icon of={ChevronRight} size={14} className="-mr-1 text-faint" />
          </parts.SubTrigger>
          <parts.Portal>
            <parts.SubContent className={menuLook} sideOffset={2} alignOffset={-4} collisionPadding={8}>
              <MenuEntries entries={entry.entries} parts={parts} />
            </parts.SubContent>
          </parts.Portal>
        </parts.Sub>
      );
  }
}

function Sign({ children }: { readonly children: ReactNode }) {
  return <span className="inline-flex w-4 shrink-0 justify-center text-muted">{children}</span>;
}

function Words({
  label,
  shortcut,
}: {
  readonly label: string;
  readonly shortcut: string | null | undefined;
}) {
  return (
    <>
      <span className="min-w-0 flex-1 truncate">{label}</span>
      {shortcut ? (
        <span className="pl-4">
          <Kbd keys={shortcut} look="plain" />
        </span>
      ) : null}
    </>
  );
}
