import { faultOf } from '../domain/kernel/result.ts';
import { enterCallersFolder } from '../hosting/enter-callers-folder.ts';
import { exitCodes } from '../hosting/exit-codes.ts';
import { type CommandContext, sayFault, wantsJson } from './command-context.ts';
import { runAccount } from './commands/account.ts';
import { runComments } from './commands/comments.ts';
import { runCost } from './commands/cost.ts';
import { runDoctor } from './commands/doctor.ts';
import { runExport } from './commands/export.ts';
import { runFilm } from './commands/film.ts';
import { runJobs } from './commands/jobs.ts';
import { runProjects } from './commands/projects.ts';
import { runShare } from './commands/share.ts';
import { runShots } from './commands/shots.ts';
import { runShow } from './commands/show.ts';
import { runSync } from './commands/sync.ts';
import { filmUsage } from './film-arguments.ts';
import { createTerminal } from './terminal/terminal.ts';
import { usage } from './usage.ts';

const commands: Readonly<Record<string, (context: CommandContext) => Promise<number>>> = {
  film: runFilm,
  projects: runProjects,
  show: runShow,
  shots: runShots,
  export: runExport,
  jobs: runJobs,
  cost: runCost,
  sync: runSync,
  share: runShare,
  comments: runComments,
  account: runAccount,
  doctor: runDoctor,
};

/** Ctrl-C, a polite kill, and the terminal's window being closed. */
const interruptions = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Runs one command line and returns its exit code. Never throws. */
export async function main(argv: readonly string[]): Promise<number> {
  const terminal = createTerminal(process.stdout, process.stderr);
  const [name = 'help', ...rest] = argv;
  if (name === 'help' || name === '--help' || name === '-h') {
    terminal.print(usage);
    return exitCodes.done;
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command === undefined) {
    const message = `There is no command "${name}". Nothing was done.\n\n${usage}`;
    return sayFault(terminal, { code: 'cli.usage', message }, wantsJson(rest));
  }
  if (rest.includes('--help') || rest.includes('-h')) {
    terminal.print(command === runFilm ? filmUsage : usage);
    return exitCodes.done;
  }
  enterCallersFolder(process.env);
  const interrupt = new AbortController();
  const onSignal = (): void => interrupt.abort();
  for (const signal of interruptions) process.once(signal, onSignal);
  try {
    return await command({ argv: rest, env: process.env, terminal, signal: interrupt.signal });
  } catch (error) {
    return sayFault(terminal, faultOf(error), wantsJson(rest));
  } finally {
    for (const signal of interruptions) process.off(signal, onSignal);
  }
}
