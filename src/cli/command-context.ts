import { resolve } from 'node:path';
import type { StudioClient } from '../contract/contract.ts';
import { connectionLost, faultOfCall } from '../contract/fault-of-call.ts';
import { defaultHome } from '../core/store/default-home.ts';
import { type Fault, fail, ok, type Result } from '../domain/kernel/result.ts';
import { findRunningStudio, type RunningStudio } from '../hosting/control/find-running-studio.ts';
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
  /** Why this process could not do it by itself, such as a missing key; a studio that is running may be able to. */
  readonly refusal?: Fault | null;
}

/** The contract, wherever the studio is that answers. */
interface StudioAtWork {
  readonly client: StudioClient;
  close(): Promise<void>;
}

/**
 * Opens the studio, says what was found on opening, runs `work`, and closes it however `work` ends. A fault is said in
 * its own words (and, with `json`, closes stdout as one object) and makes the exit code 1, after Ctrl-C 130.
 */
export async function withStudio(
  { env, terminal, signal }: CommandContext,
  need: StudioNeed,
  work: (studio: { readonly client: StudioClient }) => Promise<number>,
): Promise<number> {
  const startedAtMs = Date.now();
  const opened = await openForNeed(need, env, terminal);
  if (!opened.ok) return sayFault(terminal, opened.fault, need.json);
  const { client, close } = opened.value;
  const said = new Set<string>();
  const sayNotices = async (): Promise<void> => {
    const notices = await client.studio.notices();
    for (const { id, atMs, level, message } of notices.toReversed()) {
      if (level === 'info' || atMs < startedAtMs || said.has(id)) continue;
      said.add(id);
      terminal.say(message);
    }
  };
  try {
    await sayNotices();
    const code = await work({ client });
    await sayNotices();
    return code;
  } catch (error) {
    return sayFault(terminal, signal.aborted ? interrupted : faultOfCommand(error), need.json);
  } finally {
    await close();
  }
}

/** One process writes a data folder at a time: while a studio runs, writing is done by that one. */
async function openForNeed(
  need: StudioNeed,
  env: NodeJS.ProcessEnv,
  terminal: Terminal,
): Promise<Result<StudioAtWork>> {
  if (!need.readOnly) {
    const running = await findRunningStudio(resolve(need.home ?? defaultHome()));
    if (!running.ok) return running;
    if (running.value !== null) return workThrough(running.value, terminal);
  }
  if (need.refusal) return { ok: false, fault: need.refusal };
  return openStudio({ ...need, provider: need.provider ?? null, env });
}

async function workThrough(
  { what, pid, open }: RunningStudio,
  terminal: Terminal,
): Promise<Result<StudioAtWork>> {
  try {
    const { client, close } = await open();
    terminal.say(`Working through ${what} (process ${pid}), which has this data folder open.`);
    return ok({ client, close: async () => close() });
  } catch {
    // It answered a moment ago and does not now: it is ending, and so is its hold on the folder.
    return fail(
      'connection.lost',
      'The studio that has this data folder open is just ending. Nothing was done. Give the command again in a moment.',
    );
  }
}

function faultOfCommand(error: unknown): Fault {
  const fault = faultOfCall(error);
  if (fault.code !== connectionLost.code) return fault;
  return {
    code: 'connection.lost',
    message:
      'The studio that was doing this ended. What was finished is kept; give the same command again, and it goes on from there.',
  };
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

export function refuse(reason: string): Result<never> {
  return fail('cli.usage', `${reason} Nothing was done. "npm run reelwright -- help" lists the commands.`);
}
