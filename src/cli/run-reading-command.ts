import { parseArgs } from 'node:util';
import type { StudioClient } from '../contract/contract.ts';
import { ok, type Result } from '../domain/kernel/result.ts';
import { argumentSentence } from '../hosting/argument-sentence.ts';
import { type CommandContext, refuse, sayFault, wantsJson, withStudio } from './command-context.ts';

/** A command that shows something and changes nothing. */
export interface ReadingCommand {
  readonly what: string;
  /** Whether a project is named. */
  readonly subject: 'none' | 'optional' | 'needed';
}

/** What such a command works with. */
interface Reading {
  readonly client: StudioClient;
  /** The project's name or id as it was given; null where none was. */
  readonly subject: string | null;
  readonly json: boolean;
  readonly print: (line: string) => void;
}

/** Reads the words of a command, opens the studio for reading, and gives both to `read`, which returns the exit code. */
export async function runReadingCommand(
  context: CommandContext,
  { what, subject: wanted }: ReadingCommand,
  read: (reading: Reading) => Promise<number>,
): Promise<number> {
  const args = parseCommonArguments(context.argv, wanted);
  if (!args.ok) return sayFault(context.terminal, args.fault, wantsJson(context.argv));
  const { subject, home, json } = args.value;
  const print = (line: string): void => context.terminal.print(line);
  return withStudio(context, { what, readOnly: true, home, json }, ({ client }) =>
    read({ client, subject, json, print }),
  );
}

/** The words of the small commands: one positional at most, and the options that all of them have. */
interface CommonArguments {
  readonly subject: string | null;
  readonly home: string | null;
  readonly json: boolean;
}

function parseCommonArguments(
  argv: readonly string[],
  subject: ReadingCommand['subject'],
): Result<CommonArguments> {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      options: { home: { type: 'string' }, json: { type: 'boolean', default: false } },
      allowPositionals: true,
    });
    const most = subject === 'none' ? 0 : 1;
    if (positionals.length > most) return refuse(`"${positionals[most]}" is one word too many.`);
    if (subject === 'needed' && positionals[0] === undefined) return refuse('No project was named.');
    return ok({ subject: positionals[0] ?? null, home: values.home ?? null, json: values.json });
  } catch (error) {
    return refuse(argumentSentence(error));
  }
}
