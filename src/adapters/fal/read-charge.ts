import type { ProviderHandle } from '../../domain/jobs/job.ts';
import { ok, type Result } from '../../domain/kernel/result.ts';
import { askPages } from './ask-platform.ts';
import type { FalClient } from './fal-client.ts';

/** Results are held for seven days; a charge is not asked for later than that. */
const lookBackMs = 8 * 24 * 60 * 60_000;

/** What Fal's billing events say of a request, discounts included; null while they say nothing, or not to this key. */
export async function readCharge(
  client: FalClient,
  { requestId }: ProviderHandle,
  signal: AbortSignal,
): Promise<Result<number | null>> {
  const nowMs = client.clock.nowMs();
  const found = await askPages(
    client,
    'models/billing-events',
    { request_id: requestId, start: new Date(nowMs - lookBackMs).toISOString() },
    'billing_events',
    signal,
  );
  // Billing is read with a key of its own kind, which few people have made.
  if (found.kind === 'refused') return ok(null);
  if (found.kind === 'later') return { ok: false, fault: found.fault };
  const costs = found.value.rows
    .filter((row) => row['request_id'] === requestId)
    .map((row) => row['cost_estimate_nano_usd'])
    .filter((cost): cost is number => typeof cost === 'number' && cost >= 0);
  if (costs.length === 0) return ok(null);
  return ok(Math.round(costs.reduce((sum, cost) => sum + cost, 0) / 1_000));
}
