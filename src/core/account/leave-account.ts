import type { Result } from '../../domain/kernel/result.ts';
import type { ServiceAccount } from '../ports/service-account.ts';
import type { Account } from './account.ts';

/** Longer nobody waits for the sync service to hear of it: its tokens end within a minute by themselves. */
const mostMs = 3_000;

/** Signs out: the sync service refuses the session's last token at once, then the session ends where it was begun. */
export async function leaveAccount(account: Account, service: ServiceAccount | null): Promise<Result<void>> {
  // Whether it could be told or not, the way out is open.
  await service?.endSession(AbortSignal.timeout(mostMs));
  return account.signOut();
}
