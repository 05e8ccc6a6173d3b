import { formatUsd } from '../../domain/jobs/money.ts';
import { exitCodes } from '../../hosting/exit-codes.ts';
import {
  type CommandContext,
  parseCommonArguments,
  sayFault,
  wantsJson,
  withStudio,
} from '../command-context.ts';
import { formatDuration, formatTable } from '../terminal/formats.ts';

/** `projects`: what is in the data folder, newest last. */
export async function runProjects(context: CommandContext): Promise<number> {
  const args = parseCommonArguments(context.argv, 'none');
  if (!args.ok) return sayFault(context.terminal, args.fault, wantsJson(context.argv));
  const { home, json } = args.value;
  return withStudio(context, { what: 'projects', readOnly: true, home, json }, async ({ client }) => {
    const summaries = await client.projects.list();
    if (json) context.terminal.print(JSON.stringify(summaries));
    else if (summaries.length === 0) {
      context.terminal.print('No projects yet. Make one with: npm run film -- story.fountain');
    } else {
      const rows = summaries.map(({ project, scenes, shots, durationFlicks, costUsdMicros }) => [
        project.id,
        String(scenes),
        String(shots),
        formatDuration(durationFlicks),
        formatUsd(costUsdMicros),
        `${project.aspect} ${project.heightPx}p`,
        project.title,
      ]);
      const header = ['id', 'scenes', 'shots', 'length', 'spent', 'picture', 'title'];
      for (const line of formatTable(header, rows)) context.terminal.print(line);
    }
    return exitCodes.done;
  });
}
