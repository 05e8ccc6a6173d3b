import { type KeyboardEvent, useEffect, useId, useRef, useSyncExternalStore } from 'react';
import { formatTimecode } from '../../../../domain/kernel/time.ts';
import { itemsIn, type Placed, startOf } from '../../../../domain/timeline/queries.ts';
import { shotOf } from '../../../../domain/timeline/shot-of.ts';
import { useCommandRegistry } from '../../../actions/use-commands.ts';
import { useProject, useProjectView } from '../../../state/project-context.ts';
import { useInterpret, useWords } from '../../../words/use-words.ts';
import { useCut, useCutView } from '../cut-context.ts';
import { pxOf, revealed } from '../geometry/time-scale.ts';
import { rowOf, rulerHeightPx } from '../geometry/track-layout.ts';
import type { ClipLabels } from './clip-labels.ts';
import { neighbourOf, stepTrack } from './clip-steps.ts';
import type { StageModel } from './stage-model.ts';

/**
 * The clips for the keyboard and for screen readers: a grid of tracks in which only the clip with the focus is there,
 * lying over its picture. Arrows go from clip to clip and from track to track; Space selects, Enter opens the inspector.
 */
export function ClipGrid({ model, labels }: { readonly model: StageModel; readonly labels: ClipLabels }) {
  const { live, view: cut } = useCut();
  const { view } = useProject();
  const words = useWords('timeline');
  const interpret = useInterpret();
  const registry = useCommandRegistry();
  const id = useId();
  useSyncExternalStore(live.settled.subscribe, live.settled.revision);
  const focusedId = useCutView((state) => state.focusedItemId);
  const selected = useProjectView((state) => state.itemIds);
  const index = live.index();
  const rows = model.rows();

  const focusedItem = focusedId === null ? undefined : index.items.get(focusedId);
  const start = focusedItem === undefined ? null : startOf(index, focusedItem.id);
  const focused: Placed | null =
    focusedItem === undefined || start === null ? null : { item: focusedItem, startFlicks: start };

  const goTo = (placed: Placed | null, extend: boolean): void => {
    if (placed === null) return;
    const { item, startFlicks } = placed;
    const { scale: now, widthPx, scrollTopPx: top, heightPx } = cut.getState();
    const row = rowOf(model.rows(), item.trackId);
    const visible = heightPx - rulerHeightPx;
    const scrolled =
      row === null ? top : Math.min(row.topPx, Math.max(top, row.topPx + row.heightPx - visible));
    cut.setState({
      focusedItemId: item.id,
      focusedTrackId: item.trackId,
      transitionId: null,
      scale: revealed(now, startFlicks, widthPx, 80),
      scrollTopPx: Math.max(0, scrolled),
      ...(revealed(now, startFlicks, widthPx, 80) === now ? {} : { fits: false }),
    });
    const shotId = shotOf(item);
    view.setState({
      itemIds: extend ? new Set([...view.getState().itemIds, item.id]) : new Set([item.id]),
      ...(shotId === null ? {} : { shotIds: new Set([shotId]) }),
    });
  };
  const first = (): Placed | null => {
    const { playheadFlicks } = view.getState();
    const main = index.mainTrackId;
    if (main === null) return null;
    return (
      itemsIn(index, main, playheadFlicks, playheadFlicks + 1)[0] ?? itemsIn(index, main, 0, 1)[0] ?? null
    );
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const from = focused ?? first();
    let to: Placed | null = null;
    switch (event.key) {
      case 'ArrowRight':
        to = focused === null ? first() : neighbourOf(index, focused, 1);
        break;
      case 'ArrowLeft':
        to = focused === null ? first() : neighbourOf(index, focused, -1);
        break;
      case 'ArrowUp':
      case 'ArrowDown':
        to = from === null ? null : stepTrack(index, rows, from, event.key === 'ArrowUp' ? -1 : 1);
        break;
      case ' ':
        to = from;
        if (from !== null) view.setState({ playheadFlicks: from.startFlicks });
        break;
      case 'Enter':
        registry.run('timeline.inspect');
        break;
      case 'Escape':
        view.setState({ itemIds: new Set() });
        break;
      default:
        return;
    }
    event.preventDefault();
    goTo(to, event.shiftKey);
  };

  // The frame of the focused clip follows the view without React.
  const cell = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (start === null || focusedItem === undefined) return;
    const place = (): void => {
      const element = cell.current;
      // The rows are higher in a larger window.
      const row = rowOf(model.rows(), focusedItem.trackId);
      if (element === null || row === null) return;
      const { scale, scrollTopPx } = cut.getState();
      const left = pxOf(scale, start);
      const width = Math.max(4, pxOf(scale, start + focusedItem.durationFlicks) - left);
      element.style.transform = `translate(${Math.round(left)}px, ${rulerHeightPx + row.topPx - scrollTopPx}px)`;
      element.style.width = `${Math.round(width)}px`;
      element.style.height = `${row.heightPx - 1}px`;
    };
    place();
    return cut.subscribe(place);
  }, [cut, model, start, focusedItem]);

  const onFocus = (): void => {
    if (focused === null) goTo(first(), false);
  };
  // A canvas has no table: the roles stand on plain elements, and the focus stays on the grid.
  const grid = {
    role: 'grid',
    tabIndex: 0,
    'aria-label': words.clips(index.items.size),
    'aria-multiselectable': true,
    'aria-rowcount': rows.length,
    'aria-activedescendant': focused === null ? undefined : `${id}-focused`,
    onKeyDown,
    onFocus,
  };
  return (
    <div
      {...grid}
      data-testid="clip-grid"
      className="group pointer-events-none absolute inset-0 overflow-hidden outline-none"
    >
      {rows.map(({ track }, place) => {
        const name = interpret(track.name);
        const rowProps = { role: 'row', 'aria-rowindex': place + 1, 'aria-label': name };
        const holds = focused !== null && focused.item.trackId === track.id;
        const cellProps = holds
          ? {
              role: 'gridcell',
              id: `${id}-focused`,
              'aria-selected': selected.has(focused.item.id),
              'aria-label': words.clipSpoken(
                words.kind[focused.item.kind],
                labels.nameOf(focused.item),
                name,
                formatTimecode(Math.max(0, focused.startFlicks), index.rate),
                formatTimecode(focused.item.durationFlicks, index.rate),
              ),
            }
          : {
              role: 'gridcell',
              'aria-label': words.trackSpoken(name, index.byTrack.get(track.id)?.size ?? 0),
            };
        return (
          <div key={track.id} {...rowProps}>
            <div
              {...cellProps}
              ref={holds ? cell : undefined}
              className={
                holds
                  ? 'absolute top-0 left-0 rounded-inner group-focus-visible:outline-2 group-focus-visible:outline-accent'
                  : undefined
              }
            />
          </div>
        );
      })}
    </div>
  );
}
