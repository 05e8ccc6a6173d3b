import type { StudioClient } from '../contract/contract.ts';
import { formatUsd } from '../domain/jobs/money.ts';
import type { ProjectId } from '../domain/kernel/ids.ts';
import { FaultError } from '../domain/kernel/result.ts';
import { countOf } from './terminal/formats.ts';
import type { Terminal } from './terminal/terminal.ts';

/**
 * Has a language model break the text down, with its price said first. Throws where nothing came of it; scenes that the rules
 * break down all the same are named with the reason.
 */
export async function readWithProgress(
  client: StudioClient,
  projectId: ProjectId,
  provider: string,
  maxCostUsdMicros: number | null,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<void> {
  const choice = { provider, model: null, repair: true };
  const estimate = await client.scenes.estimateReading({ projectId, choice });
  const parts = `${countOf(estimate.parts, 'request')}, ${estimate.done} of them answered before`;
  terminal.say(`Breakdown by ${provider}: ${parts}; at most ${formatUsd(estimate.costUsdMicros)}.`);
  const { id: activityId } = await client.scenes.startReading({ projectId, choice, maxCostUsdMicros });
  const cancel = (): void => void client.activities.cancel({ activityId }).catch(() => undefined);
  signal.addEventListener('abort', cancel, { once: true });
  try {
    for await (const state of await client.scenes.watchReading({ projectId }, { signal })) {
      if (state.activityId !== activityId || state.state === 'running') {
        if (state.parts > 0)
          terminal.progress('Breakdown', state.done / state.parts, `${state.done} of ${state.parts}`);
        continue;
      }
      terminal.endProgress();
      if (state.state !== 'done') {
        throw new FaultError({ code: 'reading.failed', message: state.message ?? 'The breakdown ended.' });
      }
      if (state.message !== null) terminal.say(state.message);
      for (const { heading, reason } of state.result?.fellBack ?? [])
        terminal.say(`  ${heading}: ${reason}.`);
      return;
    }
    signal.throwIfAborted();
  } finally {
    signal.removeEventListener('abort', cancel);
  }
}
