import { ChevronDown, ChevronRight } from 'lucide-react';
import { useProject, useProjectView } from '../../../state/project-context.ts';
import type { SceneShots } from '../../../state/shot-index.ts';
import { useShotIndex } from '../../../state/use-shots.ts';
import { classNames } from '../../../ui/class-names.ts';
import { Icon } from '../../../ui/icon.tsx';
import { useFormats, useWords } from '../../../words/use-words.ts';
import { useSceneDrag } from './use-scene-drag.ts';

export const sceneRowPx = 36;

export interface SceneRowProps {
  readonly id: string;
  readonly scene: SceneShots;
  readonly open: boolean;
  readonly onSelect: () => void;
  readonly onToggle: () => void;
}

/** A scene of the breakdown: number, heading, how many shots, how long. */
export function SceneRow({ id, scene, open, onSelect, onToggle }: SceneRowProps) {
  const words = useWords('text');
  const formats = useFormats();
  const { shots } = useProject();
  const selected = useProjectView((view) => view.shotIds.size === 0 && view.sceneId === scene.scene.id);
  const within = useProjectView((view) => view.sceneId === scene.scene.id);
  useShotIndex((index) => index.revision());
  const flicks = scene.shotIds.reduce(
    (sum, shotId) => sum + (shots.facts(shotId)?.shot.durationFlicks ?? 0),
    0,
  );
  const length = formats.duration(flicks);
  const drag = useSceneDrag(scene.scene.id);
  const quiet = selected ? 'text-muted' : 'text-faint';
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list takes the keys and names this row as its active one.
    // biome-ignore lint/a11y/useFocusableInteractive: the list keeps the focus.
    <div
      id={id}
      role="option"
      aria-selected={selected}
      onClick={onSelect}
      onDoubleClick={onToggle}
      {...drag.handlers}
      className={classNames(
        'relative flex h-9 items-center gap-1.5 border-b border-line pr-3 pl-1.5',
        selected ? 'bg-accent-soft' : 'bg-panel hover:bg-hover',
      )}
    >
      {drag.mark === null ? null : (
        <span
          aria-hidden
          className={classNames(
            'pointer-events-none absolute inset-x-0 h-0.5 bg-accent',
            drag.mark === 'before' ? 'top-0' : 'bottom-0',
          )}
        />
      )}
      <span className="sr-only">
        {words.panel.sceneName(scene.number, scene.scene.heading, scene.shotIds.length, length)}
      </span>
      <span
        aria-hidden
        onClick={(event) => {
          event.stopPropagation();
          onToggle();
        }}
        className="flex size-5 shrink-0 items-center justify-center rounded-inner text-faint hover:bg-pressed hover:text-text"
      >
        <Icon of={open ? ChevronDown : ChevronRight} size={14} />
      </span>
      <span aria-hidden className={classNames('w-6 shrink-0 font-mono text-sm', quiet)}>
        {scene.number}
      </span>
      <span
        aria-hidden
        className={classNames('min-w-0 flex-1 truncate font-medium', within && 'text-accent-text')}
      >
        {scene.scene.heading}
      </span>
      <span aria-hidden className={classNames('shrink-0 text-sm', quiet)}>
        {scene.shotIds.length}
      </span>
      <span aria-hidden className={classNames('w-14 shrink-0 text-right text-sm', quiet)}>
        {length}
      </span>
    </div>
  );
}
