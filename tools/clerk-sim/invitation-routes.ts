import { answerCall, refuseCall } from './answer-call.ts';
import { pageOf } from './page-of.ts';
import type { SimCall, SimContext } from './sim-context.ts';
import type { SimOrganisation, SimPerson } from './sim-people.ts';

const invitationOf = (organisation: SimOrganisation, { email }: SimPerson) =>
  organisation.invitations.find((one) => one.email.toLowerCase() === email.toLowerCase());

function json(organisation: SimOrganisation, person: SimPerson): unknown {
  const { id = '', email = '', role = '' } = invitationOf(organisation, person) ?? {};
  return {
    ...{ object: 'organization_invitation', id, email_address: email, role, status: 'pending' },
    public_organization_data: { id: organisation.id, name: organisation.name, slug: organisation.slug },
  };
}

/** GET /v1/me/organization_invitations */
export async function answerInvitations(sim: SimContext, call: SimCall, person: SimPerson): Promise<void> {
  const all = sim.people.invitationsOf(person.email).map((organisation) => json(organisation, person));
  return answerCall(sim, call, pageOf(all, call));
}

/** POST /v1/me/organization_invitations/:id/accept */
export async function acceptInvitation(
  sim: SimContext,
  call: SimCall,
  person: SimPerson,
  id: string,
): Promise<void> {
  const organisation = sim.people
    .invitationsOf(person.email)
    .find((one) => invitationOf(one, person)?.id === id);
  const invitation = organisation === undefined ? undefined : invitationOf(organisation, person);
  if (organisation === undefined || invitation === undefined) {
    const message = 'The invitation was not found.';
    return refuseCall(call.exchange, 404, { code: 'resource_not_found', message });
  }
  const answer = json(organisation, person);
  organisation.roles.set(person.id, invitation.role);
  organisation.invitations.splice(organisation.invitations.indexOf(invitation), 1);
  return answerCall(sim, call, answer);
}
