import { ChevronDown, ChevronRight, EllipsisVertical, Plus } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import type { SceneId } from '../../../../domain/kernel/ids.ts';
import { useProject } from '../../../state/project-context.ts';
import type { SceneShots } from '../../../state/shot-index.ts';
import { useShotIndex } from '../../../state/use-shots.ts';
import { Icon } from '../../../ui/icon.tsx';
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

const iconLook =
  'inline-flex size-6 shrink-0 items-center justify-center rounded-inner text-muted hover:bg-hover hover:text-text data-[state=open]:bg-hover';

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
          onClick={() => toggleScene(board, scene.id)}
          className="flex h-8 min-w-0 items-center gap-2 rounded-inner px-1 text-left hover:bg-hover"
        >
          <Icon of={collapsed ? ChevronRight : ChevronDown} size={14} className="text-faint" />
          <span className="sr-only">{words.sceneWord}</span>
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
        <button
          type="button"
          aria-label={words.addToScene}
          title={words.addToScene}
          onClick={() => void edits.add(scene.id, shotIds.at(-1) ?? null)}
          className={iconLook}
        >
          <Icon of={Plus} />
        </button>
        <SceneMenu sceneId={scene.id} number={number} />
      </div>
    </div>
  );
}

/** The menu of a scene is made when it is first opened: scrolling past a heading pays for a button. */
function SceneMenu({ sceneId, number }: { readonly sceneId: SceneId; readonly number: string }) {
  const words = useWords('shots');
  const [open, setOpen] = useState<boolean | null>(null);
  const button = (
    <button
      type="button"
      aria-label={words.sceneMenu(number)}
      aria-haspopup="menu"
      onClick={() => setOpen(true)}
      className={iconLook}
    >
      <Icon of={EllipsisVertical} />
    </button>
  );
  return open === null ? (
    button
  ) : (
    <OpenedMenu sceneId={sceneId} open={open} onOpenChange={setOpen} trigger={button} />
  );
}

function OpenedMenu({
  sceneId,
  ...rest
}: {
  readonly sceneId: SceneId;
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly trigger: ReactElement;
}) {
  return <Menu {...rest} align="end" entries={useSceneMenu(sceneId)} />;
}
