import { createContext, use, useCallback, useMemo } from 'react';
import type { ProviderInfo } from '../../../../contract/jobs.ts';
import type { ShotId } from '../../../../domain/kernel/ids.ts';
import { useCall } from '../../../actions/use-edit.ts';
import { useProject, useRow } from '../../../state/project-context.ts';
import { type ShotFacts, wantsOf } from '../../../state/shot-facts.ts';
import { useStudio, useStudioState } from '../../../state/studio-context.ts';
import { useWords } from '../../../words/use-words.ts';
import { useBoardStore } from '../board/board-store.ts';
import {
  choiceOf,
  type GenerationPreference,
  generationPreferenceName,
  readGenerationPreference,
} from './generation-preference.ts';
import { useProviders } from './use-providers.ts';

/** Who generates with what on this board, and the ways to begin. */
export interface Generation {
  readonly providers: readonly ProviderInfo[] | null;
  readonly preference: GenerationPreference;
  /** null while it is not known. */
  readonly provider: ProviderInfo | null;
  readonly isFree: boolean;
  /** False where a key is missing. */
  readonly isReady: boolean;
  /** Clips wait until their stills are approved: the project says so, and they cost money. */
  readonly stillsFirst: boolean;
  /** Whether a run with this choice would make something of a shot. */
  readonly wants: (facts: ShotFacts) => boolean;
  choose(fields: Partial<GenerationPreference>): void;
  /**
   * Begins. Where it costs money and the project has no budget, the budget is asked for first. `costUsdMicros` is what the
   * button said; null where no price was seen, and then one that is not free is said before anything is asked for.
   */
  start(shotIds: readonly ShotId[] | null, again: boolean, costUsdMicros: number | null): void;
}

export const GenerationContext = createContext<Generation | null>(null);

export function useGeneration(): Generation {
  const generation = use(GenerationContext);
  if (generation === null) throw new Error('There is no generation around this component.');
  return generation;
}

/** Made once for the page; everything below asks {@link useGeneration}. */
export function useMakeGeneration(): Generation {
  const { client, state } = useStudio();
  const { projectId, mirror } = useProject();
  const board = useBoardStore();
  const words = useWords('shots');
  const call = useCall();
  const providers = useProviders();
  const stored = useStudioState((studio) => studio.preferences[generationPreferenceName]);
  const preference = useMemo(() => readGenerationPreference(stored, providers), [stored, providers]);
  const provider = providers?.find((info) => info.provider === preference.provider) ?? null;
  const isFree = provider?.free ?? preference.provider === 'animatic';

  const { upTo } = preference;
  const stillsFirst = useRow('project', projectId)?.stillsFirst === true && !isFree;

  const choose = useCallback(
    (fields: Partial<GenerationPreference>) => {
      const value = { ...preference, ...fields };
      state.setState((before) => ({
        preferences: { ...before.preferences, [generationPreferenceName]: value },
      }));
      void call(() => client.studio.setPreference({ name: generationPreferenceName, value }));
    },
    [preference, state, call, client],
  );
  const start = useCallback(
    (shotIds: readonly ShotId[] | null, again: boolean, costUsdMicros: number | null) => {
      if (!isFree && costUsdMicros === null) {
        board.setState({ dialog: { is: 'price', shotIds, again } });
        return;
      }
      const begin = (): void =>
        void call(
          () =>
            client.jobs.start({
              projectId,
              choice: choiceOf(preference, shotIds, again, stillsFirst),
              maxCostUsdMicros: null,
            }),
          ({ state: at, total }) =>
            at === 'waiting' ? words.generationWaits : total > 0 ? words.generationStarted(total) : null,
        );
      const budget = mirror.rows('project')[0]?.budgetUsdMicros ?? null;
      if (isFree || budget !== null) begin();
      else board.setState({ dialog: { is: 'budget', costUsdMicros: costUsdMicros ?? 0, onSet: begin } });
    },
    [call, client, projectId, preference, isFree, stillsFirst, mirror, board, words],
  );
  const wants = useCallback(
    (facts: ShotFacts) => {
      const maker = { provider: preference.provider, free: isFree };
      const takes = wantsOf(facts, maker, { upTo, again: false, stillsFirst });
      return takes.still || takes.clip;
    },
    [preference.provider, isFree, upTo, stillsFirst],
  );
  return useMemo(
    () => ({
      providers,
      preference,
      provider,
      isFree,
      isReady: provider?.ready ?? isFree,
      stillsFirst,
      wants,
      choose,
      start,
    }),
    [providers, preference, provider, isFree, stillsFirst, wants, choose, start],
  );
}
