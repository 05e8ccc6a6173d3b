import { unwrap } from '../../domain/kernel/result.ts';
import { deleteAccount } from '../account/delete-account.ts';
import { leaveAccount } from '../account/leave-account.ts';
import { watchAccount } from '../account/watch-account.ts';
import type { StudioParts } from '../studio-parts.ts';
import { streamAccountExport } from './account-export.ts';
import { os } from './implementer.ts';

/** For callers that never take a question back. */
const never = new AbortController().signal;

const peopleOf = async (context: StudioParts, organisationId: string) => {
  const { members, invitations } = unwrap(
    await context.account.ask((identity) => identity.people(organisationId)),
  );
  return { members: [...members], invitations: [...invitations] };
};

const sessionsOf = async (context: StudioParts) => [
  ...unwrap(await context.account.ask((identity) => identity.sessions())),
];

/** Who it is now, after something of it was changed. */
const renewed = async ({ account }: StudioParts) => {
  unwrap(await account.refresh());
  return account.state();
};

export const accountHandlers = {
  state: os.account.state.handler(({ context: { account } }) => account.state()),
  watch: os.account.watch.handler(({ context: { account }, signal }) => watchAccount(account, signal)),
  refresh: os.account.refresh.handler(({ context }) => renewed(context)),
  startSignIn: os.account.startSignIn.handler(async ({ input, context: { account } }) => {
    unwrap(await account.enter((identity) => identity.startSignIn(input.email), input.keepInFile));
    return account.state();
  }),
  startSignUp: os.account.startSignUp.handler(
    async ({ input: { keepInFile, ...person }, context: { account } }) => {
      unwrap(await account.enter((identity) => identity.startSignUp(person), keepInFile));
      return account.state();
    },
  ),
  startInBrowser: os.account.startInBrowser.handler(async ({ input, context: { account } }) => {
    unwrap(await account.enterInBrowser(input.provider, input.keepInFile));
    return account.state();
  }),
  sendCode: os.account.sendCode.handler(async ({ context: { account } }) => {
    unwrap(await account.enter((identity) => identity.sendCode()));
    return account.state();
  }),
  attemptCode: os.account.attemptCode.handler(async ({ input: { code }, context: { account } }) => {
    unwrap(await account.enter((identity) => identity.attemptCode(code)));
    return account.state();
  }),
  attemptPassword: os.account.attemptPassword.handler(
    async ({ input: { password }, context: { account } }) => {
      unwrap(await account.enter((identity) => identity.attemptPassword(password)));
      return account.state();
    },
  ),
  startReset: os.account.startReset.handler(async ({ context: { account } }) => {
    unwrap(await account.enter((identity) => identity.startReset()));
    return account.state();
  }),
  setNewPassword: os.account.setNewPassword.handler(
    async ({ input: { password, endOtherSessions }, context: { account } }) => {
      unwrap(await account.enter((identity) => identity.setNewPassword(password, endOtherSessions)));
      return account.state();
    },
  ),
  attemptSecondFactor: os.account.attemptSecondFactor.handler(
    async ({ input: { factor, code }, context: { account } }) => {
      unwrap(await account.enter((identity) => identity.attemptSecondFactor(factor, code)));
      return account.state();
    },
  ),
  cancel: os.account.cancel.handler(({ context: { account } }) => {
    account.cancel();
    return account.state();
  }),
  signOut: os.account.signOut.handler(async ({ context: { account, serviceAccount } }) => {
    unwrap(await leaveAccount(account, serviceAccount));
    return account.state();
  }),
  sessions: os.account.sessions.handler(({ context }) => sessionsOf(context)),
  endSession: os.account.endSession.handler(async ({ input: { sessionId }, context }) => {
    unwrap(await context.account.ask((identity) => identity.endSession(sessionId)));
    return sessionsOf(context);
  }),
  endOtherSessions: os.account.endOtherSessions.handler(async ({ context }) => {
    for (const { id, isThisDevice } of await sessionsOf(context)) {
      if (!isThisDevice) unwrap(await context.account.ask((identity) => identity.endSession(id)));
    }
    return sessionsOf(context);
  }),
  rename: os.account.rename.handler(async ({ input, context }) => {
    unwrap(await context.account.ask((identity) => identity.rename(input)));
    return renewed(context);
  }),
  chooseOrganisation: os.account.chooseOrganisation.handler(async ({ input, context }) => {
    unwrap(await context.account.ask((identity) => identity.chooseOrganisation(input.organisationId)));
    return renewed(context);
  }),
  createOrganisation: os.account.createOrganisation.handler(async ({ input, context }) => {
    const { id } = unwrap(await context.account.ask((identity) => identity.createOrganisation(input.name)));
    unwrap(await context.account.ask((identity) => identity.chooseOrganisation(id)));
    return renewed(context);
  }),
  people: os.account.people.handler(({ input, context }) => peopleOf(context, input.organisationId)),
  invite: os.account.invite.handler(async ({ input: { organisationId, email, role }, context }) => {
    unwrap(await context.account.ask((identity) => identity.invite(organisationId, email, role)));
    return peopleOf(context, organisationId);
  }),
  revokeInvitation: os.account.revokeInvitation.handler(
    async ({ input: { organisationId, invitationId }, context }) => {
      unwrap(
        await context.account.ask((identity) => identity.revokeInvitation(organisationId, invitationId)),
      );
      return peopleOf(context, organisationId);
    },
  ),
  invitations: os.account.invitations.handler(async ({ context: { account } }) => [
    ...unwrap(await account.ask((identity) => identity.invitations())),
  ]),
  acceptInvitation: os.account.acceptInvitation.handler(async ({ input: { id }, context }) => {
    unwrap(await context.account.ask((identity) => identity.acceptInvitation(id)));
    return renewed(context);
  }),
  setRole: os.account.setRole.handler(async ({ input: { organisationId, personId, role }, context }) => {
    unwrap(await context.account.ask((identity) => identity.setRole(organisationId, personId, role)));
    return peopleOf(context, organisationId);
  }),
  removeMember: os.account.removeMember.handler(async ({ input: { organisationId, personId }, context }) => {
    unwrap(await context.account.ask((identity) => identity.removeMember(organisationId, personId)));
    return peopleOf(context, organisationId);
  }),
  exportData: os.account.exportData.handler(({ input: { destination }, context, signal = never }) =>
    streamAccountExport(context, destination, signal),
  ),
  deleteAccount: os.account.deleteAccount.handler(
    async ({ input: { email }, context: { account, serviceAccount }, signal = never }) =>
      unwrap(await deleteAccount(account, serviceAccount, email, signal)),
  ),
  usage: os.account.usage.handler(async ({ context: { serviceAccount }, signal = never }) =>
    serviceAccount === null ? null : unwrap(await serviceAccount.usage(signal)),
  ),
  audit: os.account.audit.handler(async ({ input, context: { serviceAccount }, signal = never }) =>
    serviceAccount === null ? [] : [...unwrap(await serviceAccount.audit(input, signal))],
  ),
};
