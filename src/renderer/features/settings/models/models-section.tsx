import { useCallback } from 'react';
import type { ModelCatalogue } from '../../../../contract/models.ts';
import type { ProjectSummary } from '../../../../contract/projects.ts';
import type { ProjectId } from '../../../../domain/kernel/ids.ts';
import type { Project } from '../../../../domain/project/project.ts';
import { useStudio, useStudioState } from '../../../state/studio-context.ts';
import { Select } from '../../../ui/select.tsx';
import { useWords } from '../../../words/use-words.ts';
import { Section, Waiting } from '../section.tsx';
import { useAsked } from '../use-asked.ts';
import { CatalogueLists } from './catalogue-lists.tsx';
import { KindCard } from './kind-card.tsx';
import { type ModelKind, modelKinds } from './model-kinds.ts';
import { type ModelChoices, useFilmChoices, useStudioChoices } from './use-model-choices.ts';

interface Answer {
  readonly catalogues: readonly ModelCatalogue[];
  readonly films: readonly ProjectSummary[];
  /** The film whose own choices are shown; null for those of the studio, and where it is not there any more. */
  readonly film: Project | null;
}

/** Who makes what, for all films or for one, and the providers' lists of models. */
export function ModelsSection({ filmId }: { readonly filmId: ProjectId | null }) {
  const words = useWords('settings');
  const models = useWords('models');
  const { client, navigate } = useStudio();
  const revision = useStudioState(({ keysRevision }) => keysRevision);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another revision asks again
  const ask = useCallback(async (): Promise<Answer> => {
    const [catalogues, films] = await Promise.all([
      client.models.list({ kind: null }),
      client.projects.list({ trashed: false }),
    ]);
    const isThere = films.some(({ project }) => project.id === filmId);
    const film =
      filmId !== null && isThere ? (await client.projects.get({ projectId: filmId })).project : null;
    return { catalogues, films, film };
  }, [client, revision, filmId]);
  const { asked, again } = useAsked(ask);
  return (
    <Section title={words.sections.models} text={words.modelsText}>
      <Waiting asked={asked} again={again} rows={5} rowLook="h-24">
        {(answer) => (
          <>
            <Select
              label={models.film}
              className="max-w-110"
              value={answer.film?.id ?? ''}
              hint={filmId !== null && answer.film === null ? models.noFilm : undefined}
              options={[
                { value: '', label: models.allFilms },
                ...answer.films.map(({ project }) => ({ value: project.id as string, label: project.title })),
              ]}
              onChange={(id) =>
                navigate({
                  ...{ at: 'settings', sheet: 'models' },
                  ...(id === '' ? {} : { filmId: id as ProjectId }),
                })
              }
            />
            {answer.film === null ? (
              <StudioKinds {...answer} />
            ) : (
              <FilmKinds {...answer} film={answer.film} onChanged={again} />
            )}
            <CatalogueLists catalogues={answer.catalogues} onChanged={again} />
          </>
        )}
      </Waiting>
    </Section>
  );
}

function StudioKinds({ catalogues }: Answer) {
  return <Kinds catalogues={catalogues} choices={useStudioChoices()} ofAll={null} />;
}

function FilmKinds({
  catalogues,
  film,
  onChanged,
}: Answer & { readonly film: Project; readonly onChanged: () => void }) {
  const ofAll = useStudioChoices();
  const usualOf = (kind: ModelKind, provider: string): string =>
    catalogues
      .find((one) => one.provider === provider)
      ?.models.find((model) => model.kind === kind && model.usual)?.id ?? '';
  return <Kinds catalogues={catalogues} choices={useFilmChoices(film, usualOf, onChanged)} ofAll={ofAll} />;
}

function Kinds({
  catalogues,
  choices,
  ofAll,
}: {
  readonly catalogues: readonly ModelCatalogue[];
  readonly choices: ModelChoices;
  readonly ofAll: ModelChoices | null;
}) {
  const made = modelKinds.filter((kind) =>
    catalogues.some(({ models }) => models.some((model) => model.kind === kind)),
  );
  return (
    <ul className="flex flex-col gap-4">
      {made.map((kind) => (
        <KindCard key={kind} kind={kind} catalogues={catalogues} choices={choices} ofAll={ofAll} />
      ))}
    </ul>
  );
}
