import type { ConnectedAccount, Profile, ProfileAddress } from '../../core/ports/identity-profile.ts';
import { textOf } from '../../net/read-answer.ts';
import type { Json } from './frontend-api.ts';
import { recordOf, recordsOf } from './read-client.ts';

/** Clerk's user as a profile. What is missing reads as not there. */
export function profileOf(user: Json): Profile {
  const primaryId = user['primary_email_address_id'];
  return {
    addresses: recordsOf(user['email_addresses']).map(
      (one): ProfileAddress => ({
        id: textOf(one['id']) ?? '',
        address: textOf(one['email_address']) ?? '',
        isVerified: isVerified(one),
        isPrimary: one['id'] === primaryId,
      }),
    ),
    // One that was begun and called off stays with Clerk unverified: it signs nobody in.
    connected: recordsOf(user['external_accounts']).filter(isVerified).map(connectedOf),
    hasPassword: user['password_enabled'] === true,
    hasAuthenticator: user['totp_enabled'] === true,
    hasBackupCodes: user['backup_code_enabled'] === true,
    hasPicture: user['has_image'] === true,
    mayDelete: user['delete_self_enabled'] === true,
  };
}

const isVerified = (one: Json): boolean => recordOf(one['verification'])['status'] === 'verified';

function connectedOf(account: Json): ConnectedAccount {
  const provider = textOf(account['provider'])?.replace(/^oauth_/, '') ?? '';
  return {
    id: textOf(account['id']) ?? '',
    provider: provider === 'google' || provider === 'github' ? provider : null,
    name: textOf(account['username']) ?? textOf(account['email_address']) ?? provider,
  };
}
