import { parseArgs } from 'node:util';
import { faultOfCall } from '../contract/fault-of-call.ts';
import type { Studio } from '../core/studio.ts';
import { type Fault, fail, ok, type Result } from '../domain/kernel/result.ts';
import { argumentSentence } from '../hosting/argument-sentence.ts';
import { exitCodes } from '../hosting/exit-codes.ts';
import { openStudio } from '../hosting/open-studio.ts';
import type { Terminal } from './terminal/terminal.ts';

/** What a command gets from the process it runs in. */
export interface CommandContext {
  /** The words after the command's name. */
  readonly argv: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  readonly terminal: Terminal;
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal;
}

export interface StudioNeed {
  readonly what: string;
  readonly readOnly: boolean;
  readonly home: string | null;
  readonly json: boolean;
  /** The paid provider that the command is about to use. */
  readonly provider?: string;
}

/**
 * Opens the studio, says what was found on opening, runs `work`, and closes it however `work` ends. A fault is said in
 * its own words (and, with `json`, closes stdout as one object) and makes the exit code 1, after Ctrl-C 130.
 */
export async function withStudio(
  { env, terminal, signal }: CommandContext,
  need: StudioNeed,
  work: (studio: Studio) => Promise<number>,
): Promise<number> {
  const opened = openStudio({ ...need, provider: need.provider ?? null, env });
  if (!opened.ok) return sayFault(terminal, opened.fault, need.json);
  const studio = opened.value;
  let said = 0;
  const sayNotices = async (): Promise<void> => {
    const notices = await studio.client.studio.notices();
    for (const { message } of notices.slice(said)) terminal.say(message);
    said = notices.length;
  };
  try {
    await sayNotices();
    const code = await work(studio);
    await sayNotices();
    return code;
  } catch (error) {
    return sayFault(terminal, signal.aborted ? interrupted : faultOfCall(error), need.json);
  } finally {
    await studio.close();
  }
}

const interrupted: Fault = {
  code: 'cli.interrupted',
  message: 'Stopped. What was finished is kept; the same command goes on from there.',
};

/** Says a fault, with `json` also as the closing line of stdout, and returns the exit code that belongs to it. */
export function sayFault(terminal: Terminal, { code, message }: Fault, json: boolean): number {
  terminal.say(message);
  if (json) terminal.print(JSON.stringify({ error: { code, message } }));
  switch (code) {
    case 'cli.usage':
      return exitCodes.usage;
    case 'cli.interrupted':
      return exitCodes.interrupted;
    default:
      return exitCodes.failed;
  }
}

/** Whether JSON was asked for, also where the rest of the words cannot be read. */
export function wantsJson(argv: readonly string[]): boolean {
  return argv.includes('--json');
}

/** The words of the small commands: one positional at most, and the options that all of them have. */
export interface CommonArguments {
  readonly subject: string | null;
  readonly home: string | null;
  readonly json: boolean;
}

export function parseCommonArguments(
  argv: readonly string[],
  subject: 'none' | 'optional' | 'needed',
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

export function refuse(reason: string): Result<never> {
  return fail('cli.usage', `${reason} Nothing was done. "npm run reelwright -- help" lists the commands.`);
}
