import type { Identity, SignInStep } from '../../core/ports/identity.ts';
import type { SecondFactor } from '../../core/ports/identity-factors.ts';
import { ok, type Result } from '../../domain/kernel/result.ts';
import { isRecord, textOf } from '../../net/read-answer.ts';
import { answerOdd, browserRefused, notStarted, sessionEnded } from './clerk-faults.ts';
import { type FrontendApi, type FrontendCall, type Json, responseOf } from './frontend-api.ts';
import { codeAddressOf, firstFactorsOf, secondFactorsOf } from './read-client.ts';
import { strategies, webPageOf } from './web-pages.ts';

export type SignIn = Pick<
  Identity,
  | 'startSignIn'
  | 'sendCode'
  | 'attemptCode'
  | 'attemptPassword'
  | 'startReset'
  | 'setNewPassword'
  | 'attemptSecondFactor'
  | 'startSignUp'
  | 'startInBrowser'
  | 'finishInBrowser'
>;

/** What was begun and not finished: Clerk keeps it by this id. */
interface Begun {
  readonly kind: 'sign_ins' | 'sign_ups';
  readonly id: string;
  readonly identifier: string;
  /** What a code is for, and where it goes by Clerk's name of the address; null where none can be sent. */
  readonly codeFor: CodeFor;
  readonly addressIds: Readonly<Record<Exclude<CodeFor, 'new-account'>, string | null>>;
}

type CodeFor = 'first-factor' | 'reset' | 'second-factor' | 'new-account';

const prefixes = { 'first-factor': 'first', reset: 'first', 'second-factor': 'second' } as const;
const noAddress = { 'first-factor': null, reset: null, 'second-factor': null } as const;
const resetStrategy = 'reset_password_email_code';
const strategyOf = (codeFor: CodeFor): string => (codeFor === 'reset' ? resetStrategy : 'email_code');

