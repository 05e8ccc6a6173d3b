import { exitCodes } from '../../hosting/exit-codes.ts';
import {
  type CommandContext,
  parseCommonArguments,
  sayFault,
  wantsJson,
  withStudio,
} from '../command-context.ts';

const marks = { ok: '✓', note: '·', problem: '✗' } as const;

/** `doctor`: everything a film depends on. Exit 1 when something is wrong. */
export async function runDoctor(context: CommandContext): Promise<number> {
  const args = parseCommonArguments(context.argv, 'none');
  if (!args.ok) return sayFault(context.terminal, args.fault, wantsJson(context.argv));
  const { home, json } = args.value;
  return withStudio(context, { what: 'doctor', readOnly: true, home, json }, async ({ client }) => {
    const findings = await client.studio.doctor();
    if (json) context.terminal.print(JSON.stringify(findings));
    else
      for (const { level, topic, message } of findings)
        context.terminal.print(`${marks[level]} ${topic}: ${message}`);
    return findings.some(({ level }) => level === 'problem') ? exitCodes.failed : exitCodes.done;
  });
}
