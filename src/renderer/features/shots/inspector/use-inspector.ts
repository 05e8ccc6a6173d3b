import { useCommands } from '../../../actions/use-commands.ts';
import { useWindowIsNarrow } from '../../../ui/use-window-is-narrow.ts';
import { useBoard, useBoardStore } from '../board/board-store.ts';

/** Where the inspector is now: beside the frames, over them in a window without room, or away. */
export function useInspectorPlace(): 'beside' | 'over' | 'away' {
  const isNarrow = useWindowIsNarrow();
  const beside = useBoard((state) => state.inspector);
  const over = useBoard((state) => state.inspectorOver);
  if (isNarrow) return over ? 'over' : 'away';
  return beside ? 'beside' : 'away';
}

/** The command that shows the inspector or puts it away. Over the frames it is away until somebody asks for it. */
export function useInspectorCommand(): void {
  const board = useBoardStore();
  const isNarrow = useWindowIsNarrow();
  useCommands({
    'shot.inspect': {
      run: () =>
        board.setState((state) =>
          isNarrow ? { inspectorOver: !state.inspectorOver } : { inspector: !state.inspector },
        ),
    },
  });
}
