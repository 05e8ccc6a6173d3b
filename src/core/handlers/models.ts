import { problemOfExtra } from '../../domain/jobs/model-form.ts';
import { fail, ok, type Result, unwrap } from '../../domain/kernel/result.ts';
import { chooseModel } from '../../domain/project/commands/choose-model.ts';
import type { ModelChoice } from '../../domain/project/model-choice.ts';
import type { Generator } from '../ports/generator.ts';
import { findGenerator } from '../providers/find-generator.ts';
import type { ModelCatalogues } from '../providers/model-catalogues.ts';
import { requireProject } from '../store/require-project.ts';
import { commitEdit } from './commit-edit.ts';
import { os } from './implementer.ts';

export const modelHandlers = {
  list: os.models.list.handler(({ input: { kind }, context: { catalogues } }) => catalogues.list(kind)),
  refresh: os.models.refresh.handler(async ({ input: { provider }, context: { catalogues }, signal }) =>
    unwrap(await catalogues.refresh(provider, signal ?? never())),
  ),
  add: os.models.add.handler(async ({ input: { provider, id }, context: { catalogues }, signal }) =>
    unwrap(await catalogues.add(provider, id, signal ?? never())),
  ),
  remove: os.models.remove.handler(async ({ input: { provider, id }, context: { catalogues } }) =>
    unwrap(await catalogues.remove(provider, id)),
  ),
  form: os.models.form.handler(async ({ input: { provider, id }, context: { catalogues }, signal }) => {
    const fields = unwrap(await catalogues.form(provider, id, signal ?? never()));
    return { fields: fields.map((field) => ({ ...field, choices: [...field.choices] })) };
  }),
  choose: os.models.choose.handler(async ({ input: { projectId, kind, choice }, context, signal }) => {
    const { store, generators, catalogues } = context;
    const project = unwrap(requireProject(store, projectId));
    if (choice !== null) {
      unwrap(requireMakers(generators, kind, choice));
      unwrap(await requireFields(catalogues, choice, signal ?? never()));
    }
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

function never(): AbortSignal {
  return new AbortController().signal;
}

/** What is set in the model's own form fits it. A form that cannot be read now is held against the request before it is priced. */
async function requireFields(
  catalogues: ModelCatalogues,
  { provider, model, extra = {} }: ModelChoice,
  signal: AbortSignal,
): Promise<Result<void>> {
  if (Object.keys(extra).length === 0) return ok(undefined);
  const fields = await catalogues.form(provider, model, signal);
  const problem = fields.ok ? problemOfExtra(fields.value, extra) : null;
  if (problem === null) return ok(undefined);
  return fail(
    'model.field-refused',
    `The field "${problem.field}" of ${model} is not as the model wants it: ${problem.words}. Nothing was changed. Correct it.`,
  );
}
