import { formatUsd } from '../../domain/jobs/money.ts';
import { isPictureRequest } from '../../domain/jobs/request-kinds.ts';
import { exitCodes } from '../../hosting/exit-codes.ts';
import {
  type CommandContext,
  parseCommonArguments,
  sayFault,
  wantsJson,
  withStudio,
} from '../command-context.ts';
import { formatTable } from '../terminal/formats.ts';

/** `jobs [<project>]`: every generation with its state, price and, where it went wrong, why. */
export async function runJobs(context: CommandContext): Promise<number> {
  const args = parseCommonArguments(context.argv, 'optional');
  if (!args.ok) return sayFault(context.terminal, args.fault, wantsJson(context.argv));
  const { subject, home, json } = args.value;
  return withStudio(context, { what: 'jobs', readOnly: true, home, json }, async ({ client }) => {
    const projectId = subject === null ? null : (await client.projects.find({ name: subject })).project.id;
    const jobs = await client.jobs.list({ projectId });
    if (json) {
      context.terminal.print(JSON.stringify(jobs));
      return exitCodes.done;
    }
    if (jobs.length === 0) context.terminal.print('No jobs yet.');
    else {
      const rows = jobs.map((job) => [
        job.id.slice(0, 12),
        isPictureRequest(job.request) ? job.request.brief.shotNumber : '',
        job.request.kind,
        job.provider,
        job.state,
        job.costUsdMicros === null ? `~${formatUsd(job.estimateUsdMicros)}` : formatUsd(job.costUsdMicros),
        job.faultMessage ?? '',
      ]);
      const header = ['id', 'shot', 'kind', 'provider', 'state', 'price', ''];
      for (const line of formatTable(header, rows)) context.terminal.print(line.trimEnd());
    }
    return exitCodes.done;
  });
}
