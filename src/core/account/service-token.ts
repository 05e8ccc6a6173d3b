import { fail, ok, type Result } from '../../domain/kernel/result.ts';
import type { Account } from './account.ts';

/** The token for the sync service; null while nobody is signed in, `sync.unreachable` while somebody is and none can be had. */
export async function serviceToken(
  account: Pick<Account, 'token' | 'state'>,
  renew: boolean,
): Promise<Result<string | null>> {
  const token = await account.token(renew);
  if (token !== null) return ok(token);
  const { signedIn } = await account.state();
  if (signedIn === null) return ok(null);
  return fail(
    'sync.unreachable',
    'The account cannot be reached, so nothing is sent or received for now. Everything is saved on this computer, and it is tried again.',
  );
}
