import { describe, expect, it } from 'vitest';
import { unwrap } from '../../domain/kernel/result.ts';
import { createMemoryKeeper, type IdentityUnderTest } from './identity.conformance.ts';
import type { Identity } from './identity.ts';

export interface ProfileUnderTest extends IdentityUnderTest {
  /** The proofs of this person were given so long ago that they are worth nothing any more. */
  ageProofs(personId: string): void;
  /** The code that an authenticator with this secret shows. */
  codeOfSecret(secret: string): string;
}

const ada = { email: 'ada@example.com', password: 'a quiet harbour', secondFactor: false };
const reverify = { fault: { code: 'account.reverify' } };

/** What every keeper of accounts does for the person whose account it is. */
export function describeIdentityProfile(name: string, prepare: () => Promise<ProfileUnderTest>): void {
  describe(name, () => {
    const run =
      (use: (under: ProfileUnderTest, identity: Identity, id: string) => Promise<void>) =>
      async (): Promise<void> => {
        const under = await prepare();
        try {
          const { id } = under.addPerson(ada);
          const identity = under.open(createMemoryKeeper());
          unwrap(await identity.startSignIn(ada.email));
          unwrap(await identity.attemptPassword(ada.password));
          await use(under, identity, id);
        } finally {
          await under.close();
        }
      };

    it(
      'takes an address once it is proved, makes it the first, and lets the old one go',
      run(async ({ sentCode }, identity) => {
        const { id } = unwrap(await identity.addAddress('ada@harbour.example'));
        const [first, second] = unwrap(await identity.profile()).addresses;
        expect(first).toMatchObject({ address: ada.email, isVerified: true, isPrimary: true });
        expect(second).toMatchObject({ id, isVerified: false, isPrimary: false });
        expect((await identity.makePrimary(id)).ok).toBe(false);
        expect(await identity.confirmAddress(id, '000000')).toMatchObject({
          fault: { code: 'account.code-wrong' },
        });
        unwrap(await identity.sendAddressCode(id));
        unwrap(await identity.confirmAddress(id, sentCode('ada@harbour.example')));
        unwrap(await identity.makePrimary(id));
        unwrap(await identity.removeAddress(first?.id ?? ''));
        expect(unwrap(await identity.profile()).addresses).toEqual([
          { id, address: 'ada@harbour.example', isVerified: true, isPrimary: true },
        ]);
        expect(unwrap(await identity.current())?.person.email).toBe('ada@harbour.example');
        expect((await identity.removeAddress(id)).ok).toBe(false);
      }),
    );

    it(
      'keeps a picture as it was given, and takes it away',
      run(async (_, identity) => {
        expect(unwrap(await identity.picture())).toBeNull();
        const bytes = Uint8Array.from({ length: 3_000 }, (_, n) => n % 251);
        unwrap(await identity.setPicture({ type: 'image/png', bytes }));
        expect(unwrap(await identity.profile()).hasPicture).toBe(true);
        const kept = unwrap(await identity.picture());
        expect(kept?.type).toBe('image/png');
        expect(Buffer.from(kept?.bytes ?? []).equals(bytes)).toBe(true);
        unwrap(await identity.setPicture(null));
        expect(unwrap(await identity.picture())).toBeNull();
      }),
    );

    it(
      'turns an authenticator on by its first code, and off again; codes to put aside are good once',
      run(async ({ open, codeOfSecret }, identity) => {
        const { secret, uri } = unwrap(await identity.startAuthenticator());
        expect(new URL(uri).searchParams.get('secret')).toBe(secret);
        expect((await identity.confirmAuthenticator('000000')).ok).toBe(false);
        expect(unwrap(await identity.profile()).hasAuthenticator).toBe(false);
        const { backupCodes } = unwrap(await identity.confirmAuthenticator(codeOfSecret(secret)));
        expect(backupCodes.length).toBeGreaterThan(4);
        expect(unwrap(await identity.profile())).toMatchObject({
          ...{ hasAuthenticator: true, hasBackupCodes: true },
        });
        const renewed = unwrap(await identity.renewBackupCodes()).backupCodes;
        expect(renewed.some((code) => backupCodes.includes(code))).toBe(false);
        const other = open(createMemoryKeeper());
        unwrap(await other.startSignIn(ada.email));
        expect(unwrap(await other.attemptPassword(ada.password))).toMatchObject({ kind: 'second-factor' });
        expect((await other.attemptSecondFactor('backup-code', backupCodes[0] ?? '')).ok).toBe(false);
        unwrap(await other.attemptSecondFactor('backup-code', renewed[0] ?? ''));
        unwrap(await identity.removeAuthenticator());
        expect(unwrap(await identity.current())?.person.hasSecondFactor).toBe(false);
      }),
    );

    it(
      'asks for a fresh proof before what protects the account is changed, and takes each kind of it',
      run(async ({ ageProofs, sentCode, codeOfSecret }, identity, id) => {
        ageProofs(id);
        expect(await identity.attemptProof('password', ada.password)).toMatchObject({
          fault: { code: 'account.not-started' },
        });
        expect(await identity.startAuthenticator()).toMatchObject(reverify);
        expect(unwrap(await identity.startProof())).toEqual({
          ...{ kind: 'factor', factors: ['password', 'email-code'], codeSent: false },
        });
        expect(await identity.attemptProof('password', 'wrong')).toMatchObject({
          fault: { code: 'account.password-wrong' },
        });
        expect(await identity.startAuthenticator()).toMatchObject(reverify);
        expect(unwrap(await identity.attemptProof('password', ada.password))).toEqual({ kind: 'done' });
        const { secret } = unwrap(await identity.startAuthenticator());
        const { backupCodes } = unwrap(await identity.confirmAuthenticator(codeOfSecret(secret)));
        for (const [factor, given] of [
          ['authenticator', codeOfSecret(secret)],
          ['backup-code', backupCodes[0] ?? ''],
        ] as const) {
          ageProofs(id);
          expect(await identity.renewBackupCodes()).toMatchObject(reverify);
          expect(unwrap(await identity.startProof())).toMatchObject({
            factors: ['authenticator', 'backup-code'],
          });
          expect(unwrap(await identity.attemptProof(factor, given))).toEqual({ kind: 'done' });
        }
        unwrap(await identity.removeAuthenticator());
        ageProofs(id);
        unwrap(await identity.startProof());
        expect(unwrap(await identity.sendProofCode())).toMatchObject({ codeSent: true });
        expect(unwrap(await identity.attemptProof('email-code', sentCode(ada.email)))).toEqual({
          ...{ kind: 'done' },
        });
        unwrap(await identity.addAddress('x@example.com'));
      }),
    );

    it(
      'changes the password by the old one, and signs out the other devices where that is wanted',
      run(async ({ open }, identity) => {
        const tokens = createMemoryKeeper();
        const other = open(tokens);
        unwrap(await other.startSignIn(ada.email));
        unwrap(await other.attemptPassword(ada.password));
        unwrap(await other.token(false));
        const change = { password: 'another quiet harbour', endOtherSessions: true };
        expect(await identity.changePassword({ ...change, current: 'wrong' })).toMatchObject({
          fault: { code: 'account.password-wrong' },
        });
        unwrap(await identity.changePassword({ ...change, current: ada.password }));
        expect(await other.token(true)).toMatchObject({ fault: { code: 'account.session-ended' } });
        expect(unwrap(await identity.current())).not.toBeNull();
      }),
    );

    it(
      'connects an account elsewhere through the browser, and not one that was called off there',
      run(async ({ browse }, identity) => {
        const returnUrl = new URL('http://127.0.0.1:9/account/callback?state=s');
        const refused = unwrap(await identity.startConnecting('github', returnUrl));
        expect(await identity.finishConnecting(await browse(refused.page, null))).toMatchObject({
          fault: { code: 'account.browser-refused' },
        });
        expect(unwrap(await identity.profile()).connected).toEqual([]);
        const { page } = unwrap(await identity.startConnecting('google', returnUrl));
        const arrived = await browse(page, ada.email);
        unwrap(await identity.finishConnecting(arrived));
        expect((await identity.finishConnecting(arrived)).ok).toBe(false);
        const [connected] = unwrap(await identity.profile()).connected;
        expect(connected).toMatchObject({ provider: 'google', name: ada.email });
        unwrap(await identity.disconnect(connected?.id ?? ''));
        expect(unwrap(await identity.profile()).connected).toEqual([]);
      }),
    );

    it(
      'deletes the account after a fresh proof, and nobody is signed in then',
      run(async ({ open, ageProofs }, identity, id) => {
        ageProofs(id);
        expect(await identity.deleteAccount()).toMatchObject(reverify);
        unwrap(await identity.startProof());
        unwrap(await identity.attemptProof('password', ada.password));
        unwrap(await identity.deleteAccount());
        expect(unwrap(await identity.current())).toBeNull();
        expect(await open(createMemoryKeeper()).startSignIn(ada.email)).toMatchObject({
          fault: { code: 'account.unknown' },
        });
      }),
    );
  });
}
