import { signInJson } from './sign-in-json.ts';
import { signUpJson } from './sign-up-json.ts';
import type { SimClient, SimSession } from './sim-clients.ts';
import type { SimContext } from './sim-context.ts';
import type { SimAddress, SimConnected, SimOrganisation, SimPerson } from './sim-people.ts';

/** JSON as Clerk's Frontend API answers it: the fields that its own client reads. */
export type SimJson = Readonly<Record<string, unknown>>;

export function personJson(person: SimPerson): SimJson {
  const hasSecond = person.totpSecret !== null;
  return {
    object: 'user',
    id: person.id,
    ...{ first_name: person.firstName, last_name: person.lastName, username: null },
    ...{ image_url: person.picture?.url ?? '', has_image: person.picture !== null },
    primary_email_address_id: person.emailId,
    email_addresses: person.addresses.map(addressJson),
    external_accounts: person.connected.map((one) => connectedJson('', one)),
    ...{ phone_numbers: [], web3_wallets: [], enterprise_accounts: [] },
    ...{ passkeys: [], organization_memberships: [], public_metadata: {}, unsafe_metadata: {} },
    password_enabled: person.password !== null,
    ...{ two_factor_enabled: hasSecond, totp_enabled: hasSecond },
    backup_code_enabled: person.backupCodes.size > 0,
    ...{ delete_self_enabled: person.mayDelete, create_organization_enabled: true },
    ...{ created_at: person.createdAtMs, updated_at: person.createdAtMs },
  };
}

export function addressJson({ id, email, isVerified }: SimAddress): SimJson {
  return {
    ...{ object: 'email_address', id, email_address: email, linked_to: [] },
    verification: { status: isVerified ? 'verified' : 'unverified', strategy: 'email_code' },
  };
}

export function connectedJson(origin: string, one: SimConnected): SimJson {
  const status = one.isVerified ? 'verified' : 'unverified';
  return {
    ...{ object: 'external_account', id: one.id, provider: one.strategy, email_address: one.email },
    ...{ username: null, approved_scopes: 'email', public_metadata: {} },
    verification: {
      ...{ object: 'verification', status, strategy: one.strategy },
      external_verification_redirect_url: `${origin}/sim/authorise?external_account=${one.id}`,
    },
  };
}

export function publicPersonJson(person: SimPerson): SimJson {
  return {
    ...{ user_id: person.id, identifier: person.email, image_url: '', has_image: false },
    ...{ first_name: person.firstName, last_name: person.lastName },
  };
}

export function organisationJson(organisation: SimOrganisation): SimJson {
  return {
    object: 'organization',
    ...{ id: organisation.id, name: organisation.name, slug: organisation.slug, image_url: '' },
    ...{ has_image: false, members_count: organisation.roles.size, max_allowed_memberships: 0 },
    ...{ pending_invitations_count: organisation.invitations.length, admin_delete_enabled: true },
    public_metadata: {},
    ...{ created_at: organisation.createdAtMs, updated_at: organisation.createdAtMs },
  };
}

export function membershipJson(organisation: SimOrganisation, person: SimPerson): SimJson {
  const role = organisation.roles.get(person.id) ?? 'org:member';
  return {
    object: 'organization_membership',
    id: `orgmem_${organisation.id}_${person.id}`,
    ...{ role, role_name: role.replace('org:', ''), permissions: [], public_metadata: {} },
    organization: organisationJson(organisation),
    public_user_data: publicPersonJson(person),
    ...{ created_at: organisation.createdAtMs, updated_at: organisation.createdAtMs },
  };
}

/** `token` is the session token that a client finds ready; null in lists. */
export function sessionJson(session: SimSession, person: SimPerson, token: string | null): SimJson {
  return {
    object: 'session',
    ...{ id: session.id, status: session.status, tasks: null, actor: null },
    expire_at: session.createdAtMs + 7 * 86_400_000,
    abandon_at: session.createdAtMs + 30 * 86_400_000,
    last_active_at: session.lastActiveAtMs,
    last_active_organization_id: session.organisationId,
    last_active_token: token === null ? null : { object: 'token', jwt: token },
    factor_verification_age: [0, person.totpSecret === null ? -1 : 0],
    user: personJson(person),
    public_user_data: publicPersonJson(person),
    ...{ created_at: session.createdAtMs, updated_at: session.lastActiveAtMs },
  };
}

/** A session as the list of all devices has it. */
export function deviceJson(session: SimSession): SimJson {
  return {
    object: 'session',
    ...{ id: session.id, status: session.status, last_active_at: session.lastActiveAtMs, actor: null },
    expire_at: session.createdAtMs + 7 * 86_400_000,
    abandon_at: session.createdAtMs + 30 * 86_400_000,
    latest_activity: {
      ...{ object: 'session_activity', id: `act_${session.id}`, is_mobile: false },
      ...{ browser_name: session.device, browser_version: '1', device_type: 'Desktop' },
      ...{ ip_address: '127.0.0.1', city: 'Lisbon', country: 'Portugal' },
    },
  };
}

export async function clientJson(sim: SimContext, client: SimClient): Promise<SimJson> {
  const sessions = await Promise.all(
    sim.clients.sessionsOf(client).flatMap((session) => {
      const person = sim.people.byId(session.personId);
      if (person === undefined) return [];
      return sim.tokenOf(session).then((token) => sessionJson(session, person, token));
    }),
  );
  return {
    object: 'client',
    ...{ id: client.id, sessions, last_active_session_id: client.lastActiveSessionId },
    sign_in: client.signIn === null ? null : signInJson(sim, client.signIn),
    sign_up: client.signUp === null ? null : signUpJson(client.signUp),
    ...{ captcha_bypass: true, cookie_expires_at: null },
    ...{ created_at: client.createdAtMs, updated_at: client.createdAtMs },
  };
}
