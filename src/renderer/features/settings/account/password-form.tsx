import { useState } from 'react';
import { useStatusLine } from '../../../actions/status-line.ts';
import { useStudio } from '../../../state/studio-context.ts';
import { Button } from '../../../ui/button.tsx';
import { Checkbox } from '../../../ui/checkbox.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { useAccountWords, useProfileWords } from '../../../words/account-words.ts';
import { Group } from '../section.tsx';
import { useProve } from './proof-provider.tsx';
import { Refusal } from './refusal.tsx';
import { useAttempt } from './use-attempt.ts';

/** The password: set where there is none, changed by the old one where there is. */
export function PasswordForm({
  hasPassword,
  onChanged,
}: {
  readonly hasPassword: boolean;
  readonly onChanged: () => void;
}) {
  const words = useProfileWords().password;
  const [asks, setAsks] = useState(false);
  return (
    <Group title={words.title}>
      <div className="flex items-center gap-3">
        <p className="min-w-0 flex-1 text-base text-muted">{hasPassword ? words.there : words.none}</p>
        <Button onClick={() => setAsks(true)}>{hasPassword ? words.change : words.set}</Button>
      </div>
      {asks ? (
        <PasswordDialog
          hasPassword={hasPassword}
          onEnd={(changed) => {
            setAsks(false);
            if (changed) onChanged();
          }}
        />
      ) : null}
    </Group>
  );
}

function PasswordDialog({
  hasPassword,
  onEnd,
}: {
  readonly hasPassword: boolean;
  readonly onEnd: (changed: boolean) => void;
}) {
  const all = useProfileWords();
  const words = all.password;
  const chosen = useAccountWords();
  const status = useStatusLine();
  const { client } = useStudio();
  const prove = useProve();
  const { busy, refusal, run } = useAttempt();
  const [current, setCurrent] = useState('');
  const [password, setPassword] = useState('');
  const [endOtherSessions, setEndOtherSessions] = useState(true);
  const isWhole = password !== '' && (!hasPassword || current !== '');
  const change = (): void => {
    if (!isWhole || busy !== null) return;
    void run('change', async () => {
      const wish = { current: hasPassword ? current : null, password, endOtherSessions };
      await prove(() => client.profile.changePassword(wish));
      status.say(words.changed);
      onEnd(true);
    });
  };
  return (
    <Dialog
      open
      onOpenChange={() => onEnd(false)}
      size="small"
      title={hasPassword ? words.change : words.set}
      onSubmit={change}
      actions={
        <>
          <Button onClick={() => onEnd(false)}>{all.proof.cancel}</Button>
          <Button type="submit" variant="primary" busy={busy === 'change'} disabled={!isWhole}>
            {words.save}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        {hasPassword ? (
          <TextField
            label={words.current}
            type="password"
            autoComplete="current-password"
            value={current}
            onChange={setCurrent}
          />
        ) : null}
        <TextField
          label={chosen.chosenPassword}
          hint={chosen.chosenPasswordHint}
          type="password"
          autoComplete="new-password"
          value={password}
          onChange={setPassword}
        />
        <Checkbox
          label={chosen.endOtherSessions}
          hint={chosen.endOtherSessionsHint}
          checked={endOtherSessions}
          onChange={setEndOtherSessions}
        />
        <Refusal words={refusal} />
      </div>
    </Dialog>
  );
}
