import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { AuditAbout, AuditEntry, ServiceUsage } from '../domain/sync/account-messages.ts';
import { row } from './base.ts';
import { ExportDestination } from './exports.ts';
import { KeyKept } from './keys.ts';

/** Owners also manage members; editors edit; viewers watch. */
export const OrganisationRole = z.enum(['owner', 'editor', 'viewer']);
export type OrganisationRole = z.infer<typeof OrganisationRole>;

export const OAuthProvider = z.enum(['google', 'github']);
export type OAuthProvider = z.infer<typeof OAuthProvider>;

export const SecondFactor = z.enum(['authenticator', 'backup-code', 'email-code']);

/** What the person does next on the way in. */
export const AccountStep = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('first-factor'),
    identifier: z.string(),
    factors: z.array(z.enum(['email-code', 'password'])),
    codeSent: z.boolean(),
    /** Whether a forgotten password can be replaced. */
    mayReset: z.boolean(),
  }),
  /** A code is on its way, because the password was forgotten. */
  z.object({ kind: z.literal('reset-code'), identifier: z.string() }),
  z.object({ kind: z.literal('new-password'), identifier: z.string() }),
  z.object({
    kind: z.literal('second-factor'),
    factors: z.array(SecondFactor),
    codeSent: z.boolean(),
  }),
  z.object({ kind: z.literal('verify-email'), identifier: z.string() }),
  /** The browser has the word. The page may be opened again. */
  z.object({ kind: z.literal('browser'), provider: OAuthProvider, page: z.string() }),
]);
export type AccountStep = z.infer<typeof AccountStep>;

/** Who is signed in on this device. Holds no token: none ever crosses this contract. */
export const SignedInPerson = z.object({
  person: z.object({
    id: z.string(),
    email: z.string(),
    firstName: z.string(),
    lastName: z.string(),
    hasPassword: z.boolean(),
    hasSecondFactor: z.boolean(),
  }),
  sessionId: z.string(),
  /** For which of the organisations they work; null for themselves. */
  organisationId: z.string().nullable(),
  organisations: z.array(z.object({ organisationId: z.string(), name: z.string(), role: OrganisationRole })),
  plan: z.enum(['free', 'creator', 'studio']),
});
export type SignedInPerson = z.infer<typeof SignedInPerson>;

export const AccountState = z.object({
  /** False where this build knows of no service to sign in to. */
  available: z.boolean(),
  /** As the service last said it, also while it cannot be reached. */
  signedIn: SignedInPerson.nullable(),
  step: AccountStep.nullable(),
  /** Since when the service has not answered; null while it does, or nobody asks it. */
  offlineSinceMs: z.int().nullable(),
  /** What became of the last sign-in: it was ended elsewhere, or the way through the browser failed. */
  message: z.string().nullable(),
  /** Where the sign-in is kept on this computer; null while there is none. */
  kept: KeyKept.nullable(),
  wouldBeKept: KeyKept,
  /** Whether a file would hold it if the person agrees. */
  mayUseFile: z.boolean(),
});
export type AccountState = z.infer<typeof AccountState>;

export const DeviceSession = z.object({
  id: z.string(),
  device: z.string(),
  place: z.string().nullable(),
  lastActiveAtMs: z.number(),
  isThisDevice: z.boolean(),
});
export type DeviceSession = z.infer<typeof DeviceSession>;

export const OrganisationPeople = z.object({
  members: z.array(
    z.object({ personId: z.string(), name: z.string(), email: z.string(), role: OrganisationRole }),
  ),
  /** Empty for who may not see them. */
  invitations: z.array(z.object({ id: z.string(), email: z.string(), role: OrganisationRole })),
});
export type OrganisationPeople = z.infer<typeof OrganisationPeople>;

const email = z.string().trim().min(3).max(320);
const code = z.string().trim().min(1).max(100);
const password = z.string().min(1).max(1000);
const name = z.string().trim().max(200);
const organisationId = z.string().min(1).max(200);
const personId = z.string().min(1).max(200);
/** Lets the sign-in be written to a file (mode 0600) where the system has no secret store. */
const keepInFile = z.boolean();

