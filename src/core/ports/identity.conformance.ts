import { describe, expect, it } from 'vitest';
import { unwrap } from '../../domain/kernel/result.ts';
import type { Identity, SignInStep, TokenKeeper } from './identity.ts';

export interface IdentityUnderTest {
  /** An installation of its own; the same keeper opens the same one again. */
  open(tokens: TokenKeeper): Identity;
  /** Somebody with an account; `secondFactor` gives them an authenticator and the backup code "backup-one". */
  addPerson(person: {
    email: string;
    password: string | null;
    secondFactor: boolean;
    /** Another one is asked for when it is given. */
    mustChangePassword?: boolean;
    /** On a new device a code is asked for besides the password. */
    trustsNoDevice?: boolean;
  }): { id: string };
  /** The last code that went to an address. */
  sentCode(email: string): string;
  authenticatorCode(personId: string): string;
  /** Answers the page in the browser, as this person or as nobody; where the browser then arrives. */
  browse(page: URL, email: string | null): Promise<URL>;
  setReachable(reachable: boolean): void;
  close(): Promise<void>;
}

export function createMemoryKeeper(): TokenKeeper & { token: string | null } {
  return {
    token: null,
    async read() {
      return this.token;
    },
    async write(token) {
      this.token = token;
      return { ok: true, value: undefined };
    },
  };
}

const ada = { email: 'ada@example.com', password: 'a quiet harbour', secondFactor: false };

