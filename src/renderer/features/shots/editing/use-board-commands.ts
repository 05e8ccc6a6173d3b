import type { ShotId } from '../../../../domain/kernel/ids.ts';
import { useCommands } from '../../../actions/use-commands.ts';
import { useCall } from '../../../actions/use-edit.ts';
import { useProject } from '../../../state/project-context.ts';
import { isUnderWay } from '../../../state/shot-facts.ts';
import { useStudio } from '../../../state/studio-context.ts';
import { useWords } from '../../../words/use-words.ts';
import { useBoardStore } from '../board/board-store.ts';
import { openScene } from '../board/collapse-scenes.ts';
import type { ShowShot } from '../board/use-show-shot.ts';
import { useGeneration } from '../generating/use-generation.ts';
import { nextAfterRemoval } from '../layout/select-shots.ts';
import { useOwnTake } from '../takes/use-own-take.ts';
import { type MoveStep, moveTarget } from './move-target.ts';
import { useShotEdits } from './use-shot-edits.ts';

/** What the commands of the Board do while it is shown. */
export function useBoardCommands(shownIds: () => readonly ShotId[], show: ShowShot): void {
  const board = useBoardStore();
  const { shots, view } = useProject();
  const { client } = useStudio();
  const words = useWords('shots');
  const edits = useShotEdits();
  const call = useCall();
  const generation = useGeneration();
  const ownTake = useOwnTake();

  /** The selected shots in film order; without a selection the one with the focus. */
  const chosen = (): readonly ShotId[] => {
    const { shotIds } = view.getState();
    if (shotIds.size > 0) return shots.shotIds().filter((id) => shotIds.has(id));
    const { focusId } = board.getState();
    return focusId !== null && shots.facts(focusId) !== null ? [focusId] : [];
  };
  const some = (): boolean => chosen().length > 0;
  const one = (): boolean => chosen().length === 1;

  const goTo = (shotId: ShotId): void => {
    const facts = shots.facts(shotId);
    if (facts !== null) openScene(board, facts.shot.sceneId);
    view.setState({ shotIds: new Set([shotId]) });
    board.setState({ focusId: shotId, anchorId: shotId });
    show(shotId);
  };
  const goToAdded = (receipt: Awaited<ReturnType<typeof edits.add>>): void => {
    const id = receipt?.added.find(({ entity }) => entity === 'shot')?.id;
    if (id !== undefined) goTo(id as ShotId);
  };
  const move = (step: MoveStep) => ({
    enabled: () => moveTarget(shots.scenes(), new Set(chosen()), step) !== null,
    run: () => {
      const ids = chosen();
      const target = moveTarget(shots.scenes(), new Set(ids), step);
      const first = ids[0];
      if (target === null || first === undefined) return;
      const before = shots.scenes();
      void edits.move(ids, target.sceneId, target.afterShotId).then((receipt) => {
        if (receipt === null) return;
        openScene(board, target.sceneId);
        show(first, words.said.moved, receipt.changes > 0 ? before : undefined);
      });
    },
  });
  const following = (): ShotId | null => {
    const [id, ...rest] = chosen();
    if (id === undefined || rest.length > 0) return null;
    const sceneId = shots.facts(id)?.shot.sceneId;
    const own = shots.scenes().find(({ scene }) => scene.id === sceneId)?.shotIds ?? [];
    return own[own.indexOf(id) + 1] ?? null;
  };

  useCommands({
    'shot.add': {
      enabled: () => shots.scenes().length > 0,
      run: () => {
        const after = chosen().at(-1) ?? null;
        const facts = after === null ? null : shots.facts(after);
        const last = shots.scenes().at(-1);
        const sceneId = facts?.shot.sceneId ?? last?.scene.id;
        if (sceneId === undefined) return;
        void edits.add(sceneId, facts === null ? (last?.shotIds.at(-1) ?? null) : after).then(goToAdded);
      },
    },
    'shot.edit': {
      enabled: one,
      run: () => {
        const [id] = chosen();
        if (id !== undefined) board.setState({ editingId: id, playing: null });
      },
    },
    'shot.duplicate': {
      enabled: one,
      run: () => {
        const [id] = chosen();
        if (id !== undefined) void edits.duplicate(id).then(goToAdded);
      },
    },
    'shot.delete': {
      enabled: some,
      run: () => {
        const ids = chosen();
        const next = nextAfterRemoval(shownIds(), new Set(ids));
        void edits.delete(ids).then((receipt) => {
          if (receipt === null) return;
          if (next !== null) goTo(next);
          else view.setState({ shotIds: new Set() });
        });
      },
    },
    'shot.review': { run: () => board.setState({ dialog: { is: 'review' } }) },
    'shot.casting': { run: () => board.setState({ dialog: { is: 'casting' } }) },
    'shot.sound': {
      run: () => board.setState({ dialog: { is: 'sound', opened: 'lines', sceneId: null } }),
    },
    'shot.split': {
      enabled: one,
      run: () => {
        const [id] = chosen();
        if (id !== undefined) board.setState({ dialog: { is: 'split', shotId: id } });
      },
    },
    'shot.merge': {
      enabled: () => following() !== null,
      run: () => {
        const [id] = chosen();
        const next = following();
        if (id !== undefined && next !== null) void edits.merge(id, next);
      },
    },
    'shot.moveEarlier': move('earlier'),
    'shot.moveLater': move('later'),
    'shot.movePreviousScene': move('previous-scene'),
    'shot.moveNextScene': move('next-scene'),
    'shot.selectAll': {
      run: () => {
        const ids = shownIds();
        view.setState({ shotIds: new Set(ids) });
        board.setState({ said: words.said.selected(ids.length) });
      },
    },
    'shot.generate': {
      enabled: () => some() && generation.isReady,
      run: () => generation.start(chosen(), false, null),
    },
    'shot.generateAll': {
      enabled: () => generation.isReady && shots.shotIds().length > 0,
      run: () => generation.start(null, false, null),
    },
    'shot.generateAgain': {
      enabled: () => some() && generation.isReady,
      run: () => generation.start(chosen(), true, null),
    },
    'shot.cancelGeneration': {
      enabled: () => chosen().some((id) => isUnderWay(shots.facts(id)?.state ?? 'done')),
      run: () => {
        for (const id of chosen()) {
          const facts = shots.facts(id);
          const job = facts?.job;
          if (facts !== null && job !== null && job !== undefined && isUnderWay(facts.state)) {
            void call(() => client.jobs.cancel({ jobId: job.id }));
          }
        }
      },
    },
    'shot.importTake': {
      enabled: one,
      run: () => {
        const [id] = chosen();
        if (id !== undefined) ownTake.choose(id);
      },
    },
    'play.toggle': {
      enabled: () => shots.facts(board.getState().focusId ?? chosen()[0] ?? '')?.clip != null,
      run: () => {
        const id = board.getState().focusId ?? chosen()[0];
        if (id === undefined) return;
        const { playing } = board.getState();
        const isPlaying = playing?.shotId === id && playing.sound;
        board.setState({ playing: isPlaying ? null : { shotId: id, sound: true } });
      },
    },
  });
}
