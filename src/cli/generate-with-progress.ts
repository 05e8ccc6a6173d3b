import type { StudioClient } from '../contract/contract.ts';
import type { PriceElsewhere } from '../contract/jobs.ts';
import { formatUsd } from '../domain/jobs/money.ts';
import type { ProjectId } from '../domain/kernel/ids.ts';
import type { FilmArguments } from './film-arguments.ts';
import { type FilmMakers, paidOf } from './paid-makers.ts';
import { countOf, formatTimeLeft } from './terminal/formats.ts';
import type { Terminal } from './terminal/terminal.ts';

/** How the jobs of a run ended. */
export interface Generated {
  readonly done: number;
  readonly failed: number;
  readonly unknown: number;
}

/** Generates what is missing by the makers of a film; before paid work, the estimate is said line by line. */
export async function generateWithProgress(
  client: StudioClient,
  projectId: ProjectId,
  args: FilmArguments,
  { still, clip }: FilmMakers,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<Generated> {
  const choice = {
    provider: still.provider,
    clipProvider: clip.provider,
    stillModel: still.model,
    clipModel: clip.model,
    slate: args.slate,
    payAgain: args.payAgain,
  };
  const free = paidOf({ still, clip }).length === 0;
  if (!free) {
    const estimate = await client.jobs.estimate({ projectId, choice });
    for (const line of estimate.lines) terminal.say(`  ${line}`);
    const cap =
      args.maxCostUsdMicros === null
        ? 'no limit'
        : `limit ${formatUsd(args.maxCostUsdMicros)} for the whole project`;
    terminal.say(`Estimate: ${formatUsd(estimate.costUsdMicros)} (${cap}).`);
    if (estimate.elsewhere.length > 0) terminal.say(wordsOfElsewhere(estimate.elsewhere));
  }
  const maxCostUsdMicros = free ? null : args.maxCostUsdMicros;
  const sayTrouble = createTroubleTeller(terminal);
  const events = await client.jobs.generate({ projectId, choice, maxCostUsdMicros }, { signal });
  for (;;) {
    const { done, value } = await events.next();
    const { counts, total, secondsLeft, trouble } = value;
    for (const line of trouble) sayTrouble.say(line);
    if (total > 0) {
      const ended = counts.done + counts.failed + counts.unknown;
      const note = [`${ended} of ${total}`, formatTimeLeft(secondsLeft)].filter(Boolean).join(', ');
      terminal.progress(free ? 'Animatic' : 'Generate', ended / total, note);
    }
    if (!done) continue;
    sayTrouble.end();
    terminal.endProgress();
    return { done: counts.done, failed: counts.failed, unknown: counts.unknown };
  }
}

function wordsOfElsewhere(elsewhere: readonly PriceElsewhere[]): string {
  const shots = new Set(elsewhere.map(({ shotId }) => shotId)).size;
  const price = elsewhere.reduce((sum, { costUsdMicros }) => sum + (costUsdMicros ?? 0), 0);
  return `Left out: ${countOf(shots, 'shot')} that another device is having made. With --pay-again this one asks for them as well, for ${formatUsd(price)} more.`;
}

/** Says each trouble in full once, and of the jobs that met the same how many they were. */
function createTroubleTeller(terminal: Terminal): { say(line: string): void; end(): void } {
  const seen = new Set<string>();
  let repeated = 0;
  return {
    say(line) {
      const cause = line.replace(/^Shot [^:]*: /, '');
      if (seen.has(cause)) repeated++;
      else terminal.say(line);
      seen.add(cause);
    },
    end() {
      if (repeated > 0) terminal.say(`The same with ${countOf(repeated, 'more job')}.`);
    },
  };
}
