import { desc } from 'drizzle-orm';
import { ok, type Result } from '../../domain/kernel/result.ts';
import type { RemoteDevice } from '../../domain/sync/sync-messages.ts';
import type { Transaction } from './connection/transaction.ts';
import { devices } from './schema/project-tables.ts';

/** The devices that have written to projects which this person sees, each as it was last seen. */
export async function listDevices(tx: Transaction): Promise<Result<RemoteDevice[]>> {
  const rows = await tx
    .selectDistinctOn([devices.device], {
      device: devices.device,
      name: devices.name,
      seenAtMs: devices.seenAtMs,
    })
    .from(devices)
    .orderBy(devices.device, desc(devices.seenAtMs));
  return ok(rows);
}
