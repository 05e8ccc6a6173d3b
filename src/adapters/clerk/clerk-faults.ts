import { type Fault, fail } from '../../domain/kernel/result.ts';
import { inOneLine, isRecord, textOf } from '../../net/read-answer.ts';

const faultOf = (...given: Parameters<typeof fail>): Fault => fail(...given).fault;

export const unreachable = (): Fault =>
  faultOf(
    'account.unreachable',
    'The account service did not answer. Nothing was changed; try again when the line is back.',
  );

export const answerOdd = (): Fault =>
  faultOf(
    'account.answer-odd',
    'The account service answered with something that this version does not understand. Nothing was changed; look for an update.',
  );

export const busy = (retryAfterMs: number | null): Fault =>
  faultOf(
    'account.busy',
    'The account service asks to wait a moment, because there were many attempts. Nothing was changed; try again in a minute.',
    { retryAfterMs },
  );

export const sessionEnded = (): Fault =>
  faultOf(
    'account.session-ended',
    'This device was signed out elsewhere. Everything on it is kept; sign in again to go on syncing.',
  );

export const notStarted = (): Fault =>
  faultOf('account.not-started', 'No sign-in is on its way. Nothing was changed; begin again.');

export const browserRefused = (): Fault =>
  faultOf('account.browser-refused', 'The sign-in was called off in the browser. Nothing was changed.');

/** The studio loads nobody's code, so that it has no picture to click: docs/deploy.md tells who runs an instance. */
const captchaWanted = (): Fault =>
  faultOf(
    'account.captcha',
    'The account service wants to see that a person is there, which it can only in a browser. Nothing was changed; continue with Google or GitHub, or sign up on the web.',
  );

export const reverify = (): Fault =>
  faultOf(
    'account.reverify',
    'This needs a proof that it is still you. Nothing was changed; prove it and try again.',
  );

/** Sentences for the codes of Clerk's Frontend API that a person can do something about. */
const known: Readonly<Record<string, () => Fault>> = {
  form_identifier_not_found: () =>
    faultOf('account.unknown', 'There is no account with this address. Check it, or create an account.'),
  form_identifier_exists: () =>
    faultOf('account.exists', 'There is an account with this address already. Sign in with it instead.'),
  form_code_incorrect: () =>
    faultOf('account.code-wrong', 'This is not the code. Look at it once more, or ask for a new one.'),
  verification_expired: () => faultOf('account.code-expired', 'The code has expired. Ask for a new one.'),
  verification_failed: () =>
    faultOf('account.code-used-up', 'There were too many wrong codes. Ask for a new one.'),
  form_password_incorrect: () =>
    faultOf('account.password-wrong', 'The password is not right. Try again, or have a code sent instead.'),
  form_password_validation_failed: () =>
    faultOf('account.password-wrong', 'The password is not right. Try again.'),
  form_password_length_too_short: () =>
    faultOf('account.password-weak', 'The password is too short. Take at least eight characters.'),
  form_password_not_strong_enough: () =>
    faultOf(
      'account.password-weak',
      'The password is too easy to guess. Make it longer, or take other words.',
    ),
  form_password_pwned: () =>
    faultOf('account.password-weak', 'This password is in lists of stolen ones. Take another.'),
  form_param_format_invalid: () =>
    faultOf('account.address-odd', 'This is no e-mail address. Correct it and try again.'),
  strategy_for_user_invalid: () =>
    faultOf('account.way-closed', 'This account cannot sign in in this way. Choose another.'),
  passkeys_not_enabled: () =>
    faultOf('account.way-closed', 'This account cannot sign in in this way. Choose another.'),
  user_locked: () =>
    faultOf('account.locked', 'The account is locked for a while after too many attempts. Try again later.'),
  organization_minimum_admins: () =>
    faultOf('account.last-owner', 'An organisation needs an owner. Make somebody else one first.'),
  missing_permission: () =>
    faultOf('account.not-allowed', 'Only an owner of the organisation may do this. Nothing was changed.'),
  organization_not_found_or_unauthorized: () =>
    faultOf(
      'account.no-organisation',
      'You are no member of this organisation any more. Nothing was changed.',
    ),
  oauth_access_denied: browserRefused,
  too_many_requests: () => busy(null),
  captcha_missing_token: captchaWanted,
  captcha_invalid: captchaWanted,
  captcha_not_enabled: captchaWanted,
  session_reverification_required: reverify,
  session_step_up_verification_required: reverify,
};

/** What an answer that is no success means to a person. */
export function faultOfAnswer(status: number, body: unknown, retryAfterMs: number | null): Fault {
  if (status === 429) return busy(retryAfterMs);
  if (status >= 500 || !isRecord(body)) return unreachable();
  const [first] = Array.isArray(body['errors']) ? body['errors'] : [];
  const code = isRecord(first) ? textOf(first['code']) : null;
  const make = code === null ? undefined : known[code];
  if (make !== undefined) return make();
  if (status === 401) return sessionEnded();
  const words = isRecord(first) ? (textOf(first['long_message']) ?? textOf(first['message'])) : null;
  return faultOf(
    'account.refused',
    `The account service refused it: ${inOneLine(words ?? `status ${status}`)}. Nothing was changed.`,
    { clerkCode: code },
  );
}
