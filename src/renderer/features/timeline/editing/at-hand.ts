import type { ItemId } from '../../../../domain/kernel/ids.ts';
import { mainItemAt, type Placed } from '../../../../domain/timeline/queries.ts';
import type { ClipItem } from '../../../../domain/timeline/records.ts';
import type { TimelineIndex } from '../../../../domain/timeline/timeline-index.ts';
import type { Desk } from '../gestures/desk.ts';
import { isUnder, type Selection, selectionOf } from './selection.ts';

/** What a command of the timeline is about: what is selected, else what is under the playhead. */
export interface AtHand {
  index(): TimelineIndex;
  playheadFlicks(): number;
  selection(): Selection;
  ids(): readonly ItemId[];
  clips(): readonly ClipItem[];
  /** The items that a split at the playhead cuts. */
  splitIds(): readonly ItemId[];
  /** The item whose edge comes to the playhead. */
  trimmed(): Placed | null;
  gap(): Placed | null;
  /** The clip before the transition that is selected, itself or through that clip. */
  transitionLeftId(): ItemId | null;
  /** The only selected item, where it is a clip that follows a shot or a sound of the story. */
  linkedClip(): ClipItem | null;
}

export function atHand({ live, view, cut }: Pick<Desk, 'live' | 'view' | 'cut'>): AtHand {
  const index = (): TimelineIndex => live.index();
  const playheadFlicks = (): number => view.getState().playheadFlicks;
  const selection = (): Selection => selectionOf(index(), view.getState().itemIds);
  const underPlayhead = (): Placed | null => mainItemAt(index(), playheadFlicks());
  const selectedTransition = () => {
    const { transitionId } = cut.getState();
    return transitionId === null ? undefined : index().transitions.get(transitionId);
  };
  return {
    index,
    playheadFlicks,
    selection,
    ids: () => selection().placed.map(({ item }) => item.id),
    clips: () => selection().placed.flatMap(({ item }) => (item.kind === 'clip' ? [item] : [])),
    splitIds() {
      const at = playheadFlicks();
      const chosen = selection().placed.filter((placed) => isUnder(placed, at));
      const main = underPlayhead();
      const targets = chosen.length > 0 || main === null || !isUnder(main, at) ? chosen : [main];
      return targets.map(({ item }) => item.id);
    },
    trimmed() {
      const at = playheadFlicks();
      return selection().placed.find((placed) => isUnder(placed, at)) ?? underPlayhead();
    },
    gap() {
      const gap = selection().onMain.find(({ item }) => item.kind === 'gap') ?? underPlayhead();
      return gap?.item.kind === 'gap' ? gap : null;
    },
    transitionLeftId() {
      const selected = selectedTransition();
      if (selected !== undefined) return selected.leftItemId;
      const { only } = selection();
      return only !== null && index().byLeft.has(only.item.id) ? only.item.id : null;
    },
    linkedClip() {
      const item = selection().only?.item;
      return item?.kind === 'clip' && (item.shotId !== null || item.soundOf !== null) ? item : null;
    },
  };
}
