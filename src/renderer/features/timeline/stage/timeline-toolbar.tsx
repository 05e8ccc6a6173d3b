import {
  ArrowLeftRight,
  Blend,
  Magnet,
  MousePointer2,
  MoveHorizontal,
  RefreshCw,
  Scissors,
  SeparatorVertical,
  Slice,
  StretchHorizontal,
  Trash2,
  Type,
  ZoomIn,
  ZoomOut,
} from 'lucide-react';
import type { ComponentProps } from 'react';
import type { CommandId } from '../../../actions/all-commands.ts';
import { useCommandButton } from '../../../actions/use-command-button.ts';
import { useShortcuts } from '../../../actions/use-shortcuts.ts';
import { Button } from '../../../ui/button.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { Segmented } from '../../../ui/segmented.tsx';
import { Slider } from '../../../ui/slider.tsx';
import { Toolbar, ToolbarGap, ToolbarSpace } from '../../../ui/toolbar.tsx';
import { useWords } from '../../../words/use-words.ts';
import { useCut, useCutView } from '../cut-context.ts';
import { type CutTool, cutTools } from '../cut-view.ts';
import { fitScale, zoomAround, zoomOfShare, zoomShare } from '../geometry/time-scale.ts';
import type { StageModel } from './stage-model.ts';

const toolIcons = {
  select: MousePointer2,
  razor: Slice,
  roll: SeparatorVertical,
  slip: MoveHorizontal,
  slide: ArrowLeftRight,
} as const;
const toolCommands = {
  select: 'timeline.toolSelect',
  razor: 'timeline.toolRazor',
  roll: 'timeline.toolRoll',
  slip: 'timeline.toolSlip',
  slide: 'timeline.toolSlide',
} as const satisfies Record<CutTool, CommandId>;

/** Tools, switches and zoom over the tracks. */
export function TimelineToolbar({ model }: { readonly model: StageModel }) {
  const { view: cut } = useCut();
  const words = useWords('timeline');
  const titles = useWords('commands');
  const shortcuts = useShortcuts();
  const tool = useCutView((state) => state.tool);
  const snapping = useCutView((state) => state.snapping);
  const ripple = useCutView((state) => state.ripple);
  return (
    <Toolbar label={words.tools}>
      <Segmented
        label={words.tool}
        value={tool}
        options={cutTools.map((name) => ({
          value: name,
          label: titles[toolCommands[name]],
          icon: toolIcons[name],
          shortcut: shortcuts.get(toolCommands[name])?.[0] ?? null,
        }))}
        onChange={(next) => cut.setState({ tool: next })}
      />
      <ToolbarGap />
      <CommandIcon command="timeline.snap" icon={Magnet} pressed={snapping} />
      <CommandIcon command="timeline.ripple" icon={StretchHorizontal} pressed={ripple} />
      <ToolbarGap />
      <CommandIcon command="timeline.split" icon={Scissors} />
      <CommandIcon command="timeline.rippleDelete" icon={Trash2} />
      <CommandIcon command="timeline.dissolve" icon={Blend} />
      <CommandIcon command="timeline.addTitle" icon={Type} />
      <ToolbarSpace />
      <AssembleButton />
      <ToolbarGap />
      <CommandIcon command="timeline.zoomOut" icon={ZoomOut} />
      <ZoomSlider model={model} />
      <CommandIcon command="timeline.zoomIn" icon={ZoomIn} />
      <FitButton />
    </Toolbar>
  );
}

function CommandIcon({
  command,
  icon,
  pressed,
}: {
  readonly command: CommandId;
  readonly icon: ComponentProps<typeof IconButton>['icon'];
  readonly pressed?: boolean | undefined;
}) {
  return <IconButton icon={icon} pressed={pressed} {...useCommandButton(command)} />;
}

function FitButton() {
  const { label, ...button } = useCommandButton('timeline.zoomFit');
  return (
    <Button size="small" variant="quiet" {...button}>
      {label}
    </Button>
  );
}

function AssembleButton() {
  const { label, ...button } = useCommandButton('timeline.assemble');
  return (
    <Button size="small" icon={RefreshCw} {...button}>
      {label}
    </Button>
  );
}

function ZoomSlider({ model }: { readonly model: StageModel }) {
  const { view: cut } = useCut();
  const words = useWords('timeline');
  const pxPerSecond = useCutView((state) => state.scale.pxPerSecond);
  const widthPx = useCutView((state) => state.widthPx);
  const farthest = fitScale(model.durationFlicks(), Math.max(widthPx, 100)).pxPerSecond / 2;
  return (
    <Slider
      label={words.zoom}
      value={Math.round(zoomShare(pxPerSecond, farthest) * 1000)}
      min={0}
      max={1000}
      step={10}
      valueText={words.zoomSpoken(Math.round(pxPerSecond * 10) / 10)}
      onChange={(value) => {
        const { scale } = cut.getState();
        const next = zoomOfShare(value / 1000, farthest);
        cut.setState({ scale: zoomAround(scale, next / scale.pxPerSecond, widthPx / 2), fits: false });
      }}
      className="w-28"
    />
  );
}
