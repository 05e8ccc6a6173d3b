import type { Commission, CommissionEstimate } from '../contract/commissions.ts';
import type { StudioClient } from '../contract/contract.ts';
import { formatUsd } from '../domain/jobs/money.ts';
import type { ProjectId } from '../domain/kernel/ids.ts';
import type { Generated } from './generate-with-progress.ts';
import { countOf, formatTimeLeft } from './terminal/formats.ts';
import type { Terminal } from './terminal/terminal.ts';

const parts = [
  { commission: { what: 'speech', shotIds: null }, name: 'Voices', one: 'line' },
  { commission: { what: 'music', sceneIds: null }, name: 'Music', one: 'piece of music' },
] as const satisfies readonly { commission: Commission; name: string; one: string }[];

/**
 * The lines of a film and the music of its scenes, each said with its price before it is sent. What would cost more than is left
 * of the project's limit is said and left out: the film is made all the same.
 */
export async function soundWithProgress(
  client: StudioClient,
  projectId: ProjectId,
  maxCostUsdMicros: number,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<Generated> {
  const sum = { done: 0, failed: 0, unknown: 0 };
  let paidUsdMicros = 0;
  for (const { commission, name, one } of parts) {
    const estimate = await client.commissions.estimate({ projectId, commission });
    for (const line of linesOf(estimate, one)) terminal.say(`  ${line}`);
    if (estimate.toMake === 0) continue;
    const { costUsdMicros: spentUsdMicros } = await client.projects.get({ projectId });
    const leftUsdMicros = Math.max(0, maxCostUsdMicros - spentUsdMicros);
    if (estimate.costUsdMicros > leftUsdMicros) {
      terminal.say(
        `${name} left out: ${formatUsd(estimate.costUsdMicros)} is more than the ${formatUsd(leftUsdMicros)} that is left of the limit. Nothing of it was sent.`,
      );
      sum.failed += estimate.toMake;
      continue;
    }
    const limit = estimate.costUsdMicros;
    const events = await client.commissions.run(
      { projectId, commission, maxCostUsdMicros: limit },
      { signal },
    );
    for (;;) {
      const { done, value } = await events.next();
      const { counts, total, secondsLeft, trouble } = value;
      for (const words of trouble) terminal.say(words);
      const ended = counts.done + counts.failed + counts.unknown;
      if (total > 0) {
        const note = [`${ended} of ${total}`, formatTimeLeft(secondsLeft)].filter(Boolean).join(', ');
        terminal.progress(name, ended / total, note);
      }
      if (!done) continue;
      terminal.endProgress();
      paidUsdMicros += value.costUsdMicros;
      sum.done += counts.done;
      sum.failed += counts.failed;
      sum.unknown += counts.unknown;
      break;
    }
  }
  if (sum.done > 0) terminal.say(`Sound: ${countOf(sum.done, 'take')} for ${formatUsd(paidUsdMicros)}.`);
  return sum;
}

/** "12 lines with fal-ai/…: $0.12", a line for each model; then what is there, and what has no price. */
function linesOf({ lines, made }: CommissionEstimate, one: string): string[] {
  const groups = new Map<string, { count: number; costUsdMicros: number }>();
  for (const { state, model, costUsdMicros } of lines) {
    if (state !== 'to-make' || costUsdMicros === null) continue;
    const group = groups.get(model) ?? { count: 0, costUsdMicros: 0 };
    group.count++;
    group.costUsdMicros += costUsdMicros;
    groups.set(model, group);
  }
  const problems = new Set(lines.flatMap(({ problem }) => (problem === null ? [] : [problem])));
  const named = (count: number): string =>
    one === 'line' ? countOf(count, one) : `${count} ${count === 1 ? one : 'pieces of music'}`;
  return [
    ...[...groups].map(
      ([model, { count, costUsdMicros }]) => `${named(count)} with ${model}: ${formatUsd(costUsdMicros)}`,
    ),
    ...(made === 0 ? [] : [`${named(made)} there already`]),
    ...[...problems].map((problem) => `left out: ${problem}`),
  ];
}
