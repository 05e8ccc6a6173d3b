import type { ItemId } from '../../../../domain/kernel/ids.ts';
import { snapToFrame } from '../../../../domain/kernel/time.ts';
import { splitAll } from '../../../../domain/timeline/commands/split-all.ts';
import { splitItem } from '../../../../domain/timeline/commands/split-item.ts';
import { isOnMain, type Placed } from '../../../../domain/timeline/queries.ts';
import { shotOf } from '../../../../domain/timeline/shot-of.ts';
import { soundSpan } from '../geometry/gain-line.ts';
import { type Hit, hitTest } from '../geometry/hit-test.ts';
import { rowOf } from '../geometry/track-layout.ts';
import { slideGesture, slipGesture } from './content-gestures.ts';
import { type Desk, type Gesture, type Pointer, shownId } from './desk.ts';
import { fadeGesture, rollGesture, transitionGesture, trimGesture } from './edge-gestures.ts';
import { gainGesture } from './gain-gesture.ts';
import { moveMainGesture, moveOthersGesture } from './move-gestures.ts';
import { marqueeGesture, scrubGesture } from './pointing-gestures.ts';

export function hitAt(desk: Desk, { xPx, yPx }: Pick<Pointer, 'xPx' | 'yPx'>): Hit {
  const { scale, scrollTopPx } = desk.cut.getState();
  return hitTest(desk.live.index(), desk.rows(), scale, xPx, yPx, scrollTopPx, desk.sounds);
}

/** What a press begins, by what lies under it and the tool in hand. */
export function beginGesture(
  desk: Desk,
  pointer: Pointer,
  labelOf: (placed: Placed) => string,
): Gesture | null {
  const hit = hitAt(desk, pointer);
  const { tool } = desk.cut.getState();
  switch (hit.on) {
    case 'ruler':
      return scrubGesture(desk);
    case 'nothing':
      return tool === 'razor' ? null : marqueeGesture(desk, pointer);
    case 'transition':
      if (tool === 'razor') return null;
      desk.cut.setState({ transitionId: hit.transition.id });
      desk.view.setState({ itemIds: new Set() });
      return hit.edge === null ? null : transitionGesture(desk, pointer, hit.span, hit.edge, () => undefined);
    case 'fade':
      if (tool !== 'select') return byTool(desk, pointer, hit.placed, labelOf);
      select(desk, hit.placed.item.id, pointer);
      return fadeGesture(desk, pointer, hit.placed, hit.edge);
    case 'gain': {
      if (tool !== 'select' || pointer.shift || pointer.mod || pointer.alt)
        return byTool(desk, pointer, hit.placed, labelOf);
      const row = rowOf(desk.rows(), hit.track.id);
      const span = row === null ? null : soundSpan(row, desk.sounds(hit.clip));
      select(desk, hit.clip.id, pointer);
      return span === null ? null : gainGesture(desk, pointer, hit.clip, span);
    }
    case 'edge':
      return edgeByTool(desk, pointer, hit, labelOf);
    case 'body':
      return byTool(desk, pointer, hit.placed, labelOf);
  }
}

function edgeByTool(
  desk: Desk,
  pointer: Pointer,
  { placed, edge }: Extract<Hit, { readonly on: 'edge' }>,
  labelOf: (placed: Placed) => string,
): Gesture | null {
  const { tool } = desk.cut.getState();
  const index = desk.live.index();
  if (tool === 'roll' && isOnMain(index, placed.item)) return rollAt(desk, pointer, placed, edge);
  if (tool !== 'select' && tool !== 'roll') return byTool(desk, pointer, placed, labelOf);
  select(desk, placed.item.id, pointer, true);
  return trimGesture(desk, pointer, placed, edge);
}

