import type { AccountState, SignedInPerson } from '../../../../contract/account.ts';
import { useCall } from '../../../actions/use-edit.ts';
import { useStudio } from '../../../state/studio-context.ts';
import { Badge } from '../../../ui/badge.tsx';
import { Button } from '../../../ui/button.tsx';
import { StateDot } from '../../../ui/state-dot.tsx';
import { useAccountWords } from '../../../words/account-words.ts';
import { useFormats, useInterpret } from '../../../words/use-words.ts';
import { DeviceList } from './device-list.tsx';
import { Initials } from './initials.tsx';
import { NameForm } from './name-form.tsx';
import { nameOf } from './name-of.ts';
import { Organisations } from './organisations.tsx';
import { OwnProfile } from './own-profile.tsx';
import { ProofProvider } from './proof-provider.tsx';
import { ServiceAccount } from './service-account.tsx';
import { useAttempt } from './use-attempt.ts';

/** Whoever is signed in: name, plan, devices, organisations, and the way out. */
export function SignedIn({
  account,
  signedIn,
}: {
  readonly account: AccountState;
  readonly signedIn: SignedInPerson;
}) {
  const words = useAccountWords();
  const formats = useFormats();
  const interpret = useInterpret();
  const { client } = useStudio();
  const call = useCall();
  const { busy, run } = useAttempt();
  const { person, plan } = signedIn;
  // All of the rest is asked of the service, and changed there.
  const isOffline = account.offlineSinceMs !== null;
  return (
    <ProofProvider>
      <div className="flex items-center gap-3">
        <Initials name={nameOf(person)} />
        <div className="min-w-0 flex-1">
          <p className="flex items-center gap-2 text-lg font-medium text-text">
            <span className="truncate">{nameOf(person)}</span>
            <Badge>{words.plan[plan]}</Badge>
          </p>
          <p className="selectable truncate text-base text-muted">{person.email}</p>
        </div>
        <Button
          busy={busy === 'out'}
          onClick={() =>
            void run('out', () =>
              call(
                () => client.account.signOut(),
                () => words.signedOut,
              ),
            )
          }
        >
          {words.signOut}
        </Button>
      </div>
      {account.message === null ? null : (
        <p role="status" className="text-base text-text">
          {interpret(account.message)}
        </p>
      )}
      {account.offlineSinceMs === null ? null : (
        <div role="status" className="flex items-start gap-2">
          <span className="min-w-0 flex-1">
            <StateDot
              withWords
              wraps
              state="offline"
              label={words.offline(formats.time(account.offlineSinceMs))}
            />
          </span>
          <Button
            size="small"
            busy={busy === 'try'}
            onClick={() => void run('try', () => client.account.refresh())}
          >
            {words.tryNow}
          </Button>
        </div>
      )}
      <p className="text-base text-muted">
        {account.kept === null ? null : words.kept[account.kept]}{' '}
        {person.hasSecondFactor ? words.secondOn : null}
      </p>
      {isOffline ? null : (
        <>
          <NameForm key={`${person.firstName} ${person.lastName}`} person={person} />
          <OwnProfile account={account} signedIn={signedIn} />
          <DeviceList />
          <Organisations signedIn={signedIn} />
          <ServiceAccount key={signedIn.organisationId} signedIn={signedIn} />
        </>
      )}
    </ProofProvider>
  );
}
