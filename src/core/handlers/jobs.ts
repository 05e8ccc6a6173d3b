import { ok, type Result, unwrap } from '../../domain/kernel/result.ts';
import type { Project } from '../../domain/project/project.ts';
import { generateUnderLimit } from '../activities/generate-under-limit.ts';
import type { Orchestrator } from '../orchestrator/orchestrator.ts';
import { adoptOrphan, findPaidResults } from '../pipeline/jobs-to-assets/find-paid-results.ts';
import { estimateProject } from '../pipeline/shots-to-jobs/estimate-project.ts';
import { fileTest, makersAsked, type PictureMakers } from '../pipeline/shots-to-jobs/picture-makers.ts';
import { describeProvider } from '../providers/describe-provider.ts';
import { findMakers } from '../providers/find-makers.ts';
import { knowModels } from '../providers/know-models.ts';
import { standInsFor } from '../providers/stand-ins-for.ts';
import { requireProject } from '../store/require-project.ts';
import type { StudioParts } from '../studio-parts.ts';
import { os } from './implementer.ts';
import { requireRunning } from './require-running.ts';

export const jobHandlers = {
  list: os.jobs.list.handler(({ input: { projectId }, context: { store } }) =>
    projectId === null
      ? store.projects().flatMap((project) => store.rows('job', project.id))
      : store.rows('job', unwrap(requireProject(store, projectId)).id),
  ),
  estimate: os.jobs.estimate.handler(async ({ input: { projectId, choice, perShot }, context }) => {
    const { store, library } = context;
    const makers = unwrap(makersOf(context, unwrap(requireProject(store, projectId)), choice));
    await knowModels(context.catalogues, makers, choice);
    const hasFile = fileTest(library, makers, choice);
    const estimate = unwrap(await estimateProject(store, projectId, makers, choice, hasFile));
    return perShot ? estimate : { ...estimate, shots: [] };
  }),
  generate: os.jobs.generate.handler(
    async ({ input: { projectId, choice, maxCostUsdMicros }, context, signal }) => {
      const makers = unwrap(makersOf(context, unwrap(requireProject(context.store, projectId)), choice));
      await knowModels(context.catalogues, makers, choice);
      // Whoever watches this run would wait for nothing.
      unwrap(requireRunning(context.orchestrator));
      return generateUnderLimit(context, { projectId, makers, choice, maxCostUsdMicros, signal });
    },
  ),
  start: os.jobs.start.handler(async ({ input, context }) => {
    const { projectId, choice, maxCostUsdMicros, unasked } = input;
    const project = unwrap(requireProject(context.store, projectId));
    const makers = unwrap(makersOf(context, project, choice));
    await knowModels(context.catalogues, makers, choice);
    for (const maker of makersAsked(makers, choice)) unwrap((await maker.ready?.()) ?? ok(undefined));
    context.house.look();
    return unwrap(context.generationRuns.start({ project, makers, choice, maxCostUsdMicros, unasked }));
  }),
  providers: os.jobs.providers.handler(({ context: { generators } }) =>
    Promise.all(generators.map(describeProvider)),
  ),
  cancel: os.jobs.cancel.handler(({ input, context }) => unwrap(context.orchestrator.cancel(input.jobId))),
  retry: os.jobs.retry.handler(({ input, context }) => unwrap(context.orchestrator.retry(input.jobId))),
  queue: os.jobs.queue.handler(({ context }) => queueState(context)),
  pause: os.jobs.pause.handler(({ context }) => {
    unwrap(context.orchestrator.pause());
    context.announcements.announce('queue');
    return queueState(context);
  }),
  resume: os.jobs.resume.handler(({ context }) => {
    unwrap(context.orchestrator.resume());
    context.announcements.announce('queue');
    return queueState(context);
  }),
  findPaid: os.jobs.findPaid.handler(async ({ input: { sinceMs, adopt }, context, signal }) => {
    const search = await findPaidResults(context, {
      sinceMs: sinceMs ?? context.clock.nowMs() - usualSearchMs,
      adopt,
      signal: signal ?? new AbortController().signal,
    });
    return { findings: [...search.findings], adopted: [...search.adopted], faults: [...search.faults] };
  }),
  adoptOrphan: os.jobs.adoptOrphan.handler(async ({ input, context, signal }) => {
    unwrap(requireProject(context.store, input.projectId));
    const sinceMs = context.clock.nowMs() - longestSearchMs;
    const search = { ...input, sinceMs, signal: signal ?? new AbortController().signal };
    return unwrap(await adoptOrphan(context, search));
  }),
};

function makersOf(
  { generators, preferences }: Pick<StudioParts, 'generators' | 'preferences'>,
  project: Project,
  choice: { readonly provider: string; readonly clipProvider: string | null },
): Result<PictureMakers> {
  return findMakers(generators, choice, standInsFor(preferences, project));
}

const dayMs = 24 * 3_600_000;
const usualSearchMs = 30 * dayMs;
const longestSearchMs = 366 * dayMs;

function queueState({ orchestrator }: { readonly orchestrator: Orchestrator }) {
  return { pausedSinceMs: orchestrator.pausedSinceMs };
}
