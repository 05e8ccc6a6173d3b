import { useEffect, useRef, useState } from 'react';
import { useStudio } from '../../../state/studio-context.ts';
import { Checkbox } from '../../../ui/checkbox.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { useAccountWords } from '../../../words/account-words.ts';
import { StepCard } from './step-card.tsx';
import { useAttempt } from './use-attempt.ts';

/** Another password in place of one that was forgotten, or may not be used any more. */
export function NewPasswordStep({ identifier }: { readonly identifier: string }) {
  const words = useAccountWords();
  const { client } = useStudio();
  const attempt = useAttempt();
  const [password, setPassword] = useState('');
  const [endOtherSessions, setEndOtherSessions] = useState(true);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    field.current?.focus();
  }, []);
  return (
    <StepCard
      title={words.newPasswordTitle(identifier)}
      attempt={attempt}
      canGoOn={password !== ''}
      onNext={() => client.account.setNewPassword({ password, endOtherSessions })}
    >
      <TextField
        ref={field}
        label={words.chosenPassword}
        hint={words.chosenPasswordHint}
        type="password"
        autoComplete="new-password"
        value={password}
        onChange={setPassword}
      />
      <Checkbox
        label={words.endOtherSessions}
        hint={words.endOtherSessionsHint}
        checked={endOtherSessions}
        onChange={setEndOtherSessions}
      />
    </StepCard>
  );
}
