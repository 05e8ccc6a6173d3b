import { answerJson } from '../fal-sim/sim-exchange.ts';
import { answerCall, refuseCall } from './answer-call.ts';
import { acceptInvitation, answerInvitations } from './invitation-routes.ts';
import { pageOf } from './page-of.ts';
import { changePerson, profileRoute } from './profile-routes.ts';
import { secondFactorRoute } from './second-factor-routes.ts';
import type { SimCall, SimContext } from './sim-context.ts';
import { deviceJson, membershipJson, personJson, sessionJson } from './sim-shapes.ts';
import { isFresh, refuseStale, verifyRoute } from './verify-routes.ts';

const signedOut = { code: 'authentication_invalid', message: 'You are signed out.' };
const noSuch = { code: 'resource_not_found', message: 'Session not found.' };

/** Routes below /v1/client/sessions/:id */
export async function sessionRoute(sim: SimContext, call: SimCall, id: string, verb: string): Promise<void> {
  const { exchange, client } = call;
  const session = sim.clients.session(id);
  const person = sim.people.byId(session?.personId ?? '');
  if (session === undefined || person === undefined || session.clientId !== client.id) {
    return refuseCall(exchange, 404, noSuch);
  }
  if (session.status !== 'active') return refuseCall(exchange, 401, signedOut);
  if (verb === 'tokens' || verb.startsWith('tokens/')) {
    const wanted = call.form.get('organization_id');
    // For which organisation a token is, is asked of each: what the session works for is changed by `touch` alone.
    const organisationId = wanted === null ? session.organisationId : wanted === '' ? null : wanted;
    session.lastActiveAtMs = sim.nowMs();
    const jwt = await sim.tokenOf({ ...session, organisationId });
    return answerJson(exchange, 200, { object: 'token', jwt }, { authorization: client.token });
  }
  if (/^verify(\/|$)/.test(verb))
    return verifyRoute(sim, call, session, person, verb.slice('verify/'.length));
  switch (verb) {
    case 'touch': {
      const wanted = call.form.get('active_organization_id') ?? '';
      const fits = wanted === '' || sim.people.organisation(wanted)?.roles.has(person.id) === true;
      if (!fits) {
        const message = 'You are not a member of this organization.';
        return refuseCall(exchange, 404, { code: 'organization_not_found_or_unauthorized', message });
      }
      session.organisationId = wanted === '' ? null : wanted;
      session.lastActiveAtMs = sim.nowMs();
      client.lastActiveSessionId = id;
      return answerCall(sim, call, sessionJson(session, person, await sim.tokenOf(session)));
    }
    case 'end':
    case 'remove':
      sim.clients.endSession(id, verb === 'end' ? 'ended' : 'removed');
      return answerCall(sim, call, sessionJson(session, person, null));
    default:
      return refuseCall(exchange, 404, noSuch);
  }
}

/** DELETE /v1/client/sessions: everybody who is signed in on this installation. */
export async function endAllSessions(sim: SimContext, call: SimCall): Promise<void> {
  for (const { id } of sim.clients.sessionsOf(call.client)) sim.clients.endSession(id, 'removed');
  call.client.signIn = null;
  call.client.signUp = null;
  return answerCall(sim, call, null);
}

/** Routes below /v1/me: the person whose session it is, on all devices. */
export async function meRoute(sim: SimContext, call: SimCall, rest: string): Promise<void> {
  const { exchange, session } = call;
  const person = sim.people.byId(session?.personId ?? '');
  if (session === null || person === undefined) return refuseCall(exchange, 401, signedOut);
  const revoke = /^sessions\/([^/]+)\/revoke$/.exec(rest)?.[1];
  if (call.method === 'POST' && revoke !== undefined) {
    const other = sim.clients.session(revoke);
    if (other?.personId !== person.id) return refuseCall(exchange, 404, noSuch);
    sim.clients.endSession(revoke, 'revoked');
    return answerCall(sim, call, deviceJson(other));
  }
  const accept = /^organization_invitations\/([^/]+)\/accept$/.exec(rest)?.[1];
  if (call.method === 'POST' && accept !== undefined) return acceptInvitation(sim, call, person, accept);
  if (await profileRoute(sim, call, person, rest)) return;
  if (await secondFactorRoute(sim, call, person, rest)) return;
  switch (`${call.method} ${rest}`) {
    case 'GET organization_invitations':
      return answerInvitations(sim, call, person);
    case 'GET ':
      return answerCall(sim, call, personJson(person));
    case 'PATCH ':
      return changePerson(sim, call, person);
    case 'DELETE ':
      if (!isFresh(sim, call)) return refuseStale(call);
      if (!person.mayDelete) {
        const message = 'Deleting oneself is not enabled for this user.';
        return refuseCall(exchange, 403, { code: 'user_delete_self_not_enabled', message });
      }
      for (const { id } of sim.clients.sessionsOfPerson(person.id)) sim.clients.endSession(id, 'removed');
      sim.people.remove(person.id);
      return answerCall(sim, call, { object: 'user', id: person.id, deleted: true });
    case 'GET sessions/active':
      // The one list of the whole interface that has no envelope.
      return answerJson(exchange, 200, sim.clients.sessionsOfPerson(person.id).map(deviceJson));
    case 'GET organization_memberships':
      return answerMemberships(sim, call, person.id);
    default:
      return refuseCall(exchange, 404, { code: 'resource_not_found', message: 'Not found.' });
  }
}

async function answerMemberships(sim: SimContext, call: SimCall, personId: string): Promise<void> {
  const person = sim.people.byId(personId);
  if (person === undefined) return refuseCall(call.exchange, 401, signedOut);
  const all = sim.people.organisationsOf(personId).map((found) => membershipJson(found, person));
  return answerCall(sim, call, pageOf(all, call));
}