function byTool(
  desk: Desk,
  pointer: Pointer,
  placed: Placed,
  labelOf: (placed: Placed) => string,
): Gesture | null {
  const { tool } = desk.cut.getState();
  const onMain = isOnMain(desk.live.index(), placed.item);
  if (tool === 'razor') {
    razor(desk, pointer, placed);
    return null;
  }
  const { item, startFlicks } = placed;
  if (tool === 'slip' && item.kind === 'clip') {
    select(desk, item.id, pointer, true);
    return slipGesture(desk, pointer, placed);
  }
  if (tool === 'slide' && onMain) {
    select(desk, item.id, pointer, true);
    return slideGesture(desk, pointer, placed);
  }
  if (tool === 'roll' && onMain) {
    const isFirstHalf = pointer.flicks - startFlicks < item.durationFlicks / 2;
    return rollAt(desk, pointer, placed, isFirstHalf ? 'start' : 'end');
  }
  if (item.kind === 'gap') {
    select(desk, item.id, pointer);
    return marqueeFrom(desk, pointer, item.id);
  }
  return moveSelected(desk, pointer, placed, onMain, labelOf(placed));
}

/** A gap is selected by a press, and a marquee may begin in it. */
function marqueeFrom(desk: Desk, pointer: Pointer, gapId: ItemId): Gesture {
  const marquee = marqueeGesture(desk, pointer);
  return {
    ...marquee,
    end(at, moved) {
      marquee.end(at, moved);
      if (!moved) desk.view.setState({ itemIds: new Set([gapId]) });
    },
  };
}

function rollAt(desk: Desk, pointer: Pointer, placed: Placed, edge: 'start' | 'end'): Gesture | null {
  const index = desk.live.index();
  if (edge === 'end') {
    return rollGesture(desk, pointer, placed.item, placed.startFlicks + placed.item.durationFlicks);
  }
  const left = index.main.before(placed.item);
  return left === null ? null : rollGesture(desk, pointer, left, placed.startFlicks);
}

function moveSelected(desk: Desk, pointer: Pointer, placed: Placed, onMain: boolean, label: string): Gesture {
  const { item } = placed;
  const wasSelected = desk.view.getState().itemIds.has(item.id);
  const adds = pointer.shift || pointer.mod;
  if (!wasSelected) select(desk, item.id, pointer);
  const index = desk.live.index();
  const chosen = [...desk.view.getState().itemIds].filter((id) => {
    const other = index.items.get(id);
    return other !== undefined && isOnMain(index, other) === onMain;
  });
  const itemIds = chosen.includes(item.id) ? chosen : [item.id];
  const onClick = (): void => {
    if (!wasSelected) return;
    const ids = new Set(desk.view.getState().itemIds);
    if (adds) ids.delete(item.id);
    desk.view.setState({ itemIds: adds ? ids : new Set([item.id]) });
  };
  return onMain
    ? moveMainGesture(desk, pointer, placed, itemIds, label, onClick)
    : moveOthersGesture(desk, pointer, placed, itemIds, label, onClick);
}

/** With Shift or Mod besides the others; `keeps` leaves a selection that holds it as it is. */
function select(desk: Desk, id: ItemId, { shift, mod }: Pointer, keeps = false): void {
  const { itemIds } = desk.view.getState();
  const item = desk.live.index().items.get(id);
  desk.cut.setState({ transitionId: null, focusedItemId: id, focusedTrackId: item?.trackId ?? null });
  if (itemIds.has(id) && (keeps || shift || mod)) return;
  const shotId = shotOf(item);
  desk.view.setState({
    itemIds: shift || mod ? new Set([...itemIds, id]) : new Set([id]),
    ...(shotId === null || shift || mod ? {} : { shotIds: new Set([shotId]) }),
  });
}

/** Cuts where it was pressed; with Shift through all tracks. */
function razor(desk: Desk, pointer: Pointer, { item }: Placed): void {
  const { projectId } = desk;
  const atFlicks = Math.max(0, snapToFrame(pointer.flicks, desk.live.index().rate));
  void desk.commit(
    pointer.shift
      ? {
          step: (index) => splitAll(index, { atFlicks, newId: shownId }),
          call: (timeline) => timeline.splitAll({ projectId, atFlicks }),
        }
      : {
          step: (index) => splitItem(index, { itemId: item.id, atFlicks, newId: shownId }),
          call: (timeline) => timeline.split({ projectId, itemId: item.id, atFlicks }),
        },
  );
}
