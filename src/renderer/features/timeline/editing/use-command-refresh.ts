import { useEffect } from 'react';
import { useCommandRegistry } from '../../../actions/use-commands.ts';
import { useProject } from '../../../state/project-context.ts';
import { useCut } from '../cut-context.ts';

/** What can be done depends on where the playhead stands; while it moves, nobody has to know. */
const restMs = 150;

/** Lets buttons and menus look again what they may do when the selection, the film or the playhead has changed. */
export function useCommandRefresh(): void {
  const registry = useCommandRegistry();
  const { view } = useProject();
  const { live, view: cut } = useCut();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const later = (): void => {
      clearTimeout(timer);
      timer = setTimeout(registry.refresh, restMs);
    };
    const stops = [
      live.settled.subscribe(later),
      view.subscribe((now, before) => {
        if (now.itemIds !== before.itemIds) registry.refresh();
        else if (now.playheadFlicks !== before.playheadFlicks) later();
      }),
      cut.subscribe((now, before) => {
        const same =
          now.transitionId === before.transitionId &&
          now.copiedIds === before.copiedIds &&
          now.source === before.source;
        if (!same) registry.refresh();
      }),
    ];
    return () => {
      clearTimeout(timer);
      for (const stop of stops) stop();
    };
  }, [registry, live, view, cut]);
}
