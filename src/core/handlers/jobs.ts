import { unwrap } from '../../domain/kernel/result.ts';
import { estimateProject } from '../pipeline/shots-to-jobs/estimate-project.ts';
import { generateProject } from '../pipeline/shots-to-jobs/generate-project.ts';
import { requireProject } from '../store/require-project.ts';
import { findGenerator } from './find-generator.ts';
import { os, withContractErrors } from './implementer.ts';

export const jobHandlers = {
  list: os.jobs.list.handler(({ input: { projectId }, context: { store } }) =>
    projectId === null
      ? store.projects().flatMap((project) => store.rows('job', project.id))
      : store.rows('job', unwrap(requireProject(store, projectId)).id),
  ),
  estimate: os.jobs.estimate.handler(
    async ({ input: { projectId, choice }, context: { store, generators } }) => {
      unwrap(requireProject(store, projectId));
      const generator = unwrap(findGenerator(generators, choice.provider));
      return unwrap(await estimateProject(store, projectId, generator, choice));
    },
  ),
  generate: os.jobs.generate.handler(
    ({ input: { projectId, choice, maxCostUsdMicros }, context, signal }) => {
      unwrap(requireProject(context.store, projectId));
      const generator = unwrap(findGenerator(context.generators, choice.provider));
      if (!generator.free) context.caps.set(projectId, maxCostUsdMicros ?? Number.POSITIVE_INFINITY);
      return withContractErrors(generateProject(context, projectId, generator, choice, signal));
    },
  ),
  cancel: os.jobs.cancel.handler(({ input, context }) => unwrap(context.orchestrator.cancel(input.jobId))),
  retry: os.jobs.retry.handler(({ input, context }) => unwrap(context.orchestrator.retry(input.jobId))),
};
