import { formatUsd } from '../../domain/jobs/money.ts';
import { exitCodes } from '../../hosting/exit-codes.ts';
import type { CommandContext } from '../command-context.ts';
import { runReadingCommand } from '../run-reading-command.ts';
import { formatDuration, formatTable } from '../terminal/formats.ts';

/** `projects`: what is in the data folder, newest last. */
export async function runProjects(context: CommandContext): Promise<number> {
  return runReadingCommand(
    context,
    { what: 'projects', subject: 'none' },
    async ({ client, json, print }) => {
      const summaries = await client.projects.list();
      if (json) print(JSON.stringify(summaries));
      else if (summaries.length === 0) {
        print('No projects yet. Make one with: npm run film -- story.fountain');
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
        for (const line of formatTable(header, rows)) print(line);
      }
      return exitCodes.done;
    },
  );
}
