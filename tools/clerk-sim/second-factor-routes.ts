import { randomBytes } from 'node:crypto';
import { answerCall, refuseCall } from './answer-call.ts';
import type { SimCall, SimContext } from './sim-context.ts';
import { newSimId, type SimPerson } from './sim-people.ts';
import { isTotpCode, newTotpSecret } from './totp.ts';
import { isFresh, refuseStale } from './verify-routes.ts';

const newCodes = (): string[] => Array.from({ length: 10 }, () => randomBytes(4).toString('hex'));

/** /v1/me/totp, /v1/me/totp/attempt_verification and /v1/me/backup_codes/. Whether it was one of them. */
export async function secondFactorRoute(
  sim: SimContext,
  call: SimCall,
  person: SimPerson,
  rest: string,
): Promise<boolean> {
  const route = `${call.method} ${rest.replace(/\/$/, '')}`;
  const answer = routes[route];
  if (answer === undefined) return false;
  if (!isFresh(sim, call)) refuseStale(call);
  else await answer(sim, call, person);
  return true;
}

type Answer = (sim: SimContext, call: SimCall, person: SimPerson) => Promise<void>;

const routes: Readonly<Record<string, Answer>> = {
  'POST totp': async (sim, call, person) => {
    person.pendingTotp = newTotpSecret();
    return answerCall(sim, call, totpJson(person, person.pendingTotp, false));
  },
  'POST totp/attempt_verification': async (sim, call, person) => {
    const secret = person.pendingTotp;
    if (secret === null || !isTotpCode(secret, call.form.get('code') ?? '', sim.nowMs())) {
      const refusal = { code: 'form_code_incorrect', message: 'Incorrect code', field: 'code' };
      return refuseCall(call.exchange, 422, refusal);
    }
    [person.totpSecret, person.pendingTotp] = [secret, null];
    const codes = newCodes();
    replaceCodes(person, codes);
    return answerCall(sim, call, { ...totpJson(person, null, true), backup_codes: codes });
  },
  'DELETE totp': async (sim, call, person) => {
    person.totpSecret = null;
    // They are a second way past it, and with it they go.
    person.backupCodes.clear();
    return answerCall(sim, call, { object: 'totp', id: '', deleted: true });
  },
  'POST backup_codes': async (sim, call, person) => {
    const codes = newCodes();
    replaceCodes(person, codes);
    return answerCall(sim, call, { object: 'backup_code', id: newSimId('bc'), codes });
  },
};

function replaceCodes({ backupCodes }: SimPerson, codes: readonly string[]): void {
  backupCodes.clear();
  for (const code of codes) backupCodes.add(code);
}

function totpJson(person: SimPerson, secret: string | null, verified: boolean) {
  const label = encodeURIComponent(person.email);
  const shown =
    secret === null
      ? {}
      : { secret, uri: `otpauth://totp/Reelwright:${label}?issuer=Reelwright&period=30&secret=${secret}` };
  return { object: 'totp', id: newSimId('totp'), verified, ...shown };
}
