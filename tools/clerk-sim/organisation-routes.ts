import { answerCall, refuseCall } from './answer-call.ts';
import { pageOf } from './page-of.ts';
import type { SimCall, SimContext } from './sim-context.ts';
import { newSimId, type SimOrganisation, type SimRole } from './sim-people.ts';
import { membershipJson, organisationJson } from './sim-shapes.ts';

const roles: readonly SimRole[] = ['org:admin', 'org:member', 'org:viewer'];
const roleOf = (asked: string | null): SimRole | undefined => roles.find((role) => role === asked);

/** POST /v1/organizations and the routes below /v1/organizations/:id */
export async function organisationRoute(sim: SimContext, call: SimCall, rest: string): Promise<void> {
  const { exchange, session, form, method } = call;
  const personId = session?.personId;
  if (personId === undefined) {
    return refuseCall(exchange, 401, { code: 'authentication_invalid', message: 'You are signed out.' });
  }
  if (method === 'POST' && rest === '') {
    const name = (form.get('name') ?? '').trim();
    if (name === '') {
      const message = 'Enter a name.';
      return refuseCall(exchange, 422, { code: 'form_param_missing', message, field: 'name' });
    }
    const made = sim.people.addOrganisation({ name, roles: { [personId]: 'org:admin' } });
    return answerCall(sim, call, organisationJson(made));
  }
  const [id = '', part = '', memberId = '', verb = ''] = rest.split('/');
  const organisation = sim.people.organisation(id);
  const own = organisation?.roles.get(personId);
  if (organisation === undefined || own === undefined) {
    const message = 'The organization was not found, or you are no member of it.';
    return refuseCall(exchange, 404, { code: 'organization_not_found_or_unauthorized', message });
  }
  if (method === 'GET' && part === '') return answerCall(sim, call, organisationJson(organisation));
  if (method === 'GET' && part === 'memberships') {
    return answerCall(sim, call, pageOf(membersOf(sim, organisation), call));
  }
  const leaves = method === 'DELETE' && part === 'memberships' && memberId === personId;
  if (own !== 'org:admin' && !leaves) {
    const message = 'You do not have the permission to do this.';
    return refuseCall(exchange, 403, { code: 'missing_permission', message });
  }
  if (verb === 'revoke' && part === 'invitations') return revokeInvitation(sim, call, organisation, memberId);
  return administer(sim, call, organisation, part, memberId);
}

function membersOf(sim: SimContext, organisation: SimOrganisation): unknown[] {
  return [...organisation.roles.keys()].flatMap((id) => {
    const person = sim.people.byId(id);
    return person === undefined ? [] : [membershipJson(organisation, person)];
  });
}

/** POST /v1/organizations/:id/invitations/:id/revoke */
async function revokeInvitation(
  sim: SimContext,
  call: SimCall,
  { invitations }: SimOrganisation,
  id: string,
): Promise<void> {
  const invitation = invitations.find((one) => one.id === id);
  if (invitation === undefined) {
    return refuseCall(call.exchange, 404, { code: 'resource_not_found', message: 'Not found.' });
  }
  invitations.splice(invitations.indexOf(invitation), 1);
  return answerCall(sim, call, { ...invitationJson(invitation), status: 'revoked' });
}

/** What only an administrator may do. The last one of them can neither leave nor become anything less. */
async function administer(
  sim: SimContext,
  call: SimCall,
  organisation: SimOrganisation,
  part: string,
  memberId: string,
): Promise<void> {
  const { exchange, form } = call;
  const role = roleOf(form.get('role'));
  const invalidRole = { code: 'form_param_value_invalid', message: 'No such role.', field: 'role' };
  const isLastAdmin =
    organisation.roles.get(memberId) === 'org:admin' &&
    [...organisation.roles.values()].filter((has) => has === 'org:admin').length === 1;
  const lastAdmin = { code: 'organization_minimum_admins', message: 'There must be at least one admin.' };
  const person = sim.people.byId(memberId);
  switch (`${call.method} ${part}`) {
    case 'GET invitations':
      return answerCall(sim, call, pageOf(organisation.invitations.map(invitationJson), call));
    case 'POST invitations': {
      if (role === undefined) return refuseCall(exchange, 422, invalidRole);
      const email = form.get('email_address') ?? '';
      const invitation = { id: newSimId('orginv'), email, role };
      organisation.invitations.push(invitation);
      return answerCall(sim, call, invitationJson(invitation));
    }
    case 'PATCH memberships':
      if (role === undefined) return refuseCall(exchange, 422, invalidRole);
      if (isLastAdmin && role !== 'org:admin') return refuseCall(exchange, 422, lastAdmin);
      if (person === undefined) break;
      organisation.roles.set(memberId, role);
      return answerCall(sim, call, membershipJson(organisation, person));
    case 'DELETE memberships': {
      if (person === undefined) break;
      if (isLastAdmin) return refuseCall(exchange, 422, lastAdmin);
      const gone = membershipJson(organisation, person);
      organisation.roles.delete(memberId);
      return answerCall(sim, call, gone);
    }
  }
  return refuseCall(exchange, 404, { code: 'resource_not_found', message: 'Not found.' });
}

function invitationJson({ id, email, role }: { id: string; email: string; role: SimRole }) {
  return { object: 'organization_invitation', id, email_address: email, role, status: 'pending' };
}
