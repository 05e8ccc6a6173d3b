import { ok, type Result } from '../../domain/kernel/result.ts';
import { askPlatform } from './ask-platform.ts';
import type { FalClient } from './fal-client.ts';
import { defaultFalModels } from './models/fal-models.ts';

/** Asks for one line of the list of models, which is free. */
export async function checkHealth(
  client: FalClient,
  signal: AbortSignal,
): Promise<Result<{ readonly answeredInMs: number }>> {
  const beganAtMs = client.clock.nowMs();
  const asked = await askPlatform(
    client,
    'models',
    { endpoint_id: defaultFalModels.still, limit: '1' },
    signal,
  );
  if (asked.kind !== 'answer') return { ok: false, fault: asked.fault };
  return ok({ answeredInMs: Math.max(0, client.clock.nowMs() - beganAtMs) });
}
