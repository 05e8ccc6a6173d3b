import type { ProofStep } from '../../contract/profile.ts';
import { type Result, unwrap } from '../../domain/kernel/result.ts';
import type { Identity } from '../ports/identity.ts';
import type { ProofStep as IdentityProof } from '../ports/identity-profile.ts';
import type { StudioParts } from '../studio-parts.ts';
import { os } from './implementer.ts';

type Ask<T> = (identity: Identity) => Promise<Result<T>>;

const asked = async <T>({ account }: StudioParts, run: Ask<T>): Promise<T> => unwrap(await account.ask(run));

const readProfile = async (context: StudioParts) => {
  const { addresses, connected, ...more } = await asked(context, (identity) => identity.profile());
  return { addresses: [...addresses], connected: [...connected], ...more };
};

/** After something of the account was changed: everybody hears who it is now, and the caller the rest. */
const changed = async (context: StudioParts, run: Ask<unknown>) => {
  await asked(context, run);
  unwrap(await context.account.refresh());
  return readProfile(context);
};

const proofOf = (step: IdentityProof): ProofStep =>
  step.kind === 'done' ? step : { ...step, factors: [...step.factors] };

export const profileHandlers = {
  read: os.profile.read.handler(({ context }) => readProfile(context)),
  picture: os.profile.picture.handler(async ({ context }) => {
    const picture = await asked(context, (identity) => identity.picture());
    if (picture === null) return null;
    return {
      type: picture.type as 'image/jpeg',
      base64: Buffer.from(picture.bytes).toString('base64'),
    };
  }),
  setPicture: os.profile.setPicture.handler(async ({ input: { picture }, context }) => {
    const file =
      picture === null ? null : { type: picture.type, bytes: Buffer.from(picture.base64, 'base64') };
    await changed(context, (identity) => identity.setPicture(file));
  }),
  addAddress: os.profile.addAddress.handler(({ input: { address }, context }) =>
    asked(context, (identity) => identity.addAddress(address)),
  ),
  sendAddressCode: os.profile.sendAddressCode.handler(({ input: { id }, context }) =>
    asked(context, (identity) => identity.sendAddressCode(id)),
  ),
  confirmAddress: os.profile.confirmAddress.handler(({ input: { id, code }, context }) =>
    changed(context, (identity) => identity.confirmAddress(id, code)),
  ),
  makePrimary: os.profile.makePrimary.handler(({ input: { id }, context }) =>
    changed(context, (identity) => identity.makePrimary(id)),
  ),
  removeAddress: os.profile.removeAddress.handler(({ input: { id }, context }) =>
    changed(context, (identity) => identity.removeAddress(id)),
  ),
  changePassword: os.profile.changePassword.handler(({ input, context }) =>
    changed(context, (identity) => identity.changePassword(input)),
  ),
  connect: os.profile.connect.handler(async ({ input: { provider }, context: { account } }) => {
    const page = unwrap(await account.connectInBrowser(provider));
    return { page: page.href };
  }),
  disconnect: os.profile.disconnect.handler(({ input: { id }, context }) =>
    changed(context, (identity) => identity.disconnect(id)),
  ),
  startAuthenticator: os.profile.startAuthenticator.handler(({ context }) =>
    asked(context, (identity) => identity.startAuthenticator()),
  ),
  confirmAuthenticator: os.profile.confirmAuthenticator.handler(async ({ input: { code }, context }) => {
    const { backupCodes } = await asked(context, (identity) => identity.confirmAuthenticator(code));
    // The codes are shown once: they are not lost because the account could not be asked again.
    await context.account.refresh();
    return { backupCodes: [...backupCodes] };
  }),
  removeAuthenticator: os.profile.removeAuthenticator.handler(({ context }) =>
    changed(context, (identity) => identity.removeAuthenticator()),
  ),
  renewBackupCodes: os.profile.renewBackupCodes.handler(async ({ context }) => {
    const { backupCodes } = await asked(context, (identity) => identity.renewBackupCodes());
    return { backupCodes: [...backupCodes] };
  }),
  startProof: os.profile.startProof.handler(async ({ context }) =>
    proofOf(await asked(context, (identity) => identity.startProof())),
  ),
  sendProofCode: os.profile.sendProofCode.handler(async ({ context }) =>
    proofOf(await asked(context, (identity) => identity.sendProofCode())),
  ),
  attemptProof: os.profile.attemptProof.handler(async ({ input: { factor, secret }, context }) =>
    proofOf(await asked(context, (identity) => identity.attemptProof(factor, secret))),
  ),
};
