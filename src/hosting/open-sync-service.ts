import { createHttpSyncService } from '../adapters/sync-service/create-http-sync-service.ts';
import { parseServiceAddress } from '../adapters/sync-service/parse-service-address.ts';
import type { Clock } from '../core/ports/clock.ts';
import type { SyncService, TokenSource } from '../core/ports/sync-service.ts';

/** The way to the sync service that `REELWRIGHT_CLOUD_URL` names; null where none is. An odd address is told on the terminal. */
export function openSyncService(
  env: NodeJS.ProcessEnv,
  clock: Clock,
): ((token: TokenSource) => SyncService) | null {
  const text = env['REELWRIGHT_CLOUD_URL'] ?? '';
  if (text === '') return null;
  const origin = parseServiceAddress('REELWRIGHT_CLOUD_URL', text);
  if (!origin.ok) {
    process.emitWarning(origin.fault.message, { code: origin.fault.code });
    return null;
  }
  return (token) => createHttpSyncService({ origin: origin.value, token, clock });
}
