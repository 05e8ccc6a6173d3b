import { ok, type Result } from '../../domain/kernel/result.ts';
import type { MediaStorage } from '../ports/media-storage.ts';

/**
 * How long an address of the storage holds that somebody watches by. A player asks the link for the next one; whoever kept one sees
 * nothing by it so long after a link was revoked.
 */
const addressS = 300;

/** Sends a player to the storage, which has the film and answers ranges of it. The link is asked every time: it may be revoked. */
export async function streamFilm(storage: MediaStorage, objectKey: string): Promise<Result<Response>> {
  const address = await storage.getAddress(objectKey, addressS);
  if (!address.ok) return address;
  const headers = { location: address.value.url, 'cache-control': 'no-store' };
  return ok(new Response(null, { status: 302, headers }));
}
