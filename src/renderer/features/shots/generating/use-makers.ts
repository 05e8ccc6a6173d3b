import { useCallback, useMemo } from 'react';
import type { ProviderInfo } from '../../../../contract/jobs.ts';
import type { TakesMakers } from '../../../../domain/assets/wanted-takes.ts';
import { chosenMaker, standInsOf } from '../../../../domain/project/chosen-maker.ts';
import { useCall, useEdit } from '../../../actions/use-edit.ts';
import { useProject, useRow } from '../../../state/project-context.ts';
import { useStudio, useStudioState } from '../../../state/studio-context.ts';
import {
  freeProvider,
  type GenerationPreference,
  generationPreferenceName,
  readGenerationPreference,
  withFilmChoices,
} from './generation-preference.ts';
import { useProviders } from './use-providers.ts';

/** Who makes the stills and the clips of this film: its own choices, else those of the studio. */
export interface Makers {
  readonly providers: readonly ProviderInfo[] | null;
  readonly preference: GenerationPreference;
  /** Who makes stills and clips as a person chooses them; null while that is not known. */
  readonly stillMaker: ProviderInfo | null;
  readonly clipMaker: ProviderInfo | null;
  /** The same as takes are held against them. */
  readonly makers: TakesMakers;
  /** Changes with what the film sets in the models' own forms. */
  readonly formsKey: string;
  readonly isFree: boolean;
  /** False where a key is missing. */
  readonly isReady: boolean;
  choose(fields: Partial<GenerationPreference>): void;
  /** Another maker of a kind: of this film where it has one of its own, else of the studio. null: the same as of the stills. */
  chooseMaker(kind: 'still' | 'clip', provider: string | null, model: string | null): void;
}

const noChoices = {};

export function useMakers(): Makers {
  const { projectId } = useProject();
  const providers = useProviders();
  const preferences = useStudioState((studio) => studio.preferences);
  const film = useRow('project', projectId)?.modelChoices ?? noChoices;
  const stored = preferences[generationPreferenceName];
  const general = useMemo(() => readGenerationPreference(stored, providers), [stored, providers]);
  const preference = useMemo(() => withFilmChoices(general, film), [general, film]);
  const { provider, upTo } = preference;
  const clipProvider = preference.clipProvider ?? provider;
  const infoOf = (name: string): ProviderInfo | null =>
    providers?.find((info) => info.provider === name) ?? null;
  const stillMaker = infoOf(provider);
  const clipMaker = infoOf(clipProvider);
  const freeStills = stillMaker?.free ?? provider === freeProvider;
  const freeClips = clipMaker?.free ?? clipProvider === freeProvider;
  const makers = useMemo((): TakesMakers => {
    const of = (kind: 'still' | 'clip', name: string, free: boolean) => ({
      provider: name,
      free,
      standIns: standInsOf(chosenMaker(kind, { modelChoices: film }, preferences), name),
    });
    return { still: of('still', provider, freeStills), clip: of('clip', clipProvider, freeClips) };
  }, [provider, clipProvider, freeStills, freeClips, film, preferences]);
  const toClips = upTo === 'clip';
  return {
    ...{ providers, preference, stillMaker, clipMaker, makers },
    formsKey: JSON.stringify(film),
    isFree: freeStills && (freeClips || !toClips),
    isReady: (stillMaker?.ready ?? freeStills) && (!toClips || (clipMaker?.ready ?? freeClips)),
    ...useChoosing(general, providers),
  };
}

function useChoosing(
  general: GenerationPreference,
  providers: readonly ProviderInfo[] | null,
): Pick<Makers, 'choose' | 'chooseMaker'> {
  const { client, state } = useStudio();
  const { projectId, mirror } = useProject();
  const call = useCall();
  const edit = useEdit();
  const choose = useCallback(
    (fields: Partial<GenerationPreference>) => {
      const value = { ...general, ...fields };
      state.setState((before) => ({
        preferences: { ...before.preferences, [generationPreferenceName]: value },
      }));
      void call(() => client.studio.setPreference({ name: generationPreferenceName, value }));
    },
    [general, state, call, client],
  );
  const chooseMaker = useCallback(
    (kind: 'still' | 'clip', name: string | null, model: string | null) => {
      const info = providers?.find(({ provider }) => provider === name);
      const own = mirror.rows('project')[0]?.modelChoices[kind];
      if (own === undefined) return choose(fieldsOf(general, kind, name, model, info));
      const { otherwise } = own;
      const choice = {
        ...{ provider: name ?? own.provider, model: model ?? info?.defaultModels[kind] ?? own.model },
        ...(otherwise === undefined ? {} : { otherwise }),
      };
      const isTakenAway = name === null && model === null;
      void edit(() => client.models.choose({ projectId, kind, choice: isTakenAway ? null : choice }));
    },
    [general, providers, mirror, choose, edit, client, projectId],
  );
  return { choose, chooseMaker };
}

/** What changes in the studio's choice. Clips stay with who made them where the next maker of stills makes none. */
function fieldsOf(
  { provider, clipProvider }: GenerationPreference,
  kind: 'still' | 'clip',
  name: string | null,
  model: string | null,
  info: ProviderInfo | undefined,
): Partial<GenerationPreference> {
  if (kind === 'clip') return { clipProvider: name, clipModel: model };
  const next = { provider: name ?? provider, stillModel: model };
  if (name === provider || clipProvider !== null) return next;
  return info?.defaultModels.clip === undefined
    ? { ...next, clipProvider: provider }
    : { ...next, clipModel: null };
}
