import { useState } from 'react';
import type { Profile } from '../../../../contract/profile.ts';
import { useStudio } from '../../../state/studio-context.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { StateDot } from '../../../ui/state-dot.tsx';
import { useProfileWords } from '../../../words/account-words.ts';
import { Group } from '../section.tsx';
import { AuthenticatorDialog } from './authenticator-dialog.tsx';
import { BackupCodes } from './backup-codes.tsx';
import { useProve } from './proof-provider.tsx';
import { Refusal } from './refusal.tsx';
import { useAttempt } from './use-attempt.ts';

/** The second factor: whether there is one, how it is set up, the codes to put aside, and how it goes. */
export function Protection({
  profile,
  email,
  onChanged,
}: {
  readonly profile: Profile;
  readonly email: string;
  readonly onChanged: () => void;
}) {
  const words = useProfileWords();
  const { client } = useStudio();
  const prove = useProve();
  const { busy, refusal, run } = useAttempt();
  const [told, setTold] = useState<{ readonly secret: string; readonly uri: string } | null>(null);
  const [asksOff, setAsksOff] = useState(false);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const { hasAuthenticator, hasBackupCodes } = profile;
  const setUp = async (): Promise<void> => setTold(await prove(() => client.profile.startAuthenticator()));
  const turnOff = async (): Promise<void> => {
    await prove(() => client.profile.removeAuthenticator());
    onChanged();
  };
  const renew = async (): Promise<void> => {
    const { backupCodes } = await prove(() => client.profile.renewBackupCodes());
    setCodes(backupCodes);
    onChanged();
  };
  return (
    <Group title={words.second.title}>
      <div className="flex flex-col items-start gap-2">
        <StateDot
          withWords
          wraps
          state={hasAuthenticator ? 'done' : 'none'}
          label={hasAuthenticator ? words.second.on : words.second.off}
        />
        {hasAuthenticator ? (
          <p className="text-base text-muted">{hasBackupCodes ? words.backup.there : words.backup.none}</p>
        ) : null}
        <div className="flex flex-wrap gap-2">
          {hasAuthenticator ? (
            <>
              <Button busy={busy === 'renew'} onClick={() => void run('renew', renew)}>
                {hasBackupCodes ? words.backup.renew : words.backup.make}
              </Button>
              <Button variant="danger" busy={busy === 'off'} onClick={() => setAsksOff(true)}>
                {words.second.turnOff}
              </Button>
            </>
          ) : (
            <Button busy={busy === 'set up'} onClick={() => void run('set up', setUp)}>
              {words.second.setUp}
            </Button>
          )}
        </div>
        <Refusal words={refusal} />
      </div>
      {told === null ? null : (
        <AuthenticatorDialog
          told={told}
          email={email}
          onEnd={() => {
            setTold(null);
            onChanged();
          }}
        />
      )}
      {asksOff ? (
        <Dialog
          open
          onOpenChange={setAsksOff}
          size="small"
          title={words.second.offTitle}
          description={words.second.offText}
          actions={
            <>
              <Button onClick={() => setAsksOff(false)}>{words.proof.cancel}</Button>
              <Button
                variant="danger"
                onClick={() => {
                  setAsksOff(false);
                  void run('off', turnOff);
                }}
              >
                {words.second.turnOff}
              </Button>
            </>
          }
        />
      ) : null}
      {codes === null ? null : (
        <Dialog
          open
          onOpenChange={() => setCodes(null)}
          title={words.backup.title}
          actions={
            <Button variant="primary" onClick={() => setCodes(null)}>
              {words.backup.done}
            </Button>
          }
        >
          <BackupCodes codes={codes} email={email} />
        </Dialog>
      )}
    </Group>
  );
}
