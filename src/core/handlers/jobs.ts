import type { AssetId } from '../../domain/kernel/ids.ts';
import { ok, unwrap } from '../../domain/kernel/result.ts';
import { generateUnderLimit } from '../activities/generate-under-limit.ts';
import { estimateProject } from '../pipeline/shots-to-jobs/estimate-project.ts';
import { describeProvider } from '../providers/describe-provider.ts';
import { requireProject } from '../store/require-project.ts';
import { findGenerator } from './find-generator.ts';
import { os } from './implementer.ts';

export const jobHandlers = {
  list: os.jobs.list.handler(({ input: { projectId }, context: { store } }) =>
    projectId === null
      ? store.projects().flatMap((project) => store.rows('job', project.id))
      : store.rows('job', unwrap(requireProject(store, projectId)).id),
  ),
  estimate: os.jobs.estimate.handler(
    async ({ input: { projectId, choice }, context: { store, generators, library } }) => {
      unwrap(requireProject(store, projectId));
      const generator = unwrap(findGenerator(generators, choice.provider));
      const hasFile = (id: AssetId): boolean => library.assetPath(id).ok;
      return unwrap(await estimateProject(store, projectId, generator, choice, hasFile));
    },
  ),
  generate: os.jobs.generate.handler(
    ({ input: { projectId, choice, maxCostUsdMicros }, context, signal }) => {
      unwrap(requireProject(context.store, projectId));
      const generator = unwrap(findGenerator(context.generators, choice.provider));
      return generateUnderLimit(context, { projectId, generator, choice, maxCostUsdMicros, signal });
    },
  ),
  start: os.jobs.start.handler(async ({ input, context }) => {
    const { projectId, choice, maxCostUsdMicros, unasked } = input;
    const project = unwrap(requireProject(context.store, projectId));
    const generator = unwrap(findGenerator(context.generators, choice.provider));
    unwrap((await generator.ready?.()) ?? ok(undefined));
    context.house.look();
    return unwrap(context.generationRuns.start({ project, generator, choice, maxCostUsdMicros, unasked }));
  }),
  providers: os.jobs.providers.handler(({ context: { generators } }) =>
    Promise.all(generators.map(describeProvider)),
  ),
  cancel: os.jobs.cancel.handler(({ input, context }) => unwrap(context.orchestrator.cancel(input.jobId))),
  retry: os.jobs.retry.handler(({ input, context }) => unwrap(context.orchestrator.retry(input.jobId))),
};
