import { answerCall, refuseCall } from './answer-call.ts';
import { deviceOf } from './sign-in-routes.ts';
import { signUpJson } from './sign-up-json.ts';
import type { SimSignUp } from './sim-clients.ts';
import type { SimCall, SimContext } from './sim-context.ts';
import { weaknessOf } from './sim-passwords.ts';
import { newSimId } from './sim-people.ts';

/** POST /v1/client/sign_ups */
export async function createSignUp(sim: SimContext, call: SimCall): Promise<void> {
  const { form, exchange } = call;
  if (form.get('transfer') === 'true') return transferSignUp(sim, call);
  const email = form.get('email_address') ?? '';
  if (!/^\S+@\S+\.\S+$/.test(email)) {
    const message = 'Email address must be a valid email address.';
    return refuseCall(exchange, 422, { code: 'form_param_format_invalid', message, field: 'email_address' });
  }
  if (sim.people.byEmail(email) !== undefined) {
    const message = 'That email address is taken. Please try another.';
    return refuseCall(exchange, 422, { code: 'form_identifier_exists', message, field: 'email_address' });
  }
  const password = form.get('password');
  const weakness = password === null ? null : weaknessOf(password);
  if (weakness !== null) return refuseCall(exchange, 422, weakness);
  const signUp: SimSignUp = {
    ...{ id: newSimId('sua'), email, password, code: null, status: 'missing_requirements' },
    ...{ firstName: form.get('first_name') ?? '', lastName: form.get('last_name') ?? '' },
    ...{ sessionId: null, personId: null },
  };
  call.client.signUp = signUp;
  return answerCall(sim, call, signUpJson(signUp));
}

/** An account for whoever agreed elsewhere and had none: their address is proved there. */
async function transferSignUp(sim: SimContext, call: SimCall): Promise<void> {
  const email = call.client.signIn?.oauth?.transferEmail ?? null;
  if (email === null) {
    const message = 'There is nothing to transfer.';
    return refuseCall(call.exchange, 422, { code: 'form_param_value_invalid', message, field: 'transfer' });
  }
  const person = sim.people.add({ email });
  const signUp: SimSignUp = {
    ...{ id: newSimId('sua'), email, password: null, code: null, status: 'complete' },
    ...{ firstName: '', lastName: '', personId: person.id },
    sessionId: sim.clients.startSession(call.client, person, deviceOf(call)).id,
  };
  call.client.signUp = signUp;
  return answerCall(sim, call, signUpJson(signUp));
}

/** Routes below /v1/client/sign_ups/:id */
export async function signUpRoute(sim: SimContext, call: SimCall, id: string, verb: string): Promise<void> {
  const { exchange, form, client } = call;
  const signUp = client.signUp;
  if (signUp?.id !== id) {
    return refuseCall(exchange, 404, { code: 'resource_not_found', message: 'No sign up was found.' });
  }
  switch (`${call.method} ${verb}`) {
    case 'GET ':
      return answerCall(sim, call, signUpJson(signUp));
    case 'POST prepare_verification':
      signUp.code = sim.sendCode(signUp.email);
      return answerCall(sim, call, signUpJson(signUp));
    case 'POST attempt_verification': {
      if (signUp.code === null || form.get('code') !== signUp.code) {
        return refuseCall(exchange, 422, {
          ...{ code: 'form_code_incorrect', message: 'Incorrect code', field: 'code' },
        });
      }
      const { email, password, firstName, lastName } = signUp;
      const person = sim.people.add({ email, password, firstName, lastName });
      signUp.status = 'complete';
      signUp.personId = person.id;
      signUp.sessionId = sim.clients.startSession(client, person, deviceOf(call)).id;
      return answerCall(sim, call, signUpJson(signUp));
    }
    default:
      return refuseCall(exchange, 404, { code: 'resource_not_found', message: 'Not found.' });
  }
}
