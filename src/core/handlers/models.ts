import { fail, ok, type Result, unwrap } from '../../domain/kernel/result.ts';
import { chooseModel } from '../../domain/project/commands/choose-model.ts';
import type { ModelChoice } from '../../domain/project/model-choice.ts';
import type { Generator } from '../ports/generator.ts';
import { findGenerator } from '../providers/find-generator.ts';
import { requireProject } from '../store/require-project.ts';
import { commitEdit } from './commit-edit.ts';
import { os } from './implementer.ts';

export const modelHandlers = {
  choose: os.models.choose.handler(({ input: { projectId, kind, choice }, context }) => {
    const { store, generators } = context;
    const project = unwrap(requireProject(store, projectId));
    if (choice !== null) unwrap(requireMakers(generators, kind, choice));
    return commitEdit(store, projectId, 'Choose model', unwrap(chooseModel(project, kind, choice)));
  }),
};

/** Everybody whom a choice names is set up here and makes the kind. */
function requireMakers(generators: readonly Generator[], kind: string, choice: ModelChoice): Result<void> {
  const standIns = (choice.otherwise ?? []).flatMap((way) => (way.kind === 'provider' ? [way] : []));
  for (const { provider } of [choice, ...standIns]) {
    const generator = findGenerator(generators, provider);
    if (!generator.ok) return generator;
    if (!Object.hasOwn(generator.value.defaultModels, kind)) {
      return fail(
        'provider.kind-not-made',
        `${provider} does not make this (${kind}). Nothing was changed. Choose another provider.`,
      );
    }
  }
  return ok(undefined);
}
