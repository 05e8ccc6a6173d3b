import type {
  DeviceSession,
  Member,
  Membership,
  OrganisationRole,
  Person,
  Plan,
} from '../../core/ports/identity.ts';
import type { FirstFactor, SecondFactor } from '../../core/ports/identity-factors.ts';
import { isRecord, textOf } from '../../net/read-answer.ts';
import type { Json } from './frontend-api.ts';

/** Readings of Clerk's JSON. What is missing reads as nothing: a field less must not sign anybody out. */
export const recordsOf = (value: unknown): Json[] => (Array.isArray(value) ? value.filter(isRecord) : []);
export const recordOf = (value: unknown): Json => (isRecord(value) ? value : {});

export function personOf(user: Json): Person {
  const addresses = recordsOf(user['email_addresses']);
  const primary = addresses.find(({ id }) => id === user['primary_email_address_id']) ?? addresses[0];
  return {
    id: textOf(user['id']) ?? '',
    email: textOf(primary?.['email_address']) ?? '',
    firstName: textOf(user['first_name']) ?? '',
    lastName: textOf(user['last_name']) ?? '',
    hasPassword: user['password_enabled'] === true,
    hasSecondFactor: user['two_factor_enabled'] === true,
  };
}

/** The session that the client works with: the last active one, else the first that is active. */
export function activeSessionOf(client: Json): Json | null {
  const sessions = recordsOf(client['sessions']).filter(({ status }) => status === 'active');
  return sessions.find(({ id }) => id === client['last_active_session_id']) ?? sessions[0] ?? null;
}

/** Clerk's administrators own and its members edit. A role that is not known may look only, as the service has it. */
export function roleOf(role: unknown): OrganisationRole {
  const name = typeof role === 'string' ? role.replace(/^org:/, '') : '';
  if (name === 'admin' || name === 'owner') return 'owner';
  return name === 'member' || name === 'editor' ? 'editor' : 'viewer';
}

export const clerkRoles: Readonly<Record<OrganisationRole, string>> = {
  owner: 'org:admin',
  editor: 'org:member',
  viewer: 'org:viewer',
};

export function membershipOf(membership: Json): Membership {
  const organisation = recordOf(membership['organization']);
  return {
    organisationId: textOf(organisation['id']) ?? '',
    name: textOf(organisation['name']) ?? '',
    role: roleOf(membership['role']),
  };
}

export const organisationNameOf = (invitation: Json): string =>
  textOf(recordOf(invitation['public_organization_data'])['name']) ?? '';

export function memberOf(membership: Json): Member {
  const person = recordOf(membership['public_user_data']);
  const names = [textOf(person['first_name']), textOf(person['last_name'])].filter((name) => name !== null);
  return {
    personId: textOf(person['user_id']) ?? '',
    name: names.join(' '),
    email: textOf(person['identifier']) ?? '',
    role: roleOf(membership['role']),
  };
}

export function deviceSessionOf(session: Json, ownSessionId: string): DeviceSession {
  const activity = recordOf(session['latest_activity']);
  const place = [textOf(activity['city']), textOf(activity['country'])].filter((part) => part !== null);
  return {
    id: textOf(session['id']) ?? '',
    device: textOf(activity['browser_name']) ?? textOf(activity['device_type']) ?? '',
    place: place.length === 0 ? null : place.join(', '),
    lastActiveAtMs: typeof session['last_active_at'] === 'number' ? session['last_active_at'] : 0,
    isThisDevice: session['id'] === ownSessionId,
  };
}

const firstFactors: Readonly<Record<string, FirstFactor>> = {
  email_code: 'email-code',
  password: 'password',
};
const secondFactors: Readonly<Record<string, SecondFactor>> = {
  totp: 'authenticator',
  backup_code: 'backup-code',
  email_code: 'email-code',
};

const namedBy = <T>(names: Readonly<Record<string, T>>, factors: unknown): T[] =>
  recordsOf(factors).flatMap(({ strategy }) => names[String(strategy)] ?? []);

export const firstFactorsOf = (signIn: Json): FirstFactor[] => [
  ...new Set(namedBy(firstFactors, signIn['supported_first_factors'])),
];
export const secondFactorsOf = (signIn: Json): SecondFactor[] =>
  namedBy(secondFactors, signIn['supported_second_factors']);

/** The address that a code of that strategy can be sent to; null where none can. */
export function codeAddressOf(factors: unknown, wanted: string): string | null {
  const byCode = recordsOf(factors).find(({ strategy }) => strategy === wanted);
  return textOf(byCode?.['email_address_id']);
}

/**
 * What a session token says, unverified: for its times and for what is shown. Whoever grants anything verifies it.
 * Shape: clerk.com/docs, "Session tokens", version 2.
 */
export function claimsOf(token: string): Json {
  try {
    const claims: unknown = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'));
    return recordOf(claims);
  } catch {
    // Not a token that we can read: it is sent as it is, and asked for anew each time.
    return {};
  }
}

/** Within this Clerk takes a proof for what protects an account. */
const proofHoldsMinutes = 10;

/** Whether the token says (`fva`: minutes since the first and the second factor, -1 for none) that the proof is fresh. */
export function isProofFresh(token: string): boolean {
  const ages = claimsOf(token)['fva'];
  const [first, second] = Array.isArray(ages) ? ages : [];
  const age = typeof second === 'number' && second >= 0 ? second : first;
  // A token that does not say is let pass: Clerk has the last word.
  return typeof age !== 'number' || (age >= 0 && age < proofHoldsMinutes);
}

/** `pla` is `u:<plan>` or `o:<plan>`, for the person or the organisation. */
export function planOf(token: string): Plan {
  const name = String(claimsOf(token)['pla'] ?? '').replace(/^[uo]:/, '');
  return name === 'creator' || name === 'studio' ? name : 'free';
}
