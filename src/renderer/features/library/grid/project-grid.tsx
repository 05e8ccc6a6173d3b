import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type MouseEvent, useLayoutEffect, useRef, useState } from 'react';
import type { ProjectSummary } from '../../../../contract/projects.ts';
import type { ProjectId } from '../../../../domain/kernel/ids.ts';
import { ContextMenu } from '../../../ui/context-menu.tsx';
import { isGridKey } from '../../../ui/grid-keys.ts';
import type { MenuEntry } from '../../../ui/menu-entries.tsx';
import { gapPx, gridGeometry, neighbour } from './grid-geometry.ts';
import { ProjectCard } from './project-card.tsx';
import { useKeptFocus } from './use-kept-focus.ts';
import { useStandIn } from './use-stand-in.ts';

export interface ProjectGridProps {
  readonly label: string;
  readonly projects: readonly ProjectSummary[];
  /** The project that commands are about; it has the focus when the grid has. */
  readonly activeId: ProjectId | null;
  readonly onActive: (id: ProjectId) => void;
  readonly onOpen: (summary: ProjectSummary) => void;
  readonly entriesOf: (summary: ProjectSummary) => readonly MenuEntry[];
  readonly renamingId: ProjectId | null;
  readonly onRename: (summary: ProjectSummary, title: string | null) => void;
  readonly nowMs: number;
}

/** Posters in rows, of which only those in sight are drawn. Arrows move, Enter opens. */
export function ProjectGrid(props: ProjectGridProps) {
  const { label, projects, activeId, onActive, onOpen, entriesOf, renamingId, onRename, nowMs } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const pointed = useRef<ProjectSummary | null>(null);
  const widthPx = useWidth(scroller);
  const geometry = gridGeometry(widthPx);
  const { columns, cellWidthPx, rowHeightPx } = geometry;
  const rows = useVirtualizer({
    count: Math.ceil(projects.length / columns),
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeightPx,
    overscan: 1,
    paddingStart: 16,
    paddingEnd: 8,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows are measured anew when their height changes.
  useLayoutEffect(() => rows.measure(), [rowHeightPx]);

  const found = projects.findIndex(({ project }) => project.id === activeId);
  const active = useStandIn(found, projects, onActive);
  const keepFocus = useKeptFocus(scroller, active);

  const onKeyDown = (event: KeyboardEvent): void => {
    const { key, target } = event;
    if (event.defaultPrevented || event.altKey || event.shiftKey || !isCell(target)) return;
    const at = projects[active];
    if (key === 'Enter' && at !== undefined && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      onOpen(at);
      return;
    }
    if (!isGridKey(key)) return;
    event.preventDefault();
    const pageRows = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeightPx));
    const mod = event.ctrlKey || event.metaKey;
    const next = neighbour(active, key, { count: projects.length, columns, pageRows, mod });
    const summary = projects[next];
    if (summary === undefined) return;
    keepFocus();
    rows.scrollToIndex(Math.floor(next / columns));
    onActive(summary.project.id);
  };

  const onContextMenu = (event: MouseEvent): void => {
    const cell =
      event.target instanceof Element ? event.target.closest<HTMLElement>('[role="gridcell"]') : null;
    const summary = projects[Number(cell?.dataset['place'])] ?? null;
    pointed.current = summary;
    if (summary !== null) onActive(summary.project.id);
    // Between the posters there is nothing to do something with.
    else event.stopPropagation();
  };

  return (
    <div ref={scroller} className="min-h-0 flex-1 overflow-y-auto px-4">
      {/* One menu for all: at the pointer, or at the cell with the focus. */}
      <ContextMenu entries={() => (pointed.current === null ? [] : entriesOf(pointed.current))}>
        {/* biome-ignore lint/a11y/useSemanticElements: posters are no table, and only those in sight are drawn. */}
        <div
          role="grid"
          aria-label={label}
          aria-rowcount={Math.ceil(projects.length / columns)}
          aria-colcount={columns}
          onKeyDown={onKeyDown}
          onContextMenuCapture={onContextMenu}
          className="relative"
          style={{ height: `${rows.getTotalSize()}px` }}
        >
          {widthPx === 0
            ? null
            : rows.getVirtualItems().map((row) => (
                // biome-ignore lint/a11y/useSemanticElements: as above.
                // biome-ignore lint/a11y/useFocusableInteractive: the focus goes to its cells.
                <div
                  key={row.key}
                  role="row"
                  aria-rowindex={row.index + 1}
                  className="absolute top-0 left-0 flex w-full"
                  style={{
                    height: `${row.size}px`,
                    transform: `translateY(${row.start}px)`,
                    columnGap: `${gapPx}px`,
                  }}
                >
                  {projects.slice(row.index * columns, (row.index + 1) * columns).map((summary, column) => {
                    const place = row.index * columns + column;
                    return (
                      <ProjectCard
                        key={summary.project.id}
                        summary={summary}
                        place={place}
                        column={column}
                        geometry={geometry}
                        widthPx={cellWidthPx}
                        isActive={place === active}
                        isChosen={place === found}
                        renaming={summary.project.id === renamingId}
                        nowMs={nowMs}
                        onActive={onActive}
                        onOpen={onOpen}
                        onRename={(renamed, title) => {
                          keepFocus();
                          onRename(renamed, title);
                        }}
                        entriesOf={entriesOf}
                      />
                    );
                  })}
                </div>
              ))}
        </div>
      </ContextMenu>
    </div>
  );
}

/** Keys pressed in a field or on a button within a poster are theirs. */
function isCell(target: EventTarget): boolean {
  return target instanceof HTMLElement && target.getAttribute('role') === 'gridcell';
}

function useWidth(element: { readonly current: HTMLElement | null }): number {
  const [widthPx, setWidthPx] = useState(0);
  useLayoutEffect(() => {
    const measured = element.current;
    if (measured === null) return;
    const read = (): void => {
      const { paddingLeft, paddingRight } = getComputedStyle(measured);
      setWidthPx(measured.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight));
    };
    read();
    const observer = new ResizeObserver(read);
    observer.observe(measured);
    return () => observer.disconnect();
  }, [element]);
  return widthPx;
}
