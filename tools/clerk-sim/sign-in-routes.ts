import { randomBytes } from 'node:crypto';
import { answerCall, refuseCall } from './answer-call.ts';
import { signInJson } from './sign-in-json.ts';
import type { SimSignIn } from './sim-clients.ts';
import type { SimCall, SimContext } from './sim-context.ts';
import { weaknessOf } from './sim-passwords.ts';
import { newSimId, type SimOAuth, type SimPerson } from './sim-people.ts';
import { isTotpCode } from './totp.ts';

/** Clerk closes a code after so many wrong ones. */
const mostAttempts = 5;

const resetStrategy = 'reset_password_email_code';

const wrongCode = { code: 'form_code_incorrect', message: 'Incorrect code', field: 'code' };

/** POST /v1/client/sign_ins */
export async function createSignIn(sim: SimContext, call: SimCall): Promise<void> {
  const { form, client } = call;
  const strategy = form.get('strategy');
  const signIn: SimSignIn = {
    ...{ id: newSimId('sia'), identifier: form.get('identifier'), personId: null, code: null, attempts: 0 },
    codeStrategy: null,
    ...{ status: 'needs_identifier', firstStrategy: null, firstVerified: false, secondVerified: false },
    ...{ oauth: null, sessionId: null },
  };
  if (strategy === 'oauth_google' || strategy === 'oauth_github') {
    const redirectUrl = form.get('redirect_url') ?? '';
    if (!isAllowedRedirect(sim, redirectUrl)) {
      const message = 'The redirect url is not on the list of this instance.';
      return refuseCall(call.exchange, 422, { code: 'form_param_value_invalid', message });
    }
    signIn.oauth = {
      strategy: strategy as SimOAuth,
      redirectUrl,
      nonce: null,
      failure: null,
      transferEmail: null,
    };
  } else if (strategy === 'passkey') {
    const message = 'Passkeys are not enabled for this instance.';
    return refuseCall(call.exchange, 422, { code: 'passkeys_not_enabled', message });
  } else {
    const person = sim.people.byEmail(signIn.identifier ?? '');
    if (person === undefined) {
      const message = "Couldn't find your account.";
      return refuseCall(call.exchange, 422, {
        code: 'form_identifier_not_found',
        message,
        field: 'identifier',
      });
    }
    signIn.personId = person.id;
    signIn.status = 'needs_first_factor';
  }
  client.signIn = signIn;
  const password = form.get('password');
  if (password !== null) return attemptPassword(sim, call, signIn, password);
  return answerCall(sim, call, signInJson(sim, signIn));
}

/** As an instance would list them: this computer's loopback on any port, and the studio's own scheme. */
function isAllowedRedirect({ allowsLoopback }: SimContext, address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname } = new URL(address);
  return protocol === 'reelwright:' || (allowsLoopback && protocol === 'http:' && hostname === '127.0.0.1');
}

/** Routes below /v1/client/sign_ins/:id */
export async function signInRoute(sim: SimContext, call: SimCall, id: string, verb: string): Promise<void> {
  const { exchange, form } = call;
  const signIn = call.client.signIn;
  if (signIn?.id !== id) {
    return refuseCall(exchange, 404, { code: 'resource_not_found', message: 'No sign in was found.' });
  }
  const person = signIn.personId === null ? undefined : sim.people.byId(signIn.personId);
  const strategy = form.get('strategy') ?? '';
  switch (`${call.method} ${verb}`) {
    case 'GET ':
      return answerCall(sim, call, signInJson(sim, signIn));
    case 'POST prepare_first_factor':
      return prepare(sim, call, signIn, ['email_code', resetStrategy]);
    case 'POST prepare_second_factor':
      return prepare(sim, call, signIn, signIn.status === 'needs_client_trust' ? ['email_code'] : []);
    case 'POST attempt_first_factor':
      if (strategy === 'password') return attemptPassword(sim, call, signIn, form.get('password') ?? '');
      if (strategy !== signIn.codeStrategy) return refuseStrategy(call);
      return takeCode(call, signIn) ? passFirst(sim, call, signIn, strategy) : undefined;
    case 'POST reset_password':
      return resetPassword(sim, call, signIn, person);
    case 'POST attempt_second_factor':
      return attemptSecond(sim, call, signIn, person);
    default:
      return refuseCall(exchange, 404, { code: 'resource_not_found', message: 'Not found.' });
  }
}

async function prepare(
  sim: SimContext,
  call: SimCall,
  signIn: SimSignIn,
  strategies: readonly string[],
): Promise<void> {
  const person = sim.people.byId(signIn.personId ?? '');
  const strategy = strategies.find((one) => one === call.form.get('strategy'));
  if (person === undefined || strategy === undefined) return refuseStrategy(call);
  signIn.code = sim.sendCode(person.email);
  signIn.attempts = 0;
  signIn.codeStrategy = strategy;
  return answerCall(sim, call, signInJson(sim, signIn));
}

