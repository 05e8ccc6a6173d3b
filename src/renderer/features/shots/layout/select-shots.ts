import type { ShotId } from '../../../../domain/kernel/ids.ts';

export interface ShotSelection {
  readonly shotIds: ReadonlySet<ShotId>;
  /** Where a range begins. */
  readonly anchorId: ShotId | null;
}

/** `range` with Shift, `toggle` with Ctrl or Command. */
export type SelectionMode = 'only' | 'range' | 'toggle';

/** What is selected after a click on a shot, or a key that led to it. `order` is the film's, as it is shown. */
export function selectShot(
  before: ShotSelection,
  order: readonly ShotId[],
  shotId: ShotId,
  mode: SelectionMode,
): ShotSelection {
  switch (mode) {
    case 'only':
      return { shotIds: new Set([shotId]), anchorId: shotId };
    case 'toggle': {
      const shotIds = new Set(before.shotIds);
      if (!shotIds.delete(shotId)) shotIds.add(shotId);
      return { shotIds, anchorId: shotId };
    }
    case 'range': {
      const from = before.anchorId === null ? -1 : order.indexOf(before.anchorId);
      const to = order.indexOf(shotId);
      if (from === -1 || to === -1) return { shotIds: new Set([shotId]), anchorId: shotId };
      const range = order.slice(Math.min(from, to), Math.max(from, to) + 1);
      return { shotIds: new Set(range), anchorId: before.anchorId };
    }
  }
}

/** The mode that a mouse or keyboard event asks for. */
export function selectionMode(event: {
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}): SelectionMode {
  if (event.shiftKey) return 'range';
  return event.ctrlKey || event.metaKey ? 'toggle' : 'only';
}

/** What to select when the selected shots are gone: the one after the last of them, else the one before the first. */
export function nextAfterRemoval(order: readonly ShotId[], removed: ReadonlySet<ShotId>): ShotId | null {
  const last = order.findLastIndex((id) => removed.has(id));
  const after = order.slice(last + 1).find((id) => !removed.has(id));
  return after ?? order.slice(0, Math.max(0, last)).findLast((id) => !removed.has(id)) ?? null;
}
