import type { Result } from '../../domain/kernel/result.ts';
import type { OAuthProvider, SecondFactor } from './identity-factors.ts';

export interface ProfileAddress {
  readonly id: string;
  readonly address: string;
  /** Proved by a code. Only such an address signs anybody in. */
  readonly isVerified: boolean;
  /** The one that is shown, and that mail goes to. */
  readonly isPrimary: boolean;
}

/** An account elsewhere that the person can sign in with. */
export interface ConnectedAccount {
  readonly id: string;
  /** null for one that this version does not offer. */
  readonly provider: OAuthProvider | null;
  /** What the person is called there, or their address there. */
  readonly name: string;
}

/** What belongs to a person's account beside their name. */
export interface Profile {
  readonly addresses: readonly ProfileAddress[];
  readonly connected: readonly ConnectedAccount[];
  readonly hasPassword: boolean;
  readonly hasAuthenticator: boolean;
  readonly hasBackupCodes: boolean;
  readonly hasPicture: boolean;
  /** Whether people may delete their accounts themselves. */
  readonly mayDelete: boolean;
}

export interface PictureFile {
  /** `image/jpeg`, `image/png`, `image/webp` or `image/gif`. */
  readonly type: string;
  readonly bytes: Uint8Array;
}

export type ProofFactor = 'email-code' | 'password' | SecondFactor;

/** How somebody who is signed in proves that it is still them. */
export type ProofStep =
  | {
      readonly kind: 'factor';
      readonly factors: readonly ProofFactor[];
      /** Whether a code is on its way to the address. */
      readonly codeSent: boolean;
    }
  | { readonly kind: 'done' };

/**
 * The person's own account. What protects it asks for a fresh proof first: such calls fail with `account.reverify`, change
 * nothing, and may be made again after {@link IdentityProfile.startProof} has led to `done`.
 */
export interface IdentityProfile {
  profile(): Promise<Result<Profile>>;
  /** As small as a list shows it; null where there is none. */
  picture(): Promise<Result<PictureFile | null>>;
  /** null takes it away. */
  setPicture(picture: PictureFile | null): Promise<Result<void>>;

  /** Adds an address and sends a code to it. */
  addAddress(address: string): Promise<Result<{ readonly id: string }>>;
  /** Sends the code again. */
  sendAddressCode(id: string): Promise<Result<void>>;
  confirmAddress(id: string, code: string): Promise<Result<void>>;
  makePrimary(id: string): Promise<Result<void>>;
  removeAddress(id: string): Promise<Result<void>>;

  /** `current` null where there is no password yet. */
  changePassword(change: {
    readonly current: string | null;
    readonly password: string;
    readonly endOtherSessions: boolean;
  }): Promise<Result<void>>;

  /** Begins to connect an account elsewhere; the page ends at `returnUrl`. */
  startConnecting(provider: OAuthProvider, returnUrl: URL): Promise<Result<{ readonly page: URL }>>;
  /** The address at which the browser arrived. `account.browser-refused` when the person did not agree there. */
  finishConnecting(arrivedAt: URL): Promise<Result<void>>;
  disconnect(id: string): Promise<Result<void>>;

  /** A secret for an authenticator, and the same as the address that its picture holds (`otpauth:`). Protects nothing yet. */
  startAuthenticator(): Promise<Result<{ readonly secret: string; readonly uri: string }>>;
  /** The first code of the authenticator turns it on. Codes to put aside, where the service gives them with it. */
  confirmAuthenticator(code: string): Promise<Result<{ readonly backupCodes: readonly string[] }>>;
  removeAuthenticator(): Promise<Result<void>>;
  /** New codes to put aside; those of before are good no more. */
  renewBackupCodes(): Promise<Result<{ readonly backupCodes: readonly string[] }>>;

  startProof(): Promise<Result<ProofStep>>;
  sendProofCode(): Promise<Result<ProofStep>>;
  attemptProof(factor: ProofFactor, secret: string): Promise<Result<ProofStep>>;

  /** Fails with `account.reverify` where what protects the account would now be refused. */
  requireProof(): Promise<Result<void>>;
  /** The account itself, for good. Nobody is signed in afterwards. */
  deleteAccount(): Promise<Result<void>>;
}
