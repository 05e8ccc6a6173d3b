import { ChevronDown, ChevronRight, EllipsisVertical, Plus } from 'lucide-react';
import { useProject } from '../../../state/project-context.ts';
import type { SceneShots } from '../../../state/shot-index.ts';
import { useShotIndex } from '../../../state/use-shots.ts';
import { Icon } from '../../../ui/icon.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { Menu } from '../../../ui/menu.tsx';
import { StateDot } from '../../../ui/state-dot.tsx';
import { useFormats, useWords } from '../../../words/use-words.ts';
import { useSceneMenu } from '../editing/use-scene-menu.ts';
import { useShotEdits } from '../editing/use-shot-edits.ts';
import type { BoardSection } from '../layout/board-layout.ts';
import type { BoardMetrics } from '../layout/board-metrics.ts';
import { useBoardStore } from './board-store.ts';
import { toggleScene } from './collapse-scenes.ts';
import { sumShots } from './scene-sums.ts';

/** Number, heading, synopsis, length and what wants attention; stays at the top while the scene's frames go by. */
export function SceneHeading({
  scene: { scene, number, shotIds },
  section,
  metrics,
}: {
  readonly scene: SceneShots;
  readonly section: BoardSection;
  readonly metrics: BoardMetrics;
}) {
  const words = useWords('shots');
  const formats = useFormats();
  const board = useBoardStore();
  const { shots } = useProject();
  const edits = useShotEdits();
  const menu = useSceneMenu(scene.id);
  // Drawn again with each change of a shot; what it sums is at hand.
  useShotIndex((index) => index.revision());
  const sums = sumShots(shotIds, shots.facts);
  const { collapsed } = section;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a virtual grid of cards is no table
    // biome-ignore lint/a11y/useFocusableInteractive: the buttons in it take the focus
    <div
      role="row"
      aria-rowindex={section.firstRow + 1}
      className="group/heading sticky top-0 z-10 border-b border-line bg-ground"
      style={{ height: metrics.headingHeightPx }}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: see above */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: see above */}
      <div
        role="rowheader"
        aria-colspan={metrics.columns}
        className="flex h-full min-w-0 items-center gap-2 px-2"
      >
        <button
          type="button"
          aria-expanded={!collapsed}
          aria-label={`${words.sceneName(number, scene.heading)}. ${collapsed ? words.expand : words.collapse}`}
          onClick={() => toggleScene(board, scene.id)}
          className="flex h-8 min-w-0 items-center gap-2 rounded-inner px-1 text-left hover:bg-hover"
        >
          <Icon of={collapsed ? ChevronRight : ChevronDown} size={14} className="text-faint" />
          <span className="font-mono text-sm text-muted">{number}</span>
          <span className="truncate text-base font-medium text-text">{scene.heading}</span>
        </button>
        <span className="min-w-0 flex-1 truncate text-sm text-faint">{scene.synopsis}</span>
        {sums.underWay > 0 ? <StateDot state="running" label={words.state.running} /> : null}
        {sums.failed > 0 ? (
          <StateDot state="failed" label={words.sceneFailed(sums.failed)} withWords />
        ) : null}
        {sums.outdated > 0 ? (
          <StateDot state="stale" label={words.sceneOutdated(sums.outdated)} withWords />
        ) : null}
        <span className="shrink-0 text-sm text-muted tabular-nums">
          {words.sceneFacts(sums.shots, formats.duration(sums.durationFlicks))}
        </span>
        <IconButton
          icon={Plus}
          size="small"
          label={words.addToScene}
          onClick={() => void edits.add(scene.id, shotIds.at(-1) ?? null)}
        />
        <Menu
          align="end"
          entries={menu}
          trigger={
            <button
              type="button"
              aria-label={`${words.sceneMenu} ${number}`}
              className="inline-flex size-6 shrink-0 items-center justify-center rounded-inner text-muted hover:bg-hover hover:text-text data-[state=open]:bg-hover"
            >
              <Icon of={EllipsisVertical} />
            </button>
          }
        />
      </div>
    </div>
  );
}
