/** What a tree holds: ids are its own, labels are read aloud and typed ahead to. */
export interface TreeNode {
  readonly id: string;
  readonly label: string;
  readonly children?: readonly TreeNode[] | undefined;
}

export interface TreeRow<Node extends TreeNode> {
  readonly node: Node;
  readonly level: number;
  readonly place: number;
  readonly siblings: number;
  readonly parentId: string | null;
  /** null for a leaf. */
  readonly expanded: boolean | null;
}

/** The rows of a tree that are in sight, from top to bottom. */
export function rowsOfTree<Node extends TreeNode>(
  nodes: readonly Node[],
  expandedIds: ReadonlySet<string>,
  level = 1,
  parentId: string | null = null,
): readonly TreeRow<Node>[] {
  return nodes.flatMap((node, index) => {
    const children = (node.children ?? []) as readonly Node[];
    const expanded = children.length === 0 ? null : expandedIds.has(node.id);
    const row = { node, level, place: index + 1, siblings: nodes.length, parentId, expanded };
    return expanded === true ? [row, ...rowsOfTree(children, expandedIds, level + 1, node.id)] : [row];
  });
}

export type TreeMove =
  | { readonly to: 'row'; readonly id: string }
  | { readonly to: 'expand' | 'collapse'; readonly id: string };

/** What a key does in a tree (WAI-ARIA tree pattern); null where it does nothing. */
export function moveInTree(
  rows: readonly TreeRow<TreeNode>[],
  activeId: string | null,
  key: string,
): TreeMove | null {
  const index = rows.findIndex((row) => row.node.id === activeId);
  const row = rows[index];
  const at = (place: number): TreeMove | null => {
    const next = rows[Math.min(rows.length - 1, Math.max(0, place))];
    return next === undefined ? null : { to: 'row', id: next.node.id };
  };
  if (key === 'ArrowDown') return at(index + 1);
  if (key === 'ArrowUp') return at(index < 0 ? rows.length - 1 : index - 1);
  if (key === 'Home') return at(0);
  if (key === 'End') return at(rows.length - 1);
  if (row === undefined) return null;
  if (key === 'ArrowRight') {
    if (row.expanded === null) return null;
    return row.expanded ? at(index + 1) : { to: 'expand', id: row.node.id };
  }
  if (key === 'ArrowLeft') {
    if (row.expanded === true) return { to: 'collapse', id: row.node.id };
    return row.parentId === null ? null : { to: 'row', id: row.parentId };
  }
  if (key.length !== 1 || key === ' ') return null;
  const after = [...rows.slice(index + 1), ...rows.slice(0, index + 1)];
  const found = after.find(({ node }) => node.label.toLowerCase().startsWith(key.toLowerCase()));
  return found === undefined ? null : { to: 'row', id: found.node.id };
}
