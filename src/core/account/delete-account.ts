import { fail, ok, type Result } from '../../domain/kernel/result.ts';
import type { ServiceAccount } from '../ports/service-account.ts';
import type { Account } from './account.ts';

export interface DeletedAccount {
  /** What the sync service deleted; null where there is none, or it had done so before. */
  readonly projects: number | null;
  /** Files that the storage did not give up: whoever runs the service removes them. */
  readonly filesLeft: number;
  /** False where the account service lets nobody delete themselves: its people do it when they are asked to. */
  readonly signInDeleted: boolean;
}

/**
 * Deletes what the sync service keeps of the person, then the account itself; local films stay. The proof that it is still
 * them is asked for before anything is deleted: without it the second half would be left undone.
 */
export async function deleteAccount(
  account: Account,
  service: ServiceAccount | null,
  email: string,
  signal: AbortSignal,
): Promise<Result<DeletedAccount>> {
  const { signedIn } = await account.state();
  if (signedIn !== null && signedIn.person.email.toLowerCase() !== email.trim().toLowerCase()) {
    return fail(
      'account.not-confirmed',
      'This is not the address of the account. Nothing was deleted; type it as it is shown.',
    );
  }
  const profile = await account.ask((identity) => identity.profile());
  if (!profile.ok) return profile;
  const { mayDelete } = profile.value;
  const proved = mayDelete ? await account.ask((identity) => identity.requireProof()) : ok(undefined);
  if (!proved.ok) return proved;
  const data = service === null ? ok(null) : await service.deleteAll(signal);
  // Its session was ended there by a deletion before, of which the second half did not come about.
  const wasDeleted = !data.ok && data.fault.code === 'sync.signed-out';
  if (!data.ok && !wasDeleted) {
    return fail(
      'account.not-deleted',
      'The sync service did not take the deletion, and the sign-in is still there. Try again; what is deleted already stays deleted.',
      { reason: data.fault.code },
    );
  }
  const deleted = data.ok ? data.value : null;
  const told = { projects: deleted?.projects ?? null, filesLeft: deleted?.filesLeft ?? 0 };
  if (!mayDelete) {
    await account.signOut();
    return ok({ ...told, signInDeleted: false });
  }
  const gone = await account.ask((identity) => identity.deleteAccount());
  if (!gone.ok) {
    return fail(
      'account.half-deleted',
      'Everything at the sync service is deleted. The sign-in itself could not be; try again to delete it too.',
      { reason: gone.fault.code },
    );
  }
  await account.signOut();
  return ok({ ...told, signInDeleted: true });
}
