import { exitCodes } from '../../hosting/exit-codes.ts';
import {
  type CommandContext,
  parseCommonArguments,
  sayFault,
  wantsJson,
  withStudio,
} from '../command-context.ts';

/** `shots <project>`: the shot list as a director reads it. */
export async function runShots(context: CommandContext): Promise<number> {
  const args = parseCommonArguments(context.argv, 'needed');
  if (!args.ok) return sayFault(context.terminal, args.fault, wantsJson(context.argv));
  const { subject, home, json } = args.value;
  return withStudio(context, { what: 'shots', readOnly: true, home, json }, async ({ client }) => {
    const { project } = await client.projects.find({ name: subject ?? '' });
    const { id: projectId } = project;
    if (json) context.terminal.print(JSON.stringify(await client.shots.list({ projectId })));
    else context.terminal.print((await client.shots.print({ projectId })).text);
    return exitCodes.done;
  });
}
