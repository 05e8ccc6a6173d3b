import { ChevronRight } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useId, useMemo, useState } from 'react';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';
import { moveInTree, rowsOfTree, type TreeNode } from './tree-rows.ts';

export type { TreeNode } from './tree-rows.ts';

export interface TreeProps<Node extends TreeNode> {
  readonly label: string;
  readonly nodes: readonly Node[];
  readonly selectedId: string | null;
  readonly onSelect: (node: Node) => void;
  readonly expandedIds: ReadonlySet<string>;
  readonly onExpandedChange: (ids: ReadonlySet<string>) => void;
  /** Beside the label: counts, states. */
  readonly renderAfter?: ((node: Node) => ReactNode) | undefined;
  readonly className?: string | undefined;
}

/** Things within things, walked with the arrow keys. */
export function Tree<Node extends TreeNode>({
  label,
  nodes,
  selectedId,
  onSelect,
  expandedIds,
  onExpandedChange,
  renderAfter,
  className,
}: TreeProps<Node>) {
  const id = useId();
  const rows = useMemo(() => rowsOfTree(nodes, expandedIds), [nodes, expandedIds]);
  const [active, setActive] = useState<string | null>(selectedId);
  const activeId = rows.some((row) => row.node.id === active) ? active : (rows[0]?.node.id ?? null);
  const setExpanded = (nodeId: string, open: boolean): void => {
    const next = new Set(expandedIds);
    if (open) next.add(nodeId);
    else next.delete(nodeId);
    onExpandedChange(next);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const row = rows.find((candidate) => candidate.node.id === activeId);
    if ((event.key === 'Enter' || event.key === ' ') && row !== undefined) onSelect(row.node);
    else {
      const move = moveInTree(rows, activeId, event.key);
      if (move === null) return;
      if (move.to === 'row') {
        setActive(move.id);
        document.getElementById(`${id}-${move.id}`)?.scrollIntoView({ block: 'nearest' });
      } else setExpanded(move.id, move.to === 'expand');
    }
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div
      role="tree"
      aria-label={label}
      aria-activedescendant={activeId === null ? undefined : `${id}-${activeId}`}
      tabIndex={0}
      onKeyDown={onKeyDown}
      className={classNames('group min-h-0 overflow-auto -outline-offset-2', className)}
    >
      {rows.map(({ node, level, place, siblings, expanded }) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the tree itself takes the keys, as its pattern asks.
        // biome-ignore lint/a11y/useFocusableInteractive: the tree keeps the focus and names its active item.
        <div
          key={node.id}
          id={`${id}-${node.id}`}
          role="treeitem"
          aria-level={level}
          aria-posinset={place}
          aria-setsize={siblings}
          aria-expanded={expanded ?? undefined}
          aria-selected={node.id === selectedId}
          onClick={() => {
            setActive(node.id);
            onSelect(node);
          }}
          className={classNames(
            'flex h-7 items-center gap-1 rounded-inner pr-2 text-base',
            node.id === selectedId ? 'bg-accent-soft text-text' : 'text-text hover:bg-hover',
            node.id === activeId &&
              'group-focus-visible:outline-2 group-focus-visible:-outline-offset-2 group-focus-visible:outline-accent',
          )}
          style={{ paddingLeft: `${(level - 1) * 16 + 4}px` }}
        >
          <button
            type="button"
            tabIndex={-1}
            aria-hidden
            onClick={(event) => {
              event.stopPropagation();
              setExpanded(node.id, expanded !== true);
            }}
            className={classNames(
              'inline-flex size-5 items-center justify-center',
              expanded === null && 'invisible',
            )}
          >
            <Icon
              of={ChevronRight}
              size={14}
              className={classNames(
                'text-faint transition-transform duration-100',
                expanded === true && 'rotate-90',
              )}
            />
          </button>
          <span className="min-w-0 flex-1 truncate">{node.label}</span>
          {renderAfter?.(node)}
        </div>
      ))}
    </div>
  );
}
