import { answerCall, refuseCall } from './answer-call.ts';
import { firstFactors, secondFactors } from './sign-in-json.ts';
import type { SimSession } from './sim-clients.ts';
import type { SimCall, SimContext } from './sim-context.ts';
import type { SimPerson } from './sim-people.ts';
import { sessionJson } from './sim-shapes.ts';
import { isTotpCode } from './totp.ts';

/** Clerk takes a proof for so long. */
const freshForMs = 10 * 60_000;

/** Whether the session has lately proved who it is. */
export const isFresh = (sim: SimContext, { session }: SimCall): boolean =>
  session !== null && sim.nowMs() - session.verifiedAtMs <= freshForMs;

export function refuseStale({ exchange }: SimCall): void {
  const message = 'You need to provide additional verification to perform this operation.';
  refuseCall(exchange, 403, { code: 'session_reverification_required', message });
}

const wrongCode = { code: 'form_code_incorrect', message: 'Incorrect code', field: 'code' };

/** POST /v1/client/sessions/:id/verify and what is below it. */
export async function verifyRoute(
  sim: SimContext,
  call: SimCall,
  session: SimSession,
  person: SimPerson,
  verb: string,
): Promise<void> {
  const { exchange, form } = call;
  const strategy = form.get('strategy');
  const refuse = (): void =>
    refuseCall(exchange, 422, {
      code: 'strategy_for_user_invalid',
      message: 'The verification strategy is not valid for this account.',
    });
  switch (verb) {
    case '':
      session.proof = { code: null, needs: person.totpSecret === null ? 'first' : 'second' };
      break;
    case 'prepare_first_factor':
      if (session.proof?.needs !== 'first' || strategy !== 'email_code') return refuse();
      session.proof.code = sim.sendCode(person.email);
      break;
    case 'attempt_first_factor': {
      if (session.proof?.needs !== 'first') return refuse();
      if (strategy === 'password' && form.get('password') !== person.password) {
        const message = 'Password is incorrect. Try again, or use another method.';
        return refuseCall(exchange, 422, { code: 'form_password_incorrect', message, field: 'password' });
      }
      const isRight = strategy === 'password' || form.get('code') === (session.proof.code ?? undefined);
      if (!isRight) return refuseCall(exchange, 422, wrongCode);
      return complete(sim, call, session, person);
    }
    case 'attempt_second_factor': {
      if (session.proof?.needs !== 'second' || person.totpSecret === null) return refuse();
      const code = form.get('code') ?? '';
      const isRight =
        strategy === 'backup_code'
          ? person.backupCodes.delete(code)
          : isTotpCode(person.totpSecret, code, sim.nowMs());
      if (!isRight) return refuseCall(exchange, 422, wrongCode);
      return complete(sim, call, session, person);
    }
    default:
      return refuse();
  }
  const status = session.proof.needs === 'first' ? 'needs_first_factor' : 'needs_second_factor';
  return answerCall(sim, call, verificationJson(session, person, status));
}

async function complete(sim: SimContext, call: SimCall, session: SimSession, person: SimPerson) {
  session.proof = null;
  session.verifiedAtMs = sim.nowMs();
  return answerCall(sim, call, verificationJson(session, person, 'complete'));
}

function verificationJson(session: SimSession, person: SimPerson, status: string) {
  return {
    object: 'session_verification',
    ...{ status, level: 'second_factor', session: sessionJson(session, person, null) },
    // A code for a forgotten password proves nothing here.
    supported_first_factors: firstFactors(person).filter(
      ({ strategy }) => strategy !== 'reset_password_email_code',
    ),
    supported_second_factors: secondFactors(person),
    ...{ first_factor_verification: null, second_factor_verification: null },
  };
}
