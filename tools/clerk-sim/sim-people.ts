import { randomBytes } from 'node:crypto';
import { newTotpSecret } from './totp.ts';

export type SimPlan = 'free' | 'creator' | 'studio';
/** Clerk's two roles of every instance, and one that an instance of Reelwright adds. */
export type SimRole = 'org:admin' | 'org:member' | 'org:viewer';
export type SimOAuth = 'oauth_google' | 'oauth_github';

export interface SimAddress {
  readonly id: string;
  readonly email: string;
  isVerified: boolean;
  code: string | null;
}

/** An account at Google or GitHub that the person can sign in with, or is about to connect. */
export interface SimConnected {
  readonly id: string;
  readonly strategy: SimOAuth;
  readonly redirectUrl: string;
  /** Whose browser is on its way. */
  readonly clientId: string;
  email: string;
  isVerified: boolean;
}

export interface SimPerson {
  readonly id: string;
  /** Of the first address. */
  readonly email: string;
  /** Which of the addresses is the first. */
  emailId: string;
  readonly addresses: SimAddress[];
  readonly connected: SimConnected[];
  picture: { readonly url: string; readonly type: string; readonly bytes: Uint8Array } | null;
  pendingTotp: string | null;
  readonly mayDelete: boolean;
  password: string | null;
  firstName: string;
  lastName: string;
  plan: SimPlan;
  totpSecret: string | null;
  readonly backupCodes: Set<string>;
  /** The password may not be used any more: it is asked to be changed when it is given. */
  mustChangePassword: boolean;
  /** Clerk's Device Trust: on a device that was not seen before a code is asked for besides the password. */
  readonly trustsNoDevice: boolean;
  readonly createdAtMs: number;
}

export interface SimOrganisation {
  readonly id: string;
  name: string;
  readonly slug: string;
  plan: SimPlan;
  readonly roles: Map<string, SimRole>;
  readonly invitations: { readonly id: string; readonly email: string; readonly role: SimRole }[];
  readonly createdAtMs: number;
}

export interface NewSimPerson {
  readonly email: string;
  readonly password?: string | null;
  readonly firstName?: string;
  readonly lastName?: string;
  readonly plan?: SimPlan;
  /** Asks for a code of an authenticator, or one of `backupCodes`, after the first factor. */
  readonly secondFactor?: boolean;
  readonly backupCodes?: readonly string[];
  readonly mayDelete?: boolean;
  readonly mustChangePassword?: boolean;
  readonly trustsNoDevice?: boolean;
}

export interface NewSimOrganisation {
  readonly name: string;
  readonly plan?: SimPlan;
  /** By the person's id. */
  readonly roles: Readonly<Record<string, SimRole>>;
}

/** Who has an account, and the organisations they belong to. */
export interface SimPeople {
  add(person: NewSimPerson): SimPerson;
  byEmail(email: string): SimPerson | undefined;
  byId(id: string): SimPerson | undefined;
  remove(id: string): void;
  all(): readonly SimPerson[];
  addOrganisation(organisation: NewSimOrganisation): SimOrganisation;
  organisation(id: string): SimOrganisation | undefined;
  organisationsOf(personId: string): readonly SimOrganisation[];
  /** Organisations that have invited this address. */
  invitationsOf(email: string): readonly SimOrganisation[];
}

export const newSimId = (kind: string): string => `${kind}_${randomBytes(12).toString('hex')}`;

export function createSimPeople(nowMs: () => number): SimPeople {
  const people = new Map<string, SimPerson>();
  const organisations = new Map<string, SimOrganisation>();
  const sameEmail = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();
  return {
    add({ email, password = null, firstName = '', lastName = '', plan = 'free', ...factors }) {
      const first: SimAddress = { id: newSimId('idn'), email, isVerified: true, code: null };
      const person: SimPerson = {
        ...{ id: newSimId('user'), emailId: first.id, password, firstName, lastName, plan },
        get email() {
          return person.addresses.find(({ id }) => id === person.emailId)?.email ?? email;
        },
        ...{ addresses: [first], connected: [], picture: null, pendingTotp: null },
        mayDelete: factors.mayDelete !== false,
        totpSecret: factors.secondFactor === true ? newTotpSecret() : null,
        backupCodes: new Set(factors.backupCodes),
        mustChangePassword: factors.mustChangePassword === true,
        trustsNoDevice: factors.trustsNoDevice === true,
        createdAtMs: nowMs(),
      };
      people.set(person.id, person);
      return person;
    },
    byEmail: (email) =>
      [...people.values()].find(({ addresses }) =>
        addresses.some((one) => one.isVerified && sameEmail(one.email, email)),
      ),
    byId: (id) => people.get(id),
    remove(id) {
      people.delete(id);
      for (const { roles } of organisations.values()) roles.delete(id);
    },
    all: () => [...people.values()],
    addOrganisation({ name, plan = 'free', roles }) {
      const organisation: SimOrganisation = {
        ...{ id: newSimId('org'), name, plan, createdAtMs: nowMs() },
        slug: name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-'),
        roles: new Map(Object.entries(roles)),
        invitations: [],
      };
      organisations.set(organisation.id, organisation);
      return organisation;
    },
    organisation: (id) => organisations.get(id),
    invitationsOf: (email) =>
      [...organisations.values()].filter(({ invitations }) =>
        invitations.some((invitation) => sameEmail(invitation.email, email)),
      ),
    organisationsOf: (personId) => [...organisations.values()].filter(({ roles }) => roles.has(personId)),
  };
}
