import { memo } from 'react';
import type { ShotId } from '../../../../domain/kernel/ids.ts';
import type { SceneShots } from '../../../state/shot-index.ts';
import { useWords } from '../../../words/use-words.ts';
import { ShotCard } from '../card/shot-card.tsx';
import { type BoardSection, rowTop } from '../layout/board-layout.ts';
import type { BoardMetrics } from '../layout/board-metrics.ts';
import { useBoard } from './board-store.ts';
import { SceneHeading } from './scene-heading.tsx';

export interface SceneSectionProps {
  readonly scene: SceneShots;
  readonly section: BoardSection;
  readonly metrics: BoardMetrics;
  readonly first: number;
  readonly last: number;
  /** The row with the focus, drawn besides; null where it is elsewhere. */
  readonly focusRow: number | null;
  readonly defaultFocusId: ShotId | null;
}

/** A scene: its heading, which stays in sight while its shots are, and the rows of frames in reach. */
export const SceneSection = memo(function SceneSection({
  scene,
  section,
  metrics,
  first,
  last,
  focusRow,
  defaultFocusId,
}: SceneSectionProps) {
  const words = useWords('shots');
  const filter = useBoard((state) => state.filter);
  const rows: number[] = [];
  for (let row = first; row <= last; row++) rows.push(row);
  if (focusRow !== null && (focusRow < first || focusRow > last)) rows.push(focusRow);
  const isEmpty = section.rows === 0 && !section.collapsed;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a virtual grid of cards is no table
    <div
      role="rowgroup"
      className="absolute inset-x-0"
      // By its place, not moved there: the heading sticks by places, and would stand at the foot of a scene that is moved.
      style={{ top: section.topPx, height: section.heightPx }}
    >
      <SceneHeading scene={scene} section={section} metrics={metrics} />
      {isEmpty ? (
        <p className="flex items-center px-4 text-sm text-faint" style={{ height: metrics.emptyHeightPx }}>
          {filter === 'all' ? words.emptyScene : words.filteredScene}
        </p>
      ) : null}
      {rows.map((row) => (
        // biome-ignore lint/a11y/useSemanticElements: see above
        // biome-ignore lint/a11y/useFocusableInteractive: the frames in it take the focus
        <div
          key={row}
          role="row"
          aria-rowindex={section.firstRow + row + 2}
          className="absolute right-4 left-4 [contain:layout_style]"
          style={{ top: rowTop(row, metrics), height: metrics.cardHeightPx }}
        >
          {section.shotIds.slice(row * metrics.columns, (row + 1) * metrics.columns).map((id, column) => (
            <ShotCard
              key={id}
              shotId={id}
              column={column}
              metrics={metrics}
              isDefaultFocus={id === defaultFocusId}
            />
          ))}
        </div>
      ))}
    </div>
  );
});
