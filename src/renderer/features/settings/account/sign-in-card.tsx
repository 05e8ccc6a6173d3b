import { useState } from 'react';
import type { AccountState, OAuthProvider } from '../../../../contract/account.ts';
import { useStudio } from '../../../state/studio-context.ts';
import { Button } from '../../../ui/button.tsx';
import { Checkbox } from '../../../ui/checkbox.tsx';
import { Segmented } from '../../../ui/segmented.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { useAccountWords } from '../../../words/account-words.ts';
import { Refusal } from './refusal.tsx';
import { useAttempt } from './use-attempt.ts';

const providers: readonly OAuthProvider[] = ['google', 'github'];

/** The beginning of the way in: by an account elsewhere, by an address, or with a new account. */
export function SignInCard({ account }: { readonly account: AccountState }) {
  const words = useAccountWords();
  const { client } = useStudio();
  const attempt = useAttempt();
  const [way, setWay] = useState<'signIn' | 'signUp'>('signIn');
  const [email, setEmail] = useState('');
  const [firstName, setFirstName] = useState('');
  const [lastName, setLastName] = useState('');
  const [password, setPassword] = useState('');
  const [keepInFile, setKeepInFile] = useState(false);
  const isNew = way === 'signUp';

  const goOn = async (): Promise<void> => {
    if (isNew) {
      await client.account.startSignUp({
        ...{ email, firstName, lastName, keepInFile },
        password: password === '' ? null : password,
      });
      setPassword('');
      return;
    }
    const { step } = await client.account.startSignIn({ email, keepInFile });
    // Where there is no other way, nobody has to ask for the code.
    if (step?.kind === 'first-factor' && !step.factors.includes('password')) await client.account.sendCode();
  };
  const goElsewhere = async (provider: OAuthProvider): Promise<void> => {
    const { step } = await client.account.startInBrowser({ provider, keepInFile });
    if (step?.kind === 'browser') window.open(step.page, '_blank', 'noreferrer');
  };
  return (
    <form
      aria-label={words[way]}
      className="flex w-100 max-w-full flex-col gap-3 rounded-outer border border-line bg-panel p-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (email.trim() !== '' && attempt.busy === null) void attempt.run('next', goOn);
      }}
    >
      <Segmented
        label={words.way}
        className="self-start"
        value={way}
        options={[
          { value: 'signIn', label: words.signIn },
          { value: 'signUp', label: words.signUp },
        ]}
        onChange={setWay}
      />
      <div className="grid grid-cols-2 gap-2">
        {providers.map((provider) => (
          <Button
            key={provider}
            busy={attempt.busy === provider}
            disabled={attempt.busy !== null}
            onClick={() => void attempt.run(provider, () => goElsewhere(provider))}
          >
            {words.withProvider[provider]}
          </Button>
        ))}
      </div>
      <p className="flex items-center gap-2 text-sm text-muted before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
        {words.orByMail}
      </p>
      {isNew ? (
        <div className="grid grid-cols-2 gap-2">
          <TextField
            label={words.firstName}
            autoComplete="given-name"
            value={firstName}
            onChange={setFirstName}
          />
          <TextField
            label={words.lastName}
            autoComplete="family-name"
            value={lastName}
            onChange={setLastName}
          />
        </div>
      ) : null}
      <TextField
        label={words.email}
        type="email"
        autoComplete="username"
        spellCheck={false}
        value={email}
        onChange={setEmail}
      />
      {isNew ? (
        <TextField
          label={words.newPassword}
          hint={words.newPasswordHint}
          type="password"
          autoComplete="new-password"
          value={password}
          onChange={setPassword}
        />
      ) : null}
      {account.mayUseFile ? (
        <Checkbox
          label={words.keepInFile}
          hint={words.keepInFileHint}
          checked={keepInFile}
          onChange={setKeepInFile}
        />
      ) : null}
      <Refusal words={attempt.refusal} />
      <Button
        type="submit"
        variant="primary"
        busy={attempt.busy === 'next'}
        disabled={email.trim() === '' || attempt.busy !== null}
      >
        {isNew ? words.create : words.next}
      </Button>
    </form>
  );
}