/** What every keeper of accounts does. */
export function describeIdentity(name: string, prepare: () => Promise<IdentityUnderTest>): void {
  describe(name, () => {
    const run = (use: (under: IdentityUnderTest) => Promise<void>) => async (): Promise<void> => {
      const under = await prepare();
      try {
        await use(under);
      } finally {
        await under.close();
      }
    };
    const signIn = async (identity: Identity, person = ada): Promise<void> => {
      unwrap(await identity.startSignIn(person.email));
      expect(unwrap(await identity.attemptPassword(person.password))).toEqual({ kind: 'done' });
    };

    it(
      'knows nobody at first, and has no token',
      run(async ({ open }) => {
        const identity = open(createMemoryKeeper());
        expect(unwrap(await identity.current())).toBeNull();
        expect(unwrap(await identity.token(false))).toBeNull();
        expect(await identity.sessions()).toMatchObject({ fault: { code: 'account.signed-out' } });
      }),
    );

    it(
      'signs in by a code, after a wrong one',
      run(async ({ open, addPerson, sentCode }) => {
        const { id } = addPerson({ ...ada, password: null });
        const identity = open(createMemoryKeeper());
        const first: SignInStep = unwrap(await identity.startSignIn(ada.email));
        expect(first).toMatchObject({ kind: 'first-factor', factors: ['email-code'], codeSent: false });
        expect(unwrap(await identity.sendCode())).toMatchObject({ codeSent: true });
        expect(await identity.attemptCode('000000')).toMatchObject({ fault: { code: 'account.code-wrong' } });
        expect(unwrap(await identity.attemptCode(sentCode(ada.email)))).toEqual({ kind: 'done' });
        expect(unwrap(await identity.current())).toMatchObject({ person: { id, email: ada.email } });
        expect(unwrap(await identity.token(false))).toMatch(/^ey/);
      }),
    );

    it(
      'asks for the second factor, and takes a backup code once',
      run(async ({ open, addPerson, authenticatorCode }) => {
        const { id } = addPerson({ ...ada, secondFactor: true });
        for (const [way, code, ends] of [
          ['authenticator', () => authenticatorCode(id), true],
          ['backup-code', () => 'backup-one', true],
          ['backup-code', () => 'backup-one', false],
        ] as const) {
          const identity = open(createMemoryKeeper());
          unwrap(await identity.startSignIn(ada.email));
          const step = unwrap(await identity.attemptPassword(ada.password));
          expect(step).toMatchObject({ kind: 'second-factor' });
          expect(unwrap(await identity.current())).toBeNull();
          expect((await identity.attemptSecondFactor(way, code())).ok).toBe(ends);
        }
      }),
    );

    it(
      'replaces a forgotten password by a code, and asks for the second factor all the same',
      run(async ({ open, addPerson, sentCode, authenticatorCode }) => {
        const { id } = addPerson({ ...ada, secondFactor: true });
        const elsewhere = open(createMemoryKeeper());
        unwrap(await elsewhere.startSignIn(ada.email));
        unwrap(await elsewhere.attemptPassword(ada.password));
        unwrap(await elsewhere.attemptSecondFactor('authenticator', authenticatorCode(id)));
        unwrap(await elsewhere.token(false));
        const identity = open(createMemoryKeeper());
        expect(await identity.startReset()).toMatchObject({ fault: { code: 'account.not-started' } });
        expect(unwrap(await identity.startSignIn(ada.email))).toMatchObject({ mayReset: true });
        const asked = { kind: 'reset-code', identifier: ada.email } as const;
        expect(unwrap(await identity.startReset())).toEqual(asked);
        expect(unwrap(await identity.sendCode())).toEqual(asked);
        expect(await identity.attemptCode('000000')).toMatchObject({ fault: { code: 'account.code-wrong' } });
        expect(unwrap(await identity.attemptCode(sentCode(ada.email)))).toEqual({
          ...{ kind: 'new-password', identifier: ada.email },
        });
        for (const weak of ['short', 'password123']) {
          expect(await identity.setNewPassword(weak, true)).toMatchObject({
            fault: { code: 'account.password-weak' },
          });
        }
        expect(unwrap(await identity.setNewPassword('another quiet harbour', true))).toMatchObject({
          kind: 'second-factor',
        });
        expect(unwrap(await identity.current())).toBeNull();
        const shown = authenticatorCode(id);
        expect(unwrap(await identity.attemptSecondFactor('authenticator', shown))).toEqual({ kind: 'done' });
        expect(await elsewhere.token(true)).toMatchObject({ fault: { code: 'account.session-ended' } });
        const again = open(createMemoryKeeper());
        unwrap(await again.startSignIn(ada.email));
        expect((await again.attemptPassword(ada.password)).ok).toBe(false);
        expect((await again.attemptPassword('another quiet harbour')).ok).toBe(true);
      }),
    );

    it(
      'offers no way to replace a password that is not there',
      run(async ({ open, addPerson }) => {
        addPerson({ ...ada, password: null });
        const identity = open(createMemoryKeeper());
        expect(unwrap(await identity.startSignIn(ada.email))).toMatchObject({ mayReset: false });
        expect(await identity.startReset()).toMatchObject({ fault: { code: 'account.not-started' } });
      }),
    );

    it(
      'asks for another password where the old one may not be used, and for a code on a new device',
      run(async ({ open, addPerson, sentCode }) => {
        addPerson({ ...ada, mustChangePassword: true, trustsNoDevice: true });
        const identity = open(createMemoryKeeper());
        unwrap(await identity.startSignIn(ada.email));
        expect(unwrap(await identity.attemptPassword(ada.password))).toMatchObject({ kind: 'new-password' });
        expect(unwrap(await identity.setNewPassword('another quiet harbour', false))).toEqual({
          ...{ kind: 'second-factor', factors: ['email-code'], codeSent: false },
        });
        expect(unwrap(await identity.sendCode())).toMatchObject({ codeSent: true });
        expect((await identity.attemptSecondFactor('email-code', '000000')).ok).toBe(false);
        expect(unwrap(await identity.attemptSecondFactor('email-code', sentCode(ada.email)))).toEqual({
          ...{ kind: 'done' },
        });
      }),
    );

    it(
      'refuses whom it does not know, a wrong password, and a step out of turn, each in its own words',
      run(async ({ open, addPerson }) => {
        addPerson(ada);
        const identity = open(createMemoryKeeper());
        expect(await identity.attemptCode('1')).toMatchObject({ fault: { code: 'account.not-started' } });
        expect(await identity.startSignIn('nobody@example.com')).toMatchObject({
          fault: { code: 'account.unknown' },
        });
        unwrap(await identity.startSignIn(ada.email));
        expect(await identity.attemptPassword('wrong')).toMatchObject({
          fault: { code: 'account.password-wrong' },
        });
        expect(unwrap(await identity.attemptPassword(ada.password))).toEqual({ kind: 'done' });
      }),
    );

    it(
      'makes an account once its address is proved',
      run(async ({ open, sentCode }) => {
        const identity = open(createMemoryKeeper());
        const person = { email: 'new@example.com', password: null, firstName: 'New', lastName: 'Comer' };
        expect(unwrap(await identity.startSignUp(person))).toEqual({
          ...{ kind: 'verify-email', identifier: person.email },
        });
        expect((await identity.attemptCode('000000')).ok).toBe(false);
        expect(unwrap(await identity.attemptCode(sentCode(person.email)))).toEqual({ kind: 'done' });
        expect(unwrap(await identity.current())?.person).toMatchObject({ firstName: 'New' });
        const second = open(createMemoryKeeper());
        expect(await second.startSignUp(person)).toMatchObject({ fault: { code: 'account.exists' } });
      }),
    );

    it(
      'signs in through the browser, and not with what another installation was given',
      run(async ({ open, addPerson, browse }) => {
        addPerson(ada);
        const returnUrl = new URL('http://127.0.0.1:9/account/callback?state=s');
        const identity = open(createMemoryKeeper());
        const { page } = unwrap(await identity.startInBrowser('google', returnUrl));
        const arrived = await browse(page, ada.email);
        expect(arrived.searchParams.get('state')).toBe('s');
        const thief = open(createMemoryKeeper());
        unwrap(await thief.startInBrowser('google', returnUrl));
        expect((await thief.finishInBrowser(arrived)).ok).toBe(false);
        expect(unwrap(await thief.current())).toBeNull();
        expect(unwrap(await identity.finishInBrowser(arrived))).toEqual({ kind: 'done' });
        expect(unwrap(await identity.current())?.person.email).toBe(ada.email);
        const refused = open(createMemoryKeeper());
        const again = unwrap(await refused.startInBrowser('github', returnUrl));
        expect(await refused.finishInBrowser(await browse(again.page, null))).toMatchObject({
          fault: { code: 'account.browser-refused' },
        });
      }),
    );

    it(
      'makes an account for who comes through the browser and has none',
      run(async ({ open, browse }) => {
        const identity = open(createMemoryKeeper());
        const returnUrl = new URL('http://127.0.0.1:9/account/callback?state=s');
        const { page } = unwrap(await identity.startInBrowser('github', returnUrl));
        const arrived = await browse(page, 'new@example.com');
        expect(unwrap(await identity.finishInBrowser(arrived))).toEqual({ kind: 'done' });
        expect(unwrap(await identity.current())?.person.email).toBe('new@example.com');
      }),
    );

    it(
      'is still signed in when it is opened again, and not after signing out',
      run(async ({ open, addPerson }) => {
        addPerson(ada);
        const tokens = createMemoryKeeper();
        await signIn(open(tokens));
        const again = open(tokens);
        expect(unwrap(await again.current())?.person.email).toBe(ada.email);
        unwrap(await again.signOut());
        expect(tokens.token).toBeNull();
        expect(unwrap(await again.current())).toBeNull();
        expect(unwrap(await again.token(false))).toBeNull();
      }),
    );

    it(
      'lists the devices, ends the session of another, and says so there for good',
      run(async ({ open, addPerson }) => {
        addPerson(ada);
        const tokens = createMemoryKeeper();
        const [laptop, tower] = [open(createMemoryKeeper()), open(tokens)];
        await signIn(laptop);
        await signIn(tower);
        unwrap(await tower.token(false));
        const all = unwrap(await laptop.sessions());
        expect(all.map(({ isThisDevice }) => isThisDevice).sort()).toEqual([false, true]);
        const other = all.find(({ isThisDevice }) => !isThisDevice);
        unwrap(await laptop.endSession(other?.id ?? ''));
        expect(await tower.token(true)).toMatchObject({ fault: { code: 'account.session-ended' } });
        expect(tokens.token).toBeNull();
        expect(unwrap(await tower.token(true))).toBeNull();
        expect(unwrap(await laptop.sessions())).toHaveLength(1);
      }),
    );

    it(
      'changes nothing where it is not reached, and forgets the token when signing out all the same',
      run(async ({ open, addPerson, setReachable }) => {
        addPerson(ada);
        const tokens = createMemoryKeeper();
        const identity = open(tokens);
        await signIn(identity);
        const kept = unwrap(await identity.token(false));
        setReachable(false);
        expect(await identity.current()).toMatchObject({ fault: { code: 'account.unreachable' } });
        expect(unwrap(await identity.token(false))).toBe(kept);
        expect(unwrap(await identity.token(true))).toBe(kept);
        setReachable(true);
        expect(unwrap(await identity.current())?.person.email).toBe(ada.email);
        setReachable(false);
        expect((await identity.signOut()).ok).toBe(false);
        expect(tokens.token).toBeNull();
      }),
    );

    it(
      'keeps organisations: roles, invitations, the last owner',
      run(async ({ open, addPerson }) => {
        const { id: adaId } = addPerson(ada);
        const { id: bobId } = addPerson({ ...ada, email: 'bob@example.com' });
        const [owner, member] = [open(createMemoryKeeper()), open(createMemoryKeeper())];
        await signIn(owner);
        const { id } = unwrap(await owner.createOrganisation('Harbour House'));
        unwrap(await owner.invite(id, 'bob@example.com', 'viewer'));
        unwrap(await owner.invite(id, 'later@example.com', 'editor'));
        await signIn(member, { ...ada, email: 'bob@example.com' });
        const [invitation] = unwrap(await member.invitations());
        expect(invitation).toMatchObject({ organisation: 'Harbour House', role: 'viewer' });
        unwrap(await member.acceptInvitation(invitation?.id ?? ''));
        expect(unwrap(await member.invitations())).toEqual([]);
        const people = unwrap(await owner.people(id));
        expect(people.members.map(({ personId, role }) => [personId, role])).toEqual([
          [adaId, 'owner'],
          [bobId, 'viewer'],
        ]);
        const [later] = people.invitations;
        expect(people.invitations).toMatchObject([{ email: 'later@example.com', role: 'editor' }]);
        expect(await member.revokeInvitation(id, later?.id ?? '')).toMatchObject({
          fault: { code: 'account.not-allowed' },
        });
        unwrap(await owner.revokeInvitation(id, later?.id ?? ''));
        expect(unwrap(await owner.people(id)).invitations).toEqual([]);
        unwrap(await owner.invite(id, 'later@example.com', 'editor'));
        unwrap(await owner.setRole(id, bobId, 'editor'));
        expect(await owner.setRole(id, adaId, 'viewer')).toMatchObject({
          fault: { code: 'account.last-owner' },
        });
        expect(unwrap(await member.people(id)).invitations).toEqual([]);
        expect(await member.invite(id, 'x@example.com', 'owner')).toMatchObject({
          fault: { code: 'account.not-allowed' },
        });
        unwrap(await member.chooseOrganisation(id));
        expect(unwrap(await member.current())).toMatchObject({
          organisationId: id,
          organisations: [{ organisationId: id, name: 'Harbour House', role: 'editor' }],
        });
        unwrap(await owner.removeMember(id, bobId));
        expect(unwrap(await member.current())?.organisations).toEqual([]);
      }),
    );
  });
}