/** Clerk's sign-ins and sign-ups, step by step (docs: "Build your own UI", "Custom flows"). */
export function createSignIn(api: FrontendApi, onDone: () => void): SignIn {
  let begun: Begun | null = null;

  const ask = async (call: FrontendCall): Promise<Result<Json>> => {
    const answer = await api.call(call);
    if (answer.ok) return responseOf(answer.value);
    // Nobody is signed in yet: a token that Clerk does not know any more is forgotten, and the next try begins anew.
    if (answer.fault.code === sessionEnded().code) {
      await api.forget();
      begun = null;
      return { ok: false, fault: notStarted() };
    }
    return answer;
  };

  const stepOf = (kind: Begun['kind'], response: Json, codeSent: boolean): Result<SignInStep> => {
    const id = textOf(response['id']);
    const identifier = textOf(response['identifier']) ?? textOf(response['email_address']) ?? '';
    if (id === null) return { ok: false, fault: answerOdd() };
    const first = response['supported_first_factors'];
    const addressIds = {
      'first-factor': codeAddressOf(first, 'email_code'),
      reset: codeAddressOf(first, resetStrategy),
      'second-factor': codeAddressOf(response['supported_second_factors'], 'email_code'),
    };
    begun = { kind, id, identifier, codeFor: 'first-factor', addressIds };
    switch (textOf(response['status'])) {
      case 'complete':
        begun = null;
        onDone();
        return ok({ kind: 'done' });
      case 'needs_first_factor': {
        // Clerk names what was prepared last: a code that was sent for a new password is not one to sign in with.
        const isReset = codeSent && verificationOf(response)['strategy'] === resetStrategy;
        if (isReset) {
          begun = { ...begun, codeFor: 'reset' };
          return ok({ kind: 'reset-code', identifier });
        }
        const mayReset = addressIds.reset !== null;
        return ok({
          kind: 'first-factor',
          identifier,
          factors: firstFactorsOf(response),
          codeSent,
          mayReset,
        });
      }
      case 'needs_new_password':
        return ok({ kind: 'new-password', identifier });
      case 'needs_second_factor':
      // A password alone is not enough on a device that Clerk has not seen: it sends a code besides.
      case 'needs_client_trust':
        begun = { ...begun, codeFor: 'second-factor' };
        return ok({ kind: 'second-factor', factors: secondFactorsOf(response), codeSent });
      case 'missing_requirements':
        begun = { ...begun, codeFor: 'new-account' };
        return ok({ kind: 'verify-email', identifier });
      default:
        return { ok: false, fault: answerOdd() };
    }
  };

  const step = async (verb: string, form: Readonly<Record<string, string>>): Promise<Result<SignInStep>> => {
    if (begun === null) return { ok: false, fault: notStarted() };
    const { kind, id } = begun;
    const answer = await ask({ method: 'POST', path: `/client/${kind}/${id}/${verb}`, form });
    return answer.ok ? stepOf(kind, answer.value, verb.startsWith('prepare')) : answer;
  };

  const sendCode = async (): Promise<Result<SignInStep>> => {
    if (begun?.codeFor === 'new-account') return step('prepare_verification', { strategy: 'email_code' });
    const email_address_id = begun?.addressIds[begun.codeFor] ?? null;
    if (begun === null || email_address_id === null) {
      return { ok: false, fault: notStarted() };
    }
    const { codeFor } = begun;
    return step(`prepare_${prefixes[codeFor]}_factor`, { strategy: strategyOf(codeFor), email_address_id });
  };

  return {
    async startSignIn(identifier) {
      begun = null;
      const answer = await ask({ method: 'POST', path: '/client/sign_ins', form: { identifier } });
      return answer.ok ? stepOf('sign_ins', answer.value, false) : answer;
    },
    sendCode,
    attemptCode(code) {
      const codeFor = begun?.codeFor ?? 'first-factor';
      const verb = codeFor === 'new-account' ? 'attempt_verification' : 'attempt_first_factor';
      return step(verb, { strategy: strategyOf(codeFor), code });
    },
    attemptPassword: (password) => step('attempt_first_factor', { strategy: 'password', password }),
    async startReset() {
      if (begun !== null) begun = { ...begun, codeFor: 'reset' };
      return sendCode();
    },
    setNewPassword: (password, endOtherSessions) =>
      step('reset_password', { password, sign_out_of_other_sessions: String(endOtherSessions) }),
    attemptSecondFactor: (factor, code) =>
      step('attempt_second_factor', { strategy: secondStrategies[factor], code }),
    async startSignUp({ email, password, firstName, lastName }) {
      begun = null;
      const form = {
        email_address: email,
        ...(password === null ? {} : { password }),
        ...(firstName === '' ? {} : { first_name: firstName }),
        ...(lastName === '' ? {} : { last_name: lastName }),
      };
      const answer = await ask({ method: 'POST', path: '/client/sign_ups', form });
      if (!answer.ok) return answer;
      const started = stepOf('sign_ups', answer.value, false);
      if (!started.ok || started.value.kind !== 'verify-email') return started;
      return step('prepare_verification', { strategy: 'email_code' });
    },
    async startInBrowser(provider, returnUrl) {
      begun = null;
      const answer = await ask({
        method: 'POST',
        path: '/client/sign_ins',
        form: {
          strategy: strategies[provider],
          redirect_url: returnUrl.href,
          action_complete_redirect_url: returnUrl.href,
        },
      });
      if (!answer.ok) return answer;
      const page = webPageOf(verificationOf(answer.value));
      const id = textOf(answer.value['id']);
      if (id === null || page === null) return { ok: false, fault: answerOdd() };
      begun = { kind: 'sign_ins', id, identifier: '', codeFor: 'first-factor', addressIds: noAddress };
      return ok({ page });
    },
    async finishInBrowser(arrivedAt) {
      if (begun === null) return { ok: false, fault: notStarted() };
      const { id } = begun;
      const nonce = arrivedAt.searchParams.get('rotating_token_nonce');
      if (nonce === null || nonce === '') {
        begun = null;
        return { ok: false, fault: browserRefused() };
      }
      const search = { rotating_token_nonce: nonce };
      const answer = await ask({ method: 'GET', path: `/client/sign_ins/${id}`, search });
      if (!answer.ok) return answer;
      if (verificationOf(answer.value)['status'] !== 'transferable') {
        return stepOf('sign_ins', answer.value, false);
      }
      // They agreed there and have no account here: it is made of what was proved there.
      const made = await ask({ method: 'POST', path: '/client/sign_ups', form: { transfer: 'true' } });
      return made.ok ? stepOf('sign_ups', made.value, false) : made;
    },
  };
}

const secondStrategies: Readonly<Record<SecondFactor, string>> = {
  authenticator: 'totp',
  'backup-code': 'backup_code',
  'email-code': 'email_code',
};

function verificationOf(signIn: Json): Json {
  const verification = signIn['first_factor_verification'];
  return isRecord(verification) ? verification : {};
}
