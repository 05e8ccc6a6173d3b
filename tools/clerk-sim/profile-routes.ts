import { answerCall, refuseCall } from './answer-call.ts';
import type { SimCall, SimContext } from './sim-context.ts';
import { weaknessOf } from './sim-passwords.ts';
import { newSimId, type SimConnected, type SimPerson } from './sim-people.ts';
import { addressJson, connectedJson, personJson } from './sim-shapes.ts';
import { isFresh, refuseStale } from './verify-routes.ts';

const wrongCode = { code: 'form_code_incorrect', message: 'Incorrect code', field: 'code' };
const noSuch = { code: 'resource_not_found', message: 'Not found.' };

/** Routes below /v1/me that change what the person is known by. Whether it was one of them. */
export async function profileRoute(
  sim: SimContext,
  call: SimCall,
  person: SimPerson,
  rest: string,
): Promise<boolean> {
  const [kind, id = '', verb = ''] = rest.split('/');
  switch (kind) {
    case 'email_addresses':
      await addressRoute(sim, call, person, id, verb);
      return true;
    case 'external_accounts':
      await connectedRoute(sim, call, person, id);
      return true;
    case 'profile_image':
      await pictureRoute(sim, call, person);
      return true;
    case 'change_password':
      await changePassword(sim, call, person);
      return true;
    default:
      return false;
  }
}

async function addressRoute(
  sim: SimContext,
  call: SimCall,
  person: SimPerson,
  id: string,
  verb: string,
): Promise<void> {
  const { exchange, form, method } = call;
  if (method === 'POST' && id === '') return addAddress(sim, call, person);
  const address = person.addresses.find((one) => one.id === id);
  if (address === undefined) return refuseCall(exchange, 404, noSuch);
  switch (`${method} ${verb}`) {
    case 'POST prepare_verification':
      address.code = sim.sendCode(address.email);
      return answerCall(sim, call, addressJson(address));
    case 'POST attempt_verification':
      if (address.code === null || form.get('code') !== address.code) {
        return refuseCall(exchange, 422, wrongCode);
      }
      [address.isVerified, address.code] = [true, null];
      return answerCall(sim, call, addressJson(address));
    case 'DELETE ': {
      if (!isFresh(sim, call)) return refuseStale(call);
      if (person.emailId === id) {
        const message = 'You cannot delete your primary identification.';
        return refuseCall(exchange, 403, { code: 'primary_identification_deletion', message });
      }
      person.addresses.splice(person.addresses.indexOf(address), 1);
      return answerCall(sim, call, { object: 'email_address', id, deleted: true });
    }
    default:
      return refuseCall(exchange, 404, noSuch);
  }
}

async function addAddress(sim: SimContext, call: SimCall, person: SimPerson): Promise<void> {
  const { exchange, form } = call;
  if (!isFresh(sim, call)) return refuseStale(call);
  const email = form.get('email_address') ?? '';
  if (!/^\S+@\S+\.\S+$/.test(email)) {
    const message = 'Email address must be a valid email address.';
    return refuseCall(exchange, 422, { code: 'form_param_format_invalid', message, field: 'email_address' });
  }
  if (sim.people.byEmail(email) !== undefined) {
    const message = 'That email address is taken. Please try another.';
    return refuseCall(exchange, 422, { code: 'form_identifier_exists', message, field: 'email_address' });
  }
  const added = { id: newSimId('idn'), email, isVerified: false, code: null };
  person.addresses.push(added);
  return answerCall(sim, call, addressJson(added));
}

/** PATCH /v1/me: the name, or which of the proved addresses is the first. */
export async function changePerson(sim: SimContext, call: SimCall, person: SimPerson): Promise<void> {
  const { form, exchange } = call;
  const primary = form.get('primary_email_address_id');
  if (primary !== null) {
    if (!isFresh(sim, call)) return refuseStale(call);
    const address = person.addresses.find(({ id }) => id === primary);
    if (address?.isVerified !== true) {
      const message = 'Only a verified address can be the primary one.';
      return refuseCall(exchange, 422, { code: 'form_param_value_invalid', message });
    }
    person.emailId = primary;
  }
  person.firstName = form.get('first_name') ?? person.firstName;
  person.lastName = form.get('last_name') ?? person.lastName;
  return answerCall(sim, call, personJson(person));
}

async function connectedRoute(sim: SimContext, call: SimCall, person: SimPerson, id: string): Promise<void> {
  const { exchange, form, method } = call;
  if (!isFresh(sim, call)) return refuseStale(call);
  if (method === 'POST' && id === '') {
    const strategy = form.get('strategy');
    const redirectUrl = form.get('redirect_url') ?? '';
    if (strategy !== 'oauth_google' && strategy !== 'oauth_github') return refuseCall(exchange, 422, noSuch);
    const begun: SimConnected = {
      ...{ id: newSimId('eac'), strategy, redirectUrl, clientId: call.client.id },
      ...{ email: '', isVerified: false },
    };
    person.connected.push(begun);
    return answerCall(sim, call, connectedJson(sim.origin(), begun));
  }
  const connected = person.connected.find((one) => one.id === id);
  if (method !== 'DELETE' || connected === undefined) return refuseCall(exchange, 404, noSuch);
  person.connected.splice(person.connected.indexOf(connected), 1);
  return answerCall(sim, call, { object: 'external_account', id, deleted: true });
}

async function pictureRoute(sim: SimContext, call: SimCall, person: SimPerson): Promise<void> {
  const { exchange, method, file } = call;
  if (method === 'DELETE') {
    person.picture = null;
    return answerCall(sim, call, { object: 'image', id: '', deleted: true });
  }
  if (file === null || !/^image\/(jpeg|png|gif|webp)$/.test(file.type)) {
    const message = 'The image has to be a JPEG, PNG, GIF or WebP.';
    return refuseCall(exchange, 422, { code: 'form_param_format_invalid', message, field: 'file' });
  }
  const url = `${sim.origin()}/sim/pictures/${person.id}`;
  person.picture = { url, type: file.type, bytes: new Uint8Array(await file.arrayBuffer()) };
  return answerCall(sim, call, { object: 'image', id: newSimId('img'), name: file.name, public_url: url });
}

async function changePassword(sim: SimContext, call: SimCall, person: SimPerson): Promise<void> {
  const { exchange, form, session } = call;
  if (!isFresh(sim, call)) return refuseStale(call);
  if (person.password !== null && form.get('current_password') !== person.password) {
    const message = 'Password is incorrect. Try again, or use another method.';
    const code = 'form_password_validation_failed';
    return refuseCall(exchange, 422, { code, message, field: 'current_password' });
  }
  const password = form.get('new_password') ?? '';
  const weakness = weaknessOf(password);
  if (weakness !== null) return refuseCall(exchange, 422, weakness);
  person.password = password;
  if (form.get('sign_out_of_other_sessions') === 'true') {
    const others = sim.clients.sessionsOfPerson(person.id).filter(({ id }) => id !== session?.id);
    for (const { id } of others) sim.clients.endSession(id, 'revoked');
  }
  return answerCall(sim, call, personJson(person));
}
