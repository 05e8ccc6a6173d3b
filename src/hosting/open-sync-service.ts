import { createHttpFilmSharing } from '../adapters/sync-service/create-http-film-sharing.ts';
import { createHttpMediaStore } from '../adapters/sync-service/create-http-media-store.ts';
import { createHttpServiceAccount } from '../adapters/sync-service/create-http-service-account.ts';
import { createHttpSyncService } from '../adapters/sync-service/create-http-sync-service.ts';
import { parseServiceAddress } from '../adapters/sync-service/parse-service-address.ts';
import type { Clock } from '../core/ports/clock.ts';
import type { FilmSharing } from '../core/ports/film-sharing.ts';
import type { MediaStore } from '../core/ports/media-store.ts';
import type { ServiceAccount } from '../core/ports/service-account.ts';
import type { SyncService, TokenSource } from '../core/ports/sync-service.ts';

/** What the service that `REELWRIGHT_CLOUD_URL` names is asked for; null where none is. An odd address is told on the terminal. */
export function openSyncService(
  env: NodeJS.ProcessEnv,
  clock: Clock,
): {
  readonly openSyncService: ((token: TokenSource) => SyncService) | null;
  readonly openMediaStore: ((token: TokenSource) => MediaStore) | null;
  readonly openServiceAccount: ((token: TokenSource) => ServiceAccount) | null;
  readonly openFilmSharing: ((token: TokenSource) => FilmSharing) | null;
} {
  const none = {
    openSyncService: null,
    openMediaStore: null,
    openServiceAccount: null,
    openFilmSharing: null,
  };
  const text = env['REELWRIGHT_CLOUD_URL'] ?? '';
  if (text === '') return none;
  const origin = parseServiceAddress('REELWRIGHT_CLOUD_URL', text);
  if (!origin.ok) {
    process.emitWarning(origin.fault.message, { code: origin.fault.code });
    return none;
  }
  return {
    openSyncService: (token) => createHttpSyncService({ origin: origin.value, token, clock }),
    openFilmSharing: (token) => createHttpFilmSharing({ origin: origin.value, token, clock }),
    openMediaStore: (token) => createHttpMediaStore({ origin: origin.value, token, clock }),
    openServiceAccount: (token) => createHttpServiceAccount({ origin: origin.value, token, clock }),
  };
}
