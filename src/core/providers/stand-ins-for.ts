import type { GenerationKind } from '../../domain/jobs/generation-request.ts';
import { chosenMaker, standInsOf } from '../../domain/project/chosen-maker.ts';
import type { Project } from '../../domain/project/project.ts';
import type { Preferences } from '../machine-state/preferences.ts';

/** Whose takes stand for those of a maker, by the order of the project or the studio. */
export function standInsFor(
  preferences: Pick<Preferences, 'all'>,
  project: Project,
): (kind: GenerationKind, provider: string) => readonly string[] {
  const all = preferences.all();
  return (kind, provider) => standInsOf(chosenMaker(kind, project, all), provider);
}
