import type { ModelChoice } from './model-choice.ts';
import type { Project } from './project.ts';

/** What the project sets in the model's own form; nothing where it has chosen another model for the kind, or none. */
export function extraOf(
  { modelChoices }: Pick<Project, 'modelChoices'>,
  kind: string,
  provider: string,
  model: string,
): ModelChoice['extra'] {
  const choice = modelChoices[kind];
  return choice?.provider === provider && choice.model === model ? choice.extra : undefined;
}
