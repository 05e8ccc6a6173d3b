import { Grid2x2, Grid3x3, PanelRight, Users } from 'lucide-react';
import { useMemo } from 'react';
import { useCommandButton } from '../../../actions/use-command-button.ts';
import { useProject } from '../../../state/project-context.ts';
import { useShotIndex } from '../../../state/use-shots.ts';
import { Icon } from '../../../ui/icon.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { Segmented } from '../../../ui/segmented.tsx';
import { Select } from '../../../ui/select.tsx';
import { Slider } from '../../../ui/slider.tsx';
import { Toolbar, ToolbarGap, ToolbarSpace } from '../../../ui/toolbar.tsx';
import { useWindowIsNarrow } from '../../../ui/use-window-is-narrow.ts';
import { useFormats, useWords } from '../../../words/use-words.ts';
import { BatchProgress, useRunningGeneration } from '../generating/batch-progress.tsx';
import { GenerateButton } from '../generating/generate-button.tsx';
import { GenerationMenu } from '../generating/generation-menu.tsx';
import { useGeneration } from '../generating/use-generation.ts';
import { useInspectorPlace } from '../inspector/use-inspector.ts';
import { densityRange } from '../layout/board-metrics.ts';
import { SoundButton } from '../sounding/sound-button.tsx';
import { useBoard, useBoardStore } from './board-store.ts';
import { countByFilter, type ShotFilter, shotFilters } from './filter-shots.ts';

/** What is shown and how large on the left, what would be generated on the right. */
export function BoardToolbar({ columns }: { readonly columns: number }) {
  const words = useWords('shots');
  const formats = useFormats();
  const board = useBoardStore();
  const { shots } = useProject();
  const densityPx = useBoard((state) => state.densityPx);
  const filter = useBoard((state) => state.filter);
  const isInspected = useInspectorPlace() !== 'away';
  const { wants } = useGeneration();
  const revision = useShotIndex((index) => index.revision());
  // biome-ignore lint/correctness/useExhaustiveDependencies: counted again with every change of a shot
  const counts = useMemo(() => countByFilter(shots.shotIds(), shots.facts, wants), [shots, revision, wants]);
  const activity = useRunningGeneration();
  const isNarrow = useWindowIsNarrow();
  // Rating is asked for where there is something to rate.
  const offered = shotFilters.filter(
    (value) => value !== 'unrated' || counts.unrated > 0 || filter === value,
  );
  const filters = offered.map((value) => ({
    value,
    label:
      value === 'all' || counts[value] > 0
        ? words.filterCount(words.filter[value], counts[value])
        : words.filter[value],
  }));
  const show = (value: ShotFilter): void => board.setState({ filter: value });
  return (
    <Toolbar label={words.boardTools}>
      {isNarrow ? (
        <Select
          label={words.filter.label}
          labelAt="hidden"
          value={filter}
          options={filters}
          onChange={show}
          className="w-36 shrink-0"
        />
      ) : (
        <Segmented label={words.filter.label} value={filter} options={filters} onChange={show} />
      )}
      <ToolbarGap />
      <Icon of={Grid3x3} size={14} className="text-faint max-md:hidden" />
      <Slider
        label={words.density}
        value={densityPx}
        min={densityRange.leastPx}
        max={densityRange.mostPx}
        step={densityRange.stepPx}
        valueText={words.densityValue(columns)}
        onChange={(value) => board.setState({ densityPx: value })}
        className="w-20 min-w-14"
      />
      <Icon of={Grid2x2} size={14} className="text-faint max-md:hidden" />
      <ToolbarSpace />
      {activity === null ? (
        <span className="hidden shrink-0 text-sm whitespace-nowrap text-faint tabular-nums xl:inline">
          {words.sceneFacts(counts.all, formats.duration(totalFlicks(shots)))}
        </span>
      ) : (
        <BatchProgress activity={activity} />
      )}
      <ToolbarGap />
      <GenerateButton shotIds={null} size="small" />
      <GenerationMenu />
      <IconButton icon={Users} {...useCommandButton('shot.casting')} />
      <SoundButton />
      <IconButton
        icon={PanelRight}
        pressed={isInspected}
        {...useCommandButton('shot.inspect')}
        label={words.showInspector}
      />
    </Toolbar>
  );
}

function totalFlicks(shots: ReturnType<typeof useProject>['shots']): number {
  return shots.shotIds().reduce((sum, id) => sum + (shots.facts(id)?.shot.durationFlicks ?? 0), 0);
}
