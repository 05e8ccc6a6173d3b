import type { PictureFile } from '../../core/ports/identity-profile.ts';
import { ok, type Result } from '../../domain/kernel/result.ts';
import { sendOnce } from '../../net/send-once.ts';
import { answerOdd, unreachable } from './clerk-faults.ts';
import { isWeb } from './web-pages.ts';

const pictureTypes = ['image/jpeg', 'image/png', 'image/webp', 'image/gif'];
const mostBytes = 1024 * 1024;
/** Twice what the screen shows, for dense displays. Clerk's picture host makes it that size when it is asked to. */
const edgePx = '128';

/** A profile's picture from where Clerk says it is: without the token, which is nobody's business there. */
export async function fetchPicture(address: string | null): Promise<Result<PictureFile | null>> {
  const url = URL.parse(address ?? '');
  if (url === null || !isWeb(url)) return ok(null);
  url.searchParams.set('width', edgePx);
  url.searchParams.set('height', edgePx);
  const outcome = await sendOnce({
    method: 'GET',
    url,
    headers: { accept: pictureTypes.join(', '), 'user-agent': 'reelwright' },
    mostBytes,
    connectTimeoutMs: 5_000,
    answerTimeoutMs: 20_000,
  });
  if (outcome.kind !== 'answer') return { ok: false, fault: unreachable() };
  const type = outcome.headers['content-type']?.split(';')[0]?.trim() ?? '';
  if (outcome.status !== 200 || !pictureTypes.includes(type)) return { ok: false, fault: answerOdd() };
  return ok({ type, bytes: outcome.body });
}
