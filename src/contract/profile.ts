import { z } from 'zod';
import { OAuthProvider } from './account.ts';
import { row } from './base.ts';

/** What belongs to the account of whoever is signed in, beside their name. */
export const Profile = z.object({
  addresses: z.array(
    z.object({
      id: z.string(),
      address: z.string(),
      /** Proved by a code. Only such an address signs anybody in. */
      isVerified: z.boolean(),
      isPrimary: z.boolean(),
    }),
  ),
  /** Accounts elsewhere to sign in with. `provider` null: one that this version does not offer. */
  connected: z.array(z.object({ id: z.string(), provider: OAuthProvider.nullable(), name: z.string() })),
  hasPassword: z.boolean(),
  hasAuthenticator: z.boolean(),
  hasBackupCodes: z.boolean(),
  hasPicture: z.boolean(),
  mayDelete: z.boolean(),
});
export type Profile = z.infer<typeof Profile>;

export const ProofFactor = z.enum(['email-code', 'password', 'authenticator', 'backup-code']);
export type ProofFactor = z.infer<typeof ProofFactor>;

/** What proves that it is still the person who signed in. */
export const ProofStep = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('factor'), factors: z.array(ProofFactor), codeSent: z.boolean() }),
  z.object({ kind: z.literal('done') }),
]);
export type ProofStep = z.infer<typeof ProofStep>;

const id = z.string().min(1).max(200);
const code = z.string().trim().min(1).max(100);
const password = z.string().min(1).max(1000);
const pictureType = z.enum(['image/jpeg', 'image/png', 'image/webp', 'image/gif']);
const BackupCodes = z.object({ backupCodes: z.array(z.string()) });

/** A window makes a picture small before it sends it; Clerk takes ten megabytes. */
const mostPictureLetters = 1_400_000;

/**
 * The account of whoever is signed in. Faults: `account.*`; `account.reverify` where a proof is wanted first: it changes
 * nothing, and the same call is made again after `startProof` has led to `done`.
 */
export const profile = {
  read: row.output(Profile),
  /** As base64; null where there is none. */
  picture: row.output(z.object({ type: pictureType, base64: z.string() }).nullable()),
  setPicture: row.input(
    z.strictObject({
      picture: z
        .strictObject({ type: pictureType, base64: z.base64().min(1).max(mostPictureLetters) })
        .nullable(),
    }),
  ),
  /** Sends a code to the new address. */
  addAddress: row
    .input(z.strictObject({ address: z.string().trim().min(3).max(320) }))
    .output(z.object({ id: z.string() })),
  sendAddressCode: row.input(z.strictObject({ id })),
  confirmAddress: row.input(z.strictObject({ id, code })).output(Profile),
  makePrimary: row.input(z.strictObject({ id })).output(Profile),
  removeAddress: row.input(z.strictObject({ id })).output(Profile),
  /** `current` null where there is none yet. */
  changePassword: row
    .input(z.strictObject({ current: password.nullable(), password, endOtherSessions: z.boolean() }))
    .output(Profile),
  /** The page is opened by whoever asked; the state of the account changes when the browser has come back. */
  connect: row.input(z.strictObject({ provider: OAuthProvider })).output(z.object({ page: z.string() })),
  disconnect: row.input(z.strictObject({ id })).output(Profile),
  /** What an authenticator is told; `uri` is what its picture holds. Crosses this line once, and protects nothing before the code. */
  startAuthenticator: row.output(z.object({ secret: z.string(), uri: z.string() })),
  /** Turns it on. The codes are shown once and are not kept here. */
  confirmAuthenticator: row.input(z.strictObject({ code })).output(BackupCodes),
  removeAuthenticator: row.output(Profile),
  renewBackupCodes: row.output(BackupCodes),
  startProof: row.output(ProofStep),
  sendProofCode: row.output(ProofStep),
  attemptProof: row.input(z.strictObject({ factor: ProofFactor, secret: password })).output(ProofStep),
};
