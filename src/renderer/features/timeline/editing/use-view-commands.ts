import { useCommands } from '../../../actions/use-commands.ts';
import { useProject } from '../../../state/project-context.ts';
import { useCut } from '../cut-context.ts';
import type { CutTool } from '../cut-view.ts';
import { pxOf, zoomAround } from '../geometry/time-scale.ts';
import type { StageModel } from '../stage/stage-model.ts';
import { endOfPlaced, selectionOf } from './selection.ts';

/** What the commands do that change how the timeline is looked at, and what is selected: tools, switches, zoom. */
export function useViewCommands(model: StageModel): void {
  const { live, view: cut } = useCut();
  const { view } = useProject();
  const index = () => live.index();
  const playhead = (): number => view.getState().playheadFlicks;
  const has = (): boolean => view.getState().itemIds.size > 0;
  const chosen = () => selectionOf(index(), view.getState().itemIds);
  const zoom = (factor: number): void => {
    const { scale, widthPx } = cut.getState();
    const x = pxOf(scale, playhead());
    const around = x >= 0 && x <= widthPx ? x : widthPx / 2;
    cut.setState({ scale: zoomAround(scale, factor, around), fits: false });
  };
  const tool = (name: CutTool) => ({
    run: () => cut.setState({ tool: name }),
    checked: () => cut.getState().tool === name,
  });

  useCommands({
    'timeline.selectAll': {
      run: () => {
        const all = [...index().items.values()].filter(({ kind }) => kind !== 'gap').map(({ id }) => id);
        view.setState({ itemIds: new Set(all) });
      },
    },
    'timeline.deselect': { run: () => view.setState({ itemIds: new Set() }), enabled: has },
    'timeline.markSelection': {
      run: () => {
        const { placed } = chosen();
        view.setState({
          inFlicks: Math.max(0, Math.min(...placed.map(({ startFlicks }) => startFlicks))),
          outFlicks: Math.max(...placed.map(endOfPlaced)),
        });
      },
      enabled: has,
    },
    'timeline.ripple': {
      run: () => cut.setState(({ ripple }) => ({ ripple: !ripple })),
      checked: () => cut.getState().ripple,
    },
    'timeline.snap': {
      run: () => cut.setState(({ snapping }) => ({ snapping: !snapping })),
      checked: () => cut.getState().snapping,
    },
    'timeline.toolSelect': tool('select'),
    'timeline.toolRazor': tool('razor'),
    'timeline.toolRoll': tool('roll'),
    'timeline.toolSlip': tool('slip'),
    'timeline.toolSlide': tool('slide'),
    'timeline.zoomIn': { run: () => zoom(1.5) },
    'timeline.zoomOut': { run: () => zoom(1 / 1.5) },
    'timeline.zoomFit': {
      run: () => {
        cut.setState({ fits: true });
        model.fitIfWanted();
      },
    },
  });
}