/** Whether the code is the one that was sent; where it is not, the call is refused. */
function takeCode({ exchange, form }: SimCall, signIn: SimSignIn): boolean {
  signIn.attempts += 1;
  if (signIn.attempts > mostAttempts) {
    const message = 'Too many failed attempts. Start again.';
    refuseCall(exchange, 422, { code: 'verification_failed', message });
    return false;
  }
  if (signIn.code !== null && form.get('code') === signIn.code) return true;
  refuseCall(exchange, 422, wrongCode);
  return false;
}

/** The password that is chosen in place of a forgotten one. Where there is a second factor, it is asked for then. */
async function resetPassword(
  sim: SimContext,
  call: SimCall,
  signIn: SimSignIn,
  person: SimPerson | undefined,
): Promise<void> {
  if (person === undefined || signIn.status !== 'needs_new_password') return refuseStrategy(call);
  const password = call.form.get('password') ?? '';
  const weakness = weaknessOf(password);
  if (weakness !== null) return refuseCall(call.exchange, 422, weakness);
  person.password = password;
  person.mustChangePassword = false;
  if (call.form.get('sign_out_of_other_sessions') === 'true') {
    for (const { id } of sim.clients.sessionsOfPerson(person.id)) sim.clients.endSession(id, 'revoked');
  }
  goOn(sim, call, signIn, person);
  return answerCall(sim, call, signInJson(sim, signIn));
}

function refuseStrategy(call: SimCall): void {
  const message = 'The verification strategy is not valid for this account.';
  refuseCall(call.exchange, 422, { code: 'strategy_for_user_invalid', message, field: 'strategy' });
}

async function attemptPassword(
  sim: SimContext,
  call: SimCall,
  signIn: SimSignIn,
  password: string,
): Promise<void> {
  const person = sim.people.byId(signIn.personId ?? '');
  if (person?.password === null || person === undefined) return refuseStrategy(call);
  if (person.password !== password) {
    const message = 'Password is incorrect. Try again, or use another method.';
    return refuseCall(call.exchange, 422, { code: 'form_password_incorrect', message, field: 'password' });
  }
  return passFirst(sim, call, signIn, 'password');
}

async function passFirst(sim: SimContext, call: SimCall, signIn: SimSignIn, strategy: string): Promise<void> {
  signIn.firstStrategy = strategy;
  signIn.firstVerified = true;
  const person = sim.people.byId(signIn.personId ?? '');
  if (person === undefined) return refuseStrategy(call);
  const forgot = strategy === resetStrategy;
  if (forgot || (strategy === 'password' && person.mustChangePassword)) signIn.status = 'needs_new_password';
  else goOn(sim, call, signIn, person);
  return answerCall(sim, call, signInJson(sim, signIn));
}

/** What comes after the first factor, and after another password. */
function goOn(sim: SimContext, call: SimCall, signIn: SimSignIn, person: SimPerson): void {
  if (person.totpSecret !== null) signIn.status = 'needs_second_factor';
  else if (signIn.firstStrategy === 'password' && person.trustsNoDevice) signIn.status = 'needs_client_trust';
  else complete(sim, call.client, signIn, person, deviceOf(call));
}

async function attemptSecond(
  sim: SimContext,
  call: SimCall,
  signIn: SimSignIn,
  person: SimPerson | undefined,
): Promise<void> {
  if (signIn.status === 'needs_client_trust' && person !== undefined) {
    if (call.form.get('strategy') !== 'email_code') return refuseStrategy(call);
    if (!takeCode(call, signIn)) return;
    complete(sim, call.client, signIn, person, deviceOf(call));
    return answerCall(sim, call, signInJson(sim, signIn));
  }
  if (signIn.status !== 'needs_second_factor' || person?.totpSecret == null) return refuseStrategy(call);
  const code = call.form.get('code') ?? '';
  const right =
    call.form.get('strategy') === 'backup_code'
      ? person.backupCodes.delete(code)
      : isTotpCode(person.totpSecret, code, sim.nowMs());
  if (!right) return refuseCall(call.exchange, 422, wrongCode);
  signIn.secondVerified = true;
  complete(sim, call.client, signIn, person, deviceOf(call));
  return answerCall(sim, call, signInJson(sim, signIn));
}

export const deviceOf = (call: Pick<SimCall, 'exchange'>): string =>
  call.exchange.request.headers['user-agent'] ?? 'unknown';

function complete(
  sim: SimContext,
  client: SimCall['client'],
  signIn: SimSignIn,
  person: SimPerson,
  device: string,
): void {
  signIn.status = 'complete';
  signIn.sessionId = sim.clients.startSession(client, person, device).id;
}

/** The browser came back: the sign-in goes on, the client's token changes, and the nonce fetches the new one. */
export function finishTrip(sim: SimContext, signInId: string, email: string): string | null {
  const client = sim.clients.bySignIn(signInId);
  const signIn = client?.signIn;
  if (client === undefined || signIn == null || signIn.oauth === null) return null;
  signIn.oauth.nonce = randomBytes(24).toString('base64url');
  const person = sim.people.byEmail(email);
  if (person === undefined) {
    signIn.oauth.transferEmail = email;
    return signIn.oauth.nonce;
  }
  signIn.personId = person.id;
  signIn.firstVerified = true;
  if (person.totpSecret === null) complete(sim, client, signIn, person, 'Reelwright');
  else signIn.status = 'needs_second_factor';
  return signIn.oauth.nonce;
}
