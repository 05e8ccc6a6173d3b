import type { TakeId } from '../../../../domain/kernel/ids.ts';
import { useCommands } from '../../../actions/use-commands.ts';
import { useProject } from '../../../state/project-context.ts';
import { useBoardStore } from '../board/board-store.ts';
import { ratings } from './ratings.ts';
import { useTakeEdits } from './use-take-edits.ts';

/**
 * The commands of takes on the Board: they mean the take of the inspector that has the focus, else what each selected shot
 * shows, its clip before its still.
 */
export function useTakeCommands(): void {
  const board = useBoardStore();
  const { mirror, shots, view } = useProject();
  const edits = useTakeEdits();

  const meant = (): readonly TakeId[] => {
    const { takeId, focusId } = board.getState();
    if (takeId !== null) return [takeId];
    const { shotIds } = view.getState();
    const chosen = shotIds.size > 0 ? [...shotIds] : focusId === null ? [] : [focusId];
    return chosen.flatMap((id) => {
      const facts = shots.facts(id);
      const shown = facts?.clip ?? facts?.still ?? null;
      return shown === null ? [] : [shown.id];
    });
  };
  const some = (): boolean => meant().length > 0;
  const rate = (rating: (typeof ratings)[number] | null) => ({
    enabled: some,
    run: () => void edits.rate(meant(), rating),
  });
  /** The focused take, where the film does not show it. */
  const unshown = (): TakeId | null => {
    const { takeId } = board.getState();
    const take = takeId === null ? null : mirror.row('take', takeId);
    const facts = take?.shotId == null ? null : shots.facts(take.shotId);
    if (take === null || facts === null || take.discardedAtMs !== null) return null;
    const { chosenStillId, chosenClipId, chosenSpeechId } = facts.shot;
    return [chosenStillId, chosenClipId, chosenSpeechId].includes(take.id) ? null : take.id;
  };

  useCommands({
    'take.rateOne': rate(ratings[0]),
    'take.rateTwo': rate(ratings[1]),
    'take.rateThree': rate(ratings[2]),
    'take.rateFour': rate(ratings[3]),
    'take.rateFive': rate(ratings[4]),
    'take.rateNone': rate(null),
    'take.details': {
      enabled: () => meant().length === 1,
      run: () => {
        const [takeId] = meant();
        const shotId = takeId === undefined ? null : (mirror.row('take', takeId)?.shotId ?? null);
        if (takeId !== undefined && shotId !== null)
          board.setState({ dialog: { is: 'take', shotId, takeId } });
      },
    },
    'take.putAway': {
      enabled: () => unshown() !== null,
      run: () => {
        const takeId = unshown();
        if (takeId !== null) void edits.putAway([takeId]);
      },
    },
  });
}
