import type { Result } from '../../domain/kernel/result.ts';
import type { FirstFactor, OAuthProvider, SecondFactor } from './identity-factors.ts';
import type { IdentityProfile } from './identity-profile.ts';

/** Owners also manage members; editors edit; viewers watch. */
export type OrganisationRole = 'owner' | 'editor' | 'viewer';
export type Plan = 'free' | 'creator' | 'studio';

/** What the person does next. Each is answered by one of the calls of {@link Identity}. */
export type SignInStep =
  | {
      readonly kind: 'first-factor';
      readonly identifier: string;
      readonly factors: readonly FirstFactor[];
      /** Whether a code is on its way to the address. */
      readonly codeSent: boolean;
      /** Whether a forgotten password can be replaced by way of a code. */
      readonly mayReset: boolean;
    }
  /** A code went to the address, because the password was forgotten. */
  | { readonly kind: 'reset-code'; readonly identifier: string }
  /** The person has proved who they are and chooses another password: it was forgotten, or may not be used any more. */
  | { readonly kind: 'new-password'; readonly identifier: string }
  | {
      readonly kind: 'second-factor';
      readonly factors: readonly SecondFactor[];
      readonly codeSent: boolean;
    }
  /** A new account: the code that went to the address proves that it is theirs. */
  | { readonly kind: 'verify-email'; readonly identifier: string }
  | { readonly kind: 'done' };

export interface Person {
  readonly id: string;
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly hasPassword: boolean;
  readonly hasSecondFactor: boolean;
}

export interface Membership {
  readonly organisationId: string;
  readonly name: string;
  readonly role: OrganisationRole;
}

/** Who is signed in, as the identity service last said it. Holds no secret. */
export interface SignedIn {
  readonly person: Person;
  readonly sessionId: string;
  /** For which of the organisations they work now; null for themselves. */
  readonly organisationId: string | null;
  readonly organisations: readonly Membership[];
  /** Of the organisation where one is chosen, else the person's own. */
  readonly plan: Plan;
}

export interface Invitation {
  readonly id: string;
  readonly organisation: string;
  readonly role: OrganisationRole;
}

export interface DeviceSession {
  readonly id: string;
  readonly device: string;
  /** "Lisbon, Portugal", as the address looked from outside; null where it is not known. */
  readonly place: string | null;
  readonly lastActiveAtMs: number;
  readonly isThisDevice: boolean;
}

export interface Member {
  readonly personId: string;
  readonly name: string;
  readonly email: string;
  readonly role: OrganisationRole;
}

export interface OrganisationPeople {
  readonly members: readonly Member[];
  /** Asked and not there yet. Empty for who may not see them. */
  readonly invitations: readonly {
    readonly id: string;
    readonly email: string;
    readonly role: OrganisationRole;
  }[];
}

/** Where the long-lived token of this installation is. What is written is there at the next start, as far as its keeper lasts. */
export interface TokenKeeper {
  read(): Promise<string | null>;
  write(token: string | null): Promise<Result<void>>;
}

/**
 * Signing in, and who is signed in, at whoever keeps the accounts. One installation, one person at a time. Calls fail with
 * the codes `account.*`; nothing throws. `account.unreachable` and `account.busy` change nothing: the same call may be made
 * again. `account.session-ended` says that the session is over, for good.
 */
export interface Identity extends IdentityProfile {
  /** Who is signed in, asked anew; null for nobody. */
  current(): Promise<Result<SignedIn | null>>;

  startSignIn(identifier: string): Promise<Result<SignInStep>>;
  /** Sends the code (again) for the sign-in, the new password or the new account that was started. */
  sendCode(): Promise<Result<SignInStep>>;
  attemptCode(code: string): Promise<Result<SignInStep>>;
  attemptPassword(password: string): Promise<Result<SignInStep>>;
  /** Sends a code to the address of the sign-in that was started, with which another password may be chosen. */
  startReset(): Promise<Result<SignInStep>>;
  /** The password from now on. `endOtherSessions`: all other devices are signed out, as after a theft. */
  setNewPassword(password: string, endOtherSessions: boolean): Promise<Result<SignInStep>>;
  attemptSecondFactor(factor: SecondFactor, code: string): Promise<Result<SignInStep>>;
  startSignUp(person: NewPerson): Promise<Result<SignInStep>>;
  /** Begins a sign-in whose page is opened in the browser; it ends at `returnUrl` with something in its query. */
  startInBrowser(provider: OAuthProvider, returnUrl: URL): Promise<Result<{ readonly page: URL }>>;
  /** The address at which the browser arrived. `account.browser-refused` when the person did not agree there. */
  finishInBrowser(arrivedAt: URL): Promise<Result<SignInStep>>;

  /** Ends the session of this device. The token is forgotten whether or not the service could be reached. */
  signOut(): Promise<Result<void>>;
  /** A token for our own service, with at least some seconds left; null while nobody is signed in. */
  token(renew: boolean): Promise<Result<string | null>>;
  sessions(): Promise<Result<readonly DeviceSession[]>>;
  endSession(id: string): Promise<Result<void>>;
  rename(name: { readonly firstName: string; readonly lastName: string }): Promise<Result<void>>;

  chooseOrganisation(id: string | null): Promise<Result<void>>;
  createOrganisation(name: string): Promise<Result<{ readonly id: string }>>;
  people(organisationId: string): Promise<Result<OrganisationPeople>>;
  invite(organisationId: string, email: string, role: OrganisationRole): Promise<Result<void>>;
  /** Takes an invitation back that nobody has taken yet. */
  revokeInvitation(organisationId: string, invitationId: string): Promise<Result<void>>;
  /** Organisations that have invited this person, and are waited for. */
  invitations(): Promise<Result<readonly Invitation[]>>;
  acceptInvitation(id: string): Promise<Result<void>>;
  setRole(organisationId: string, personId: string, role: OrganisationRole): Promise<Result<void>>;
  removeMember(organisationId: string, personId: string): Promise<Result<void>>;
}

export interface NewPerson {
  readonly email: string;
  /** null: they sign in by codes. */
  readonly password: string | null;
  readonly firstName: string;
  readonly lastName: string;
}
