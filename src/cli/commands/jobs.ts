import { setTimeout as wait } from 'node:timers/promises';
import type { StudioClient } from '../../contract/contract.ts';
import type { PaidFinding, PaidSearch } from '../../contract/jobs.ts';
import type { Job } from '../../domain/jobs/job.ts';
import { formatUsd } from '../../domain/jobs/money.ts';
import { isOpen } from '../../domain/jobs/transitions.ts';
import type { JobId } from '../../domain/kernel/ids.ts';
import { fail, ok, type Result, unwrap } from '../../domain/kernel/result.ts';
import { exitCodes } from '../../hosting/exit-codes.ts';
import { type CommandContext, sayFault, wantsJson, withStudio } from '../command-context.ts';
import { type JobsOrder, parseJobsArguments } from '../jobs-arguments.ts';
import { listJobs } from '../list-jobs.ts';
import { countOf, formatTable } from '../terminal/formats.ts';

/** `jobs`: what was generated, what is open and what went wrong; cancels, retries, pauses, and finds paid results. */
export async function runJobs(context: CommandContext): Promise<number> {
  const args = parseJobsArguments(context.argv);
  if (!args.ok) return sayFault(context.terminal, args.fault, wantsJson(context.argv));
  const { order, home, json } = args.value;
  const readOnly = order.kind === 'list';
  return withStudio(context, { what: `jobs ${order.kind}`, readOnly, home, json }, async ({ client }) => {
    const { lines, value } = await carryOut(client, order, context.signal);
    if (json) context.terminal.print(JSON.stringify(value));
    else for (const line of lines) context.terminal.print(line);
    return exitCodes.done;
  });
}

interface Answer {
  readonly lines: readonly string[];
  /** The same for programs. */
  readonly value: unknown;
}

async function carryOut(client: StudioClient, order: JobsOrder, signal: AbortSignal): Promise<Answer> {
  switch (order.kind) {
    case 'list': {
      const projectId =
        order.project === null ? null : (await client.projects.find({ name: order.project })).project.id;
      const jobs = await client.jobs.list({ projectId });
      return { lines: listJobs(jobs, (await client.jobs.queue()).pausedSinceMs), value: jobs };
    }
    case 'cancel':
    case 'retry': {
      const { id } = unwrap(pickJob(await client.jobs.list({ projectId: null }), order.jobId));
      const begun = await client.jobs[order.kind]({ jobId: id });
      const [job = begun] = await waitFor(client, [begun.id], signal);
      return {
        lines: [`${job.id.slice(0, 12)} is ${job.state}. ${job.faultMessage ?? ''}`.trimEnd()],
        value: job,
      };
    }
    case 'pause':
      return { lines: ['Paused: nothing new is sent.'], value: await client.jobs.pause() };
    case 'resume':
      return { lines: ['The queue goes on.'], value: await client.jobs.resume() };
    case 'find-paid':
      return findPaid(client, order.adopt, signal);
    case 'import': {
      const projectId = (await client.projects.find({ name: order.project })).project.id;
      const { findings } = await client.jobs.findPaid({ sinceMs: null, adopt: false });
      const found = findings.find(({ requestId }) => requestId.startsWith(order.requestId));
      if (found === undefined) {
        return unwrap(
          fail('job.not-found', `No provider holds a result "${order.requestId}". Nothing was brought in.`),
        );
      }
      const { provider, requestId } = found;
      const begun = await client.jobs.adoptOrphan({ provider, requestId, projectId, shotId: null });
      const [job = begun] = await waitFor(client, [begun.id], signal);
      return {
        lines: [`${job.id.slice(0, 12)} is ${job.state}. ${job.faultMessage ?? ''}`.trimEnd()],
        value: job,
      };
    }
  }
}

async function findPaid(client: StudioClient, adopt: boolean, signal: AbortSignal): Promise<Answer> {
  const search = await client.jobs.findPaid({ sinceMs: null, adopt });
  const fetched = await waitFor(client, search.adopted, signal);
  return { lines: linesOf(search, fetched, adopt), value: { ...search, fetched } };
}

function linesOf({ findings, faults }: PaidSearch, fetched: readonly Job[], adopt: boolean): string[] {
  const ours = findings.filter(({ what }) => what === 'collectable');
  const orphans = findings.filter(({ what }) => what === 'orphan');
  const lines = faults.map(({ provider, message }) => `${provider} could not be asked: ${message}`);
  const here = findings.length - ours.length - orphans.length;
  lines.push(
    `${countOf(findings.length, 'finished result')} at the providers, ${here} of them here or under way.`,
  );
  if (ours.length > 0) {
    lines.push(
      `${countOf(ours.length, 'job')} of yours ended without a result that is there:`,
      ...tableOf(ours),
    );
  }
  if (adopt) {
    const done = fetched.filter(({ state }) => state === 'done').length;
    lines.push(`${done} of ${fetched.length} were brought in.`);
  } else if (ours.length > 0) lines.push('"jobs find-paid --adopt" brings them in, free of charge.');
  if (orphans.length > 0) {
    lines.push(
      `${countOf(orphans.length, 'result')} that no job knows:`,
      ...tableOf(orphans),
      '"jobs find-paid --import ID --to PROJECT" brings one in as a take of the project.',
    );
  }
  return lines;
}

function tableOf(findings: readonly PaidFinding[]): string[] {
  const rows = findings.map(({ requestId, provider, model, finishedAtMs, costUsdMicros, prompt }) => [
    `  ${requestId}`,
    provider,
    model,
    finishedAtMs === null ? '' : new Date(finishedAtMs).toISOString().slice(0, 16).replace('T', ' '),
    costUsdMicros === null ? '' : formatUsd(costUsdMicros),
    prompt === null ? '' : prompt.slice(0, 60),
  ]);
  return formatTable(['  id', 'provider', 'model', 'finished (UTC)', 'price', 'prompt'], rows);
}

/** Until none of them goes on by itself: a studio that ends with this command would leave them for the next one. */
async function waitFor(client: StudioClient, ids: readonly JobId[], signal: AbortSignal): Promise<Job[]> {
  if (ids.length === 0) return [];
  for (;;) {
    const jobs = (await client.jobs.list({ projectId: null })).filter(({ id }) => ids.includes(id));
    if (!jobs.some(isOpen)) return jobs;
    await wait(300, undefined, { signal });
  }
}

function pickJob(jobs: readonly Job[], begin: string): Result<Job> {
  const found = jobs.filter(({ id }) => id.startsWith(begin));
  const [job] = found;
  if (job === undefined) {
    return fail('job.not-found', `There is no job "${begin}". Nothing was changed. "jobs" lists them.`);
  }
  return found.length === 1
    ? ok(job)
    : fail(
        'job.ambiguous',
        `${found.length} jobs begin with "${begin}". Nothing was changed. Give more of the id.`,
      );
}