/** Signing in, and who is signed in. Nothing else of the studio asks for an account. Faults: `account.*`. */
export const account = {
  state: row.output(AccountState),
  /** The state now, and after each change. */
  watch: row.output(eventIterator(AccountState)),
  /** Asks the service who is signed in. */
  refresh: row.output(AccountState),
  startSignIn: row.input(z.strictObject({ email, keepInFile })).output(AccountState),
  startSignUp: row
    .input(
      z.strictObject({ email, password: password.nullable(), firstName: name, lastName: name, keepInFile }),
    )
    .output(AccountState),
  /** The page is opened by whoever asked; the studio waits for the browser's return and goes on by itself. */
  startInBrowser: row.input(z.strictObject({ provider: OAuthProvider, keepInFile })).output(AccountState),
  sendCode: row.output(AccountState),
  attemptCode: row.input(z.strictObject({ code })).output(AccountState),
  attemptPassword: row.input(z.strictObject({ password })).output(AccountState),
  /** Sends a code with which another password may be chosen, for the sign-in that was started. */
  startReset: row.output(AccountState),
  /** `endOtherSessions` signs out all other devices. */
  setNewPassword: row.input(z.strictObject({ password, endOtherSessions: z.boolean() })).output(AccountState),
  attemptSecondFactor: row.input(z.strictObject({ factor: SecondFactor, code })).output(AccountState),
  /** Forgets the sign-in that is on its way. */
  cancel: row.output(AccountState),
  /** Signs this device out, also offline: the service is then not told, and the session ends there by itself. */
  signOut: row.output(AccountState),
  sessions: row.output(z.array(DeviceSession)),
  endSession: row
    .input(z.strictObject({ sessionId: z.string().min(1).max(200) }))
    .output(z.array(DeviceSession)),
  /** Ends every session but this one. */
  endOtherSessions: row.output(z.array(DeviceSession)),
  rename: row.input(z.strictObject({ firstName: name, lastName: name })).output(AccountState),
  chooseOrganisation: row
    .input(z.strictObject({ organisationId: organisationId.nullable() }))
    .output(AccountState),
  createOrganisation: row.input(z.strictObject({ name: name.min(1) })).output(AccountState),
  people: row.input(z.strictObject({ organisationId })).output(OrganisationPeople),
  invite: row
    .input(z.strictObject({ organisationId, email, role: OrganisationRole }))
    .output(OrganisationPeople),
  /** Takes back an invitation that nobody has taken yet. */
  revokeInvitation: row
    .input(z.strictObject({ organisationId, invitationId: z.string().min(1).max(200) }))
    .output(OrganisationPeople),
  /** Of organisations that wait for this person. */
  invitations: row.output(
    z.array(z.object({ id: z.string(), organisation: z.string(), role: OrganisationRole })),
  ),
  acceptInvitation: row.input(z.strictObject({ id: z.string().min(1).max(200) })).output(AccountState),
  setRole: row
    .input(z.strictObject({ organisationId, personId, role: OrganisationRole }))
    .output(OrganisationPeople),
  removeMember: row.input(z.strictObject({ organisationId, personId })).output(OrganisationPeople),
  /**
   * Writes everything that the sync service keeps of the account to a file, line by line. Ends with what was written; ending
   * the iteration early leaves no file. A file in the folder for films never replaces another.
   */
  exportData: row
    .input(z.strictObject({ destination: ExportDestination }))
    .output(
      eventIterator(
        z.object({ lines: z.int(), bytes: z.int() }),
        z.object({ path: z.string(), lines: z.int(), bytes: z.int() }),
      ),
    ),
  /**
   * Deletes the account and all that the sync service keeps of it, for good; what is on this computer stays. `email` is
   * typed by the person as a confirmation. `account.reverify` before anything is deleted.
   */
  deleteAccount: row.input(z.strictObject({ email })).output(
    z.object({
      /** null where no service kept any, or it had deleted them before. */
      projects: z.int().nullable(),
      filesLeft: z.int(),
      /** False where the account service lets nobody delete themselves. */
      signInDeleted: z.boolean(),
    }),
  ),
  /** What the plan holds and how much of it is used; null where the studio has no sync service. */
  usage: row.output(ServiceUsage.nullable()),
  /** Newest first, older than the entry `before`; empty where the studio has no sync service. */
  audit: row
    .input(
      z.strictObject({
        before: z.int().positive().nullable(),
        limit: z.int().min(1).max(500),
        /** null: everything. */
        about: AuditAbout.nullable(),
      }),
    )
    .output(z.array(AuditEntry)),
};
