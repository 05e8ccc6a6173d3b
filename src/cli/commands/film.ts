import { formatUsd, usdToMicros } from '../../domain/jobs/money.ts';
import { type Fault, fail, ok, type Result } from '../../domain/kernel/result.ts';
import { secondsToFlicks } from '../../domain/kernel/time.ts';
import { exitCodes } from '../../hosting/exit-codes.ts';
import { studioKeys } from '../../hosting/studio-keys.ts';
import { type CommandContext, sayFault, wantsJson, withStudio } from '../command-context.ts';
import { type FilmArguments, parseFilmArguments } from '../film-arguments.ts';
import { type FilmReport, makeFilm } from '../make-film.ts';
import { type PaidMaker, paidMakers, paidOf } from '../paid-makers.ts';
import { countOf, formatDuration } from '../terminal/formats.ts';

/** `film <story>`: the main job, from text to a file. */
export async function runFilm(context: CommandContext): Promise<number> {
  const { terminal, signal, argv } = context;
  const parsed = parseFilmArguments(argv);
  if (!parsed.ok) return sayFault(terminal, parsed.fault, wantsJson(argv));
  const args = parsed.value;
  const limited = checkLimit(args, context.env);
  if (!limited.ok) return sayFault(terminal, limited.fault, args.json);
  const { home, json } = args;
  const provider = paidBy(args)[0] ?? 'animatic';
  const refusal = await missingKey(args, context.env);
  const need = { what: `film ${args.story}`, readOnly: false, home, json, provider, refusal };
  return withStudio(context, need, async ({ client }) => {
    const report = await makeFilm(client, args, terminal, signal);
    for (const line of closingWords(report)) terminal.say(line);
    terminal.print(args.json ? JSON.stringify(report) : report.output);
    return exitCodes.done;
  });
}

/** Looked for before anything is opened: a data folder that is not there yet is not made for a refusal. */
async function missingKey(args: FilmArguments, env: NodeJS.ProcessEnv): Promise<Fault | null> {
  const keys = studioKeys(args.home, env);
  for (const provider of paidBy(args)) {
    if ((await keys.get(provider)) === null) return keyFault(provider);
  }
  return null;
}

/** Who is paid for pictures, and who speaks and plays. */
function paidBy({ makers, sound }: FilmArguments): readonly PaidMaker[] {
  return [...new Set<PaidMaker>([...paidOf(makers), ...(sound ? (['fal'] as const) : [])])];
}

function keyFault(provider: PaidMaker): Fault {
  const { name, variable, keysPage } = paidMakers[provider];
  return {
    code: 'provider.key-missing',
    message: `No key for ${name} is set: neither ${variable} nor one that the studio keeps in this data folder. Nothing was started and nothing was charged. Make a key at ${keysPage} and set ${variable}, or leave ${name} away for the free animatic.`,
  };
}

/** Paid work needs a limit, unless stand-ins on this computer answer for the providers. */
function checkLimit({ makers, maxCostUsdMicros }: FilmArguments, env: NodeJS.ProcessEnv): Result<null> {
  const charging = paidOf(makers).find((provider) => !env[`REELWRIGHT_${provider.toUpperCase()}_URL`]);
  if (charging === undefined || maxCostUsdMicros !== null) return ok(null);
  return fail(
    'cli.usage',
    `${paidMakers[charging].name} (${charging}) spends money: say how much it may be at most with --max-cost USD. Nothing was started and nothing was charged.`,
  );
}

function closingWords({
  jobs,
  scenes,
  shots,
  durationSeconds,
  costUsd,
  elapsedSeconds,
}: FilmReport): string[] {
  const length = formatDuration(secondsToFlicks(durationSeconds));
  const spent = formatUsd(usdToMicros(costUsd));
  const lines = [
    `${countOf(scenes, 'scene')}, ${countOf(shots, 'shot')}, ${length}, made in ${elapsedSeconds.toFixed(0)} s; spent ${spent} in all.`,
  ];
  if (jobs.failed > 0)
    lines.push(
      `${countOf(jobs.failed, 'job')} failed; the film keeps the animatic there. "npm run reelwright -- jobs" says why.`,
    );
  if (jobs.unknown > 0) {
    lines.push(
      `${countOf(jobs.unknown, 'job')} may have been billed without an answer; nothing was sent again, and the film keeps the animatic there.`,
    );
  }
  return lines;
}
