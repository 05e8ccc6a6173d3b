import { exitCodes } from '../../hosting/exit-codes.ts';
import type { CommandContext } from '../command-context.ts';
import { runReadingCommand } from '../run-reading-command.ts';

/** `shots <project>`: the shot list as a director reads it. */
export async function runShots(context: CommandContext): Promise<number> {
  return runReadingCommand(
    context,
    { what: 'shots', subject: 'needed' },
    async ({ client, subject, json, print }) => {
      const { project } = await client.projects.find({ name: subject ?? '' });
      const { id: projectId } = project;
      if (json) print(JSON.stringify(await client.shots.list({ projectId })));
      else print((await client.shots.print({ projectId })).text);
      return exitCodes.done;
    },
  );
}
