import type { IdentityProfile } from '../../core/ports/identity-profile.ts';
import { ok, type Result } from '../../domain/kernel/result.ts';
import { textOf } from '../../net/read-answer.ts';
import { answerOdd } from './clerk-faults.ts';
import { type FrontendCall, type Json, responseOf } from './frontend-api.ts';

export type SecondFactors = Pick<
  IdentityProfile,
  'startAuthenticator' | 'confirmAuthenticator' | 'removeAuthenticator' | 'renewBackupCodes'
>;

const codesOf = (codes: unknown): string[] =>
  Array.isArray(codes) ? codes.filter((code) => typeof code === 'string') : [];

/** An authenticator (RFC 6238) and codes to put aside, for the person who is signed in. */
export function createSecondFactors(ask: (call: FrontendCall) => Promise<Result<unknown>>): SecondFactors {
  const read = async (call: FrontendCall): Promise<Result<Json>> => {
    const answer = await ask(call);
    return answer.ok ? responseOf(answer.value) : answer;
  };
  return {
    async startAuthenticator() {
      const made = await read({ method: 'POST', path: '/me/totp' });
      if (!made.ok) return made;
      const [secret, uri] = [textOf(made.value['secret']), textOf(made.value['uri'])];
      return secret === null || uri === null ? { ok: false, fault: answerOdd() } : ok({ secret, uri });
    },
    async confirmAuthenticator(code) {
      const path = '/me/totp/attempt_verification';
      const confirmed = await read({ method: 'POST', path, form: { code } });
      return confirmed.ok ? ok({ backupCodes: codesOf(confirmed.value['backup_codes']) }) : confirmed;
    },
    async removeAuthenticator() {
      const removed = await ask({ method: 'DELETE', path: '/me/totp' });
      return removed.ok ? ok(undefined) : removed;
    },
    async renewBackupCodes() {
      const made = await read({ method: 'POST', path: '/me/backup_codes/' });
      return made.ok ? ok({ backupCodes: codesOf(made.value['codes']) }) : made;
    },
  };
}
