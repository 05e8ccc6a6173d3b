import { GenerationKind } from '../domain/jobs/generation-request.ts';
import { ModelChoice } from '../domain/project/model-choice.ts';
import { editRow } from './base.ts';

export const models = {
  /** Who makes a kind for this film, with what in the model's own form, and who else; null leaves it to the studio's choice. */
  choose: editRow({ kind: GenerationKind, choice: ModelChoice.nullable() }),
};
