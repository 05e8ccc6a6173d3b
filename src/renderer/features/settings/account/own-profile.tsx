import { useCallback } from 'react';
import type { AccountState, SignedInPerson } from '../../../../contract/account.ts';
import { useStudio } from '../../../state/studio-context.ts';
import { Waiting } from '../section.tsx';
import { useAsked } from '../use-asked.ts';
import { AddressList } from './address-list.tsx';
import { ConnectedList } from './connected-list.tsx';
import { nameOf } from './name-of.ts';
import { PasswordForm } from './password-form.tsx';
import { PersonPicture } from './person-picture.tsx';
import { Protection } from './protection.tsx';

/** What belongs to the account beside the name. Asked anew whenever the account was changed, here or elsewhere. */
export function OwnProfile({
  account,
  signedIn,
}: {
  readonly account: AccountState;
  readonly signedIn: SignedInPerson;
}) {
  const { client } = useStudio();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another state of the account, another profile
  const ask = useCallback(() => client.profile.read(), [client, account]);
  const { asked, again } = useAsked(ask);
  const { email } = signedIn.person;
  return (
    <Waiting asked={asked} again={again} rows={3}>
      {(profile) => (
        <>
          <PersonPicture name={nameOf(signedIn.person)} hasPicture={profile.hasPicture} onChanged={again} />
          <AddressList addresses={profile.addresses} onChanged={again} />
          <PasswordForm hasPassword={profile.hasPassword} onChanged={again} />
          <Protection profile={profile} email={email} onChanged={again} />
          <ConnectedList connected={profile.connected} onChanged={again} />
        </>
      )}
    </Waiting>
  );
}
