import { useCallback } from 'react';
import type { JsonValue } from '../../../../domain/kernel/patch.ts';
import {
  generationPreference,
  makersPreference,
  type Otherwise,
  otherwisePreference,
  studioMaker,
  studioOtherwise,
} from '../../../../domain/project/chosen-maker.ts';
import type { ModelChoice } from '../../../../domain/project/model-choice.ts';
import type { Project } from '../../../../domain/project/project.ts';
import { useEdit } from '../../../actions/use-edit.ts';
import { useStudio, useStudioState } from '../../../state/studio-context.ts';
import { usePreference } from '../use-preference.ts';
import type { ModelKind } from './model-kinds.ts';

/** What is chosen for a kind: of the film, or of the studio for all that have nothing of their own. */
export interface KindChoice {
  readonly provider: string;
  /** null takes the provider's usual one. */
  readonly model: string | null;
  readonly extra: NonNullable<ModelChoice['extra']>;
}

export interface ModelChoices {
  of(kind: ModelKind): KindChoice | null;
  /** null: nobody in particular, or as for all films. */
  choose(kind: ModelKind, choice: { readonly provider: string; readonly model: string | null } | null): void;
  /** Sets fields of the model's own form; only a film has them. Answers whether they were taken. */
  setExtra(kind: ModelKind, extra: KindChoice['extra']): Promise<boolean>;
  /** The order for a kind; null where the film takes that of the studio. */
  orderOf(kind: ModelKind): Otherwise | null;
  setOrder(kind: ModelKind, order: Otherwise | null): void;
}

/** The choices of the studio, kept as preferences. */
export function useStudioChoices(): ModelChoices {
  const preferences = useStudioState((studio) => studio.preferences);
  const [generation, setGeneration] = usePreference(generationPreference);
  const [makers, setMakers] = usePreference(makersPreference);
  const [orders, setOrders] = usePreference(otherwisePreference);
  return {
    of(kind) {
      const maker = studioMaker(kind, preferences);
      return maker === null ? null : { ...maker, extra: {} };
    },
    choose(kind, choice) {
      if (kind !== 'still' && kind !== 'clip') {
        const { [kind]: _before, ...others } = fieldsOf(makers);
        return setMakers(choice === null ? others : { ...others, [kind]: { ...choice } });
      }
      const before = { upTo: 'clip', ...fieldsOf(generation) };
      if (choice === null) return setGeneration(null);
      const clips = studioMaker('clip', preferences) ?? { provider: 'animatic', model: null };
      const stills = studioMaker('still', preferences) ?? { provider: 'animatic', model: null };
      const [still, clip] = kind === 'still' ? [choice, clips] : [stills, choice];
      return setGeneration({
        ...before,
        ...{ provider: still.provider, stillModel: still.model },
        ...{ clipProvider: clip.provider, clipModel: clip.model },
      });
    },
    setExtra: () => Promise.resolve(false),
    orderOf: (kind) => studioOtherwise(kind, preferences),
    setOrder(kind, order) {
      setOrders({ ...fieldsOf(orders), [kind]: (order ?? []) as unknown as JsonValue });
    },
  };
}

/** The choices of one film: an undoable edit each. */
export function useFilmChoices(
  project: Pick<Project, 'id' | 'modelChoices'> | null,
  usualOf: (kind: ModelKind, provider: string) => string,
  onChanged: () => void,
): ModelChoices {
  const { client } = useStudio();
  const edit = useEdit();
  const set = useCallback(
    async (kind: ModelKind, choice: ModelChoice | null): Promise<boolean> => {
      if (project === null) return false;
      const receipt = await edit(() => client.models.choose({ projectId: project.id, kind, choice }));
      onChanged();
      return receipt !== null;
    },
    [project, edit, client, onChanged],
  );
  const own = (kind: ModelKind): ModelChoice | undefined => project?.modelChoices[kind];
  return {
    of(kind) {
      const choice = own(kind);
      return choice === undefined ? null : { ...choice, extra: choice.extra ?? {} };
    },
    choose(kind, choice) {
      if (choice === null) return void set(kind, null);
      const otherwise = own(kind)?.otherwise;
      const model = choice.model ?? usualOf(kind, choice.provider);
      const order = otherwise === undefined ? {} : { otherwise };
      void set(kind, { provider: choice.provider, model, ...order });
    },
    setExtra(kind, extra) {
      const choice = own(kind);
      return choice === undefined ? Promise.resolve(false) : set(kind, { ...choice, extra });
    },
    orderOf: (kind) => own(kind)?.otherwise ?? null,
    setOrder(kind, order) {
      const choice = own(kind);
      if (choice === undefined) return;
      const { otherwise: _before, ...rest } = choice;
      void set(kind, order === null ? rest : { ...rest, otherwise: [...order] });
    },
  };
}

function fieldsOf(value: JsonValue | undefined): { readonly [field: string]: JsonValue } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as { readonly [field: string]: JsonValue })
    : {};
}
