import type { IdentityProfile, ProofFactor, ProofStep } from '../../core/ports/identity-profile.ts';
import { ok, type Result } from '../../domain/kernel/result.ts';
import { textOf } from '../../net/read-answer.ts';
import { answerOdd, notStarted } from './clerk-faults.ts';
import { type FrontendCall, type Json, responseOf } from './frontend-api.ts';
import { codeAddressOf, firstFactorsOf, secondFactorsOf } from './read-client.ts';

export type Proof = Pick<IdentityProfile, 'startProof' | 'sendProofCode' | 'attemptProof'>;

interface Begun {
  readonly which: 'first' | 'second';
  readonly codeAddressId: string | null;
}

const strategies: Readonly<Record<ProofFactor, string>> = {
  'email-code': 'email_code',
  password: 'password',
  authenticator: 'totp',
  'backup-code': 'backup_code',
};

/**
 * Clerk's reverification: what protects an account is only changed within minutes of a proof. `ask` takes a path below the
 * session; `onDone` hears that tokens of before do not yet know of the proof.
 */
export function createProof(
  ask: (verb: string, form: NonNullable<FrontendCall['form']>) => Promise<Result<unknown>>,
  onDone: () => void,
): Proof {
  let begun: Begun | null = null;

  const stepOf = (verification: Json, codeSent: boolean): Result<ProofStep> => {
    const first = verification['supported_first_factors'];
    const second = verification['supported_second_factors'];
    switch (textOf(verification['status'])) {
      case 'complete':
        begun = null;
        onDone();
        return ok({ kind: 'done' });
      case 'needs_first_factor':
        begun = { which: 'first', codeAddressId: codeAddressOf(first, 'email_code') };
        return ok({ kind: 'factor', factors: firstFactorsOf(verification), codeSent });
      case 'needs_second_factor':
        begun = { which: 'second', codeAddressId: codeAddressOf(second, 'email_code') };
        return ok({ kind: 'factor', factors: secondFactorsOf(verification), codeSent });
      default:
        return { ok: false, fault: answerOdd() };
    }
  };

  const step = async (verb: string, form: NonNullable<FrontendCall['form']>): Promise<Result<ProofStep>> => {
    const answer = await ask(verb, form);
    const verification = answer.ok ? responseOf(answer.value) : answer;
    return verification.ok ? stepOf(verification.value, verb.includes('prepare')) : verification;
  };

  return {
    // The strongest that the person has: where there is no second factor, Clerk takes the first.
    startProof: () => step('/verify', { level: 'second_factor' }),
    async sendProofCode() {
      const email_address_id = begun?.codeAddressId ?? null;
      if (begun === null || email_address_id === null) return { ok: false, fault: notStarted() };
      return step(`/verify/prepare_${begun.which}_factor`, { strategy: 'email_code', email_address_id });
    },
    async attemptProof(factor, secret) {
      if (begun === null) return { ok: false, fault: notStarted() };
      const given = factor === 'password' ? { password: secret } : { code: secret };
      return step(`/verify/attempt_${begun.which}_factor`, { strategy: strategies[factor], ...given });
    },
  };
}
