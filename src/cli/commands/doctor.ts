import { exitCodes } from '../../hosting/exit-codes.ts';
import type { CommandContext } from '../command-context.ts';
import { runReadingCommand } from '../run-reading-command.ts';

const marks = { ok: '✓', note: '·', problem: '✗' } as const;

/** `doctor`: everything a film depends on. Exit 1 when something is wrong. */
export async function runDoctor(context: CommandContext): Promise<number> {
  return runReadingCommand(context, { what: 'doctor', subject: 'none' }, async ({ client, json, print }) => {
    const findings = await client.studio.doctor();
    if (json) print(JSON.stringify(findings));
    else for (const { level, topic, message } of findings) print(`${marks[level]} ${topic}: ${message}`);
    return findings.some(({ level }) => level === 'problem') ? exitCodes.failed : exitCodes.done;
  });
}
