import { createContext, use, useCallback, useMemo } from 'react';
import type { ShotId } from '../../../../domain/kernel/ids.ts';
import { useCall } from '../../../actions/use-edit.ts';
import { useProject, useRow } from '../../../state/project-context.ts';
import { type ShotFacts, wantsOf } from '../../../state/shot-facts.ts';
import { useStudio } from '../../../state/studio-context.ts';
import { useWords } from '../../../words/use-words.ts';
import { useBoardStore } from '../board/board-store.ts';
import { choiceOf } from './generation-preference.ts';
import { type Makers, useMakers } from './use-makers.ts';

/** Who generates with what on this board, and the ways to begin. */
export interface Generation extends Makers {
  /** Clips wait until their stills are approved: the project says so, and they cost money. */
  readonly stillsFirst: boolean;
  /** Whether a run with this choice would make something of a shot. */
  readonly wants: (facts: ShotFacts) => boolean;
  /**
   * Begins. Where it costs money and neither project nor month has a limit, a budget is asked for first. `costUsdMicros` is what the
   * button said; null where no price was seen, and then one that is not free is said before anything is asked for. `payAgain` takes in what another
   * device has made.
   */
  start(
    shotIds: readonly ShotId[] | null,
    again: boolean,
    costUsdMicros: number | null,
    payAgain?: boolean,
  ): void;
}

export const GenerationContext = createContext<Generation | null>(null);

export function useGeneration(): Generation {
  const generation = use(GenerationContext);
  if (generation === null) throw new Error('There is no generation around this component.');
  return generation;
}

/** Made once for the page; everything below asks {@link useGeneration}. */
export function useMakeGeneration(): Generation {
  const { client } = useStudio();
  const { projectId, mirror } = useProject();
  const board = useBoardStore();
  const words = useWords('generating');
  const call = useCall();
  const who = useMakers();
  const { providers, preference, stillMaker, clipMaker, makers } = who;
  const { formsKey, isFree, isReady, choose, chooseMaker } = who;
  const { upTo } = preference;
  const stillsFirst = useRow('project', projectId)?.stillsFirst === true && !makers.clip.free;

  const start = useCallback(
    (shotIds: readonly ShotId[] | null, again: boolean, costUsdMicros: number | null, payAgain = false) => {
      if (!isFree && costUsdMicros === null) {
        board.setState({ dialog: { is: 'price', shotIds, again } });
        return;
      }
      const begin = (): void =>
        void call(
          () =>
            client.jobs.start({
              projectId,
              choice: choiceOf(preference, shotIds, again, stillsFirst, payAgain),
              maxCostUsdMicros: null,
            }),
          ({ state: at, total }) =>
            at === 'waiting' ? words.waits : total > 0 ? words.started(total) : null,
        );
      const budget = mirror.rows('project')[0]?.budgetUsdMicros ?? null;
      if (isFree || budget !== null) begin();
      else {
        const askForBudget = (): void =>
          board.setState({ dialog: { is: 'budget', costUsdMicros: costUsdMicros ?? 0, onSet: begin } });
        // A limit of the month alone is enough.
        client.money
          .caps()
          .then(
            ({ monthlyBudgetUsdMicros: month }) => (month === null ? askForBudget() : begin()),
            askForBudget,
          );
      }
    },
    [call, client, projectId, preference, isFree, stillsFirst, mirror, board, words],
  );
  const wants = useCallback(
    (facts: ShotFacts) => {
      const takes = wantsOf(facts, makers, { upTo, again: false, stillsFirst });
      return takes.still || takes.clip;
    },
    [makers, upTo, stillsFirst],
  );
  return useMemo(() => {
    const makersNow = { providers, preference, stillMaker, clipMaker, makers, formsKey, isFree, isReady };
    return { ...makersNow, stillsFirst, wants, choose, chooseMaker, start };
  }, [
    providers,
    preference,
    stillMaker,
    clipMaker,
    makers,
    formsKey,
    isFree,
    isReady,
    stillsFirst,
    wants,
    choose,
    chooseMaker,
    start,
  ]);
}
