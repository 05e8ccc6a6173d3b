import { useEffect, useRef, useState } from 'react';
import { useStudio } from '../../../state/studio-context.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { useProfileWords } from '../../../words/account-words.ts';
import { BackupCodes } from './backup-codes.tsx';
import { useProve } from './proof-provider.tsx';
import { QrCode } from './qr-code/qr-code.tsx';
import { Refusal } from './refusal.tsx';
import { useAttempt } from './use-attempt.ts';

/** In groups of four, as one reads it out. */
const inGroups = (secret: string): string => secret.match(/.{1,4}/g)?.join(' ') ?? secret;

/** Sets an authenticator up: its secret as a picture and as letters, its first code, then the codes to put aside. */
export function AuthenticatorDialog({
  told,
  email,
  onEnd,
}: {
  /** What the authenticator is told. */
  readonly told: { readonly secret: string; readonly uri: string };
  readonly email: string;
  readonly onEnd: () => void;
}) {
  const all = useProfileWords();
  const words = all.authenticator;
  const { client } = useStudio();
  const prove = useProve();
  const attempt = useAttempt();
  const [backupCodes, setBackupCodes] = useState<readonly string[] | null>(null);
  const [code, setCode] = useState('');
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    field.current?.focus();
  }, []);
  const confirm = (): void => {
    if (code.trim() === '' || attempt.busy !== null) return;
    void attempt.run('confirm', async () => {
      const confirmed = await prove(() => client.profile.confirmAuthenticator({ code: code.trim() }));
      if (confirmed.backupCodes.length === 0) onEnd();
      else setBackupCodes(confirmed.backupCodes);
    });
  };
  const isOn = backupCodes !== null;
  return (
    <Dialog
      open
      onOpenChange={(open) => (open ? undefined : onEnd())}
      title={isOn ? words.onTitle : words.title}
      onSubmit={isOn ? onEnd : confirm}
      actions={
        isOn ? (
          <Button type="submit" variant="primary">
            {all.backup.done}
          </Button>
        ) : (
          <>
            <Button onClick={onEnd}>{words.cancel}</Button>
            <Button
              type="submit"
              variant="primary"
              busy={attempt.busy === 'confirm'}
              disabled={code.trim() === '' || attempt.busy !== null}
            >
              {words.turnOn}
            </Button>
          </>
        )
      }
    >
      {isOn ? (
        <BackupCodes codes={backupCodes} email={email} />
      ) : (
        <div className="flex flex-col gap-3">
          <div className="flex flex-wrap gap-4">
            <QrCode text={told.uri} label={words.picture} />
            <div className="flex min-w-0 flex-1 flex-col gap-3">
              <p className="text-base text-text">{words.scan}</p>
              <p className="text-base text-muted">{words.byHand}</p>
              <p className="selectable font-mono text-base break-words text-text">{inGroups(told.secret)}</p>
            </div>
          </div>
          <TextField
            ref={field}
            label={words.code}
            hint={words.codeHint}
            inputMode="numeric"
            autoComplete="one-time-code"
            spellCheck={false}
            value={code}
            onChange={setCode}
          />
          <Refusal words={attempt.refusal} />
        </div>
      )}
    </Dialog>
  );
}
