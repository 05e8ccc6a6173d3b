import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactNode, type Ref, useImperativeHandle, useRef } from 'react';
import { classNames } from './class-names.ts';

export interface VirtualListHandle {
  readonly scrollToIndex: (index: number) => void;
}

/** What a listbox that takes the focus itself needs: its rows are options, and one of them is the active one. */
export interface ListKeys {
  readonly activeId: string | undefined;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onFocus: () => void;
  /** Several rows may be selected. */
  readonly several?: boolean;
}

export interface VirtualListProps<T> {
  readonly label: string;
  readonly items: readonly T[];
  readonly keyOf: (item: T) => string;
  /** The height of each row in pixels, or of one row. */
  readonly rowHeightPx: number | ((item: T) => number);
  readonly render: (item: T, index: number) => ReactNode;
  /** `listbox` where rows are options; each row then is an element with role `option` of its own. */
  readonly role?: 'list' | 'listbox' | undefined;
  /** For a listbox that takes the focus and keys; without it another element, such as a field, keeps them. */
  readonly keys?: ListKeys | undefined;
  readonly id?: string | undefined;
  readonly className?: string | undefined;
  readonly handle?: Ref<VirtualListHandle> | undefined;
}

/** A long list of which only the rows in sight are drawn. */
export function VirtualList<T>({
  label,
  items,
  keyOf,
  rowHeightPx,
  render,
  role = 'list',
  keys,
  id,
  className,
  handle,
}: VirtualListProps<T>) {
  const scroller = useRef<HTMLDivElement>(null);
  const heightOf = (index: number): number => {
    const item = items[index];
    if (item === undefined) return 0;
    return typeof rowHeightPx === 'number' ? rowHeightPx : rowHeightPx(item);
  };
  const rows = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: heightOf,
    getItemKey: (index) => {
      const item = items[index];
      return item === undefined ? index : keyOf(item);
    },
    overscan: 8,
  });
  useImperativeHandle(handle, () => ({ scrollToIndex: (index) => rows.scrollToIndex(index) }), [rows]);
  const named = { role, id, 'aria-label': label };
  const listbox = {
    ...named,
    'aria-activedescendant': keys?.activeId,
    onKeyDown: keys?.onKeyDown,
    onFocus: keys?.onFocus,
    'aria-multiselectable': keys?.several,
  };
  return (
    <div
      ref={scroller}
      // A region that scrolls must be reachable with the keyboard; in a listbox without keys its owner keeps the focus.
      tabIndex={role === 'list' || keys !== undefined ? 0 : undefined}
      {...(role === 'listbox' ? listbox : {})}
      className={classNames('min-h-0 overflow-y-auto -outline-offset-2', className)}
    >
      <div
        {...(role === 'listbox' ? { role: 'presentation' } : named)}
        className="relative w-full"
        style={{ height: `${rows.getTotalSize()}px` }}
      >
        {rows.getVirtualItems().map((row) => {
          const item = items[row.index];
          return item === undefined ? null : (
            <div
              key={row.key}
              {...(role === 'list'
                ? { role: 'listitem', 'aria-setsize': items.length, 'aria-posinset': row.index + 1 }
                : { role: 'presentation' })}
              className="absolute top-0 left-0 w-full"
              style={{ height: `${row.size}px`, transform: `translateY(${row.start}px)` }}
            >
              {render(item, row.index)}
            </div>
          );
        })}
      </div>
    </div>
  );
}
