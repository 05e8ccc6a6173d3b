import { patchOf, type RecordsPatch, updateChange } from '../../kernel/patch.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { mostWays } from '../chosen-maker.ts';
import type { ModelChoice } from '../model-choice.ts';
import type { Project } from '../project.ts';

/** More than any form of a model holds. */
const mostFormChars = 20_000;

/** Sets who makes a kind for the film; null leaves it to the studio. Takes of a model that is set otherwise become stale. */
export function chooseModel(
  project: Project,
  kind: string,
  choice: ModelChoice | null,
): Result<RecordsPatch> {
  const { [kind]: _before, ...others } = project.modelChoices;
  if (choice !== null && JSON.stringify(choice.extra ?? {}).length > mostFormChars) {
    return fail(
      'model.form-too-long',
      'What was set in the model’s form is too long to be kept. Nothing was changed. Shorten it.',
    );
  }
  if ((choice?.otherwise?.length ?? 0) > mostWays) {
    return fail(
      'model.too-many-ways',
      `At most ${mostWays} ways to go on may be named. Nothing was changed. Take some away.`,
    );
  }
  const modelChoices = choice === null ? others : { ...others, [kind]: choice };
  return ok(patchOf([updateChange<Project>('project', project, { modelChoices })]));
}
