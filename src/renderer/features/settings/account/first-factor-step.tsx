import { useEffect, useRef, useState } from 'react';
import type { AccountStep } from '../../../../contract/account.ts';
import { useStudio } from '../../../state/studio-context.ts';
import { Button } from '../../../ui/button.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { useAccountWords } from '../../../words/account-words.ts';
import { StepCard } from './step-card.tsx';
import { useAttempt } from './use-attempt.ts';

type Step = Extract<AccountStep, { kind: 'first-factor' | 'verify-email' | 'reset-code' }>;

/** A password, or the code that went to the address: of a sign-in, of a new account, or where the password was forgotten. */
export function FirstFactorStep({ step }: { readonly step: Step }) {
  const words = useAccountWords();
  const { client } = useStudio();
  const attempt = useAttempt();
  const codeWasSent = step.kind !== 'first-factor' || step.codeSent;
  const hasPassword = step.kind === 'first-factor' && step.factors.includes('password');
  const mayHaveCode = step.kind !== 'first-factor' || step.factors.includes('email-code');
  const mayReset = step.kind === 'first-factor' && step.mayReset;
  const [wantsPassword, setWantsPassword] = useState(hasPassword && !codeWasSent);
  const [typed, setTyped] = useState('');
  const [sentAgain, setSentAgain] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const byPassword = wantsPassword || !codeWasSent;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the field is another one with each way
  useEffect(() => {
    field.current?.focus();
  }, [byPassword]);

  const choose = (password: boolean): void => {
    setTyped('');
    setSentAgain(false);
    setWantsPassword(password);
  };
  const send = async (again: boolean): Promise<void> => {
    const sent = await attempt.run('send', () => client.account.sendCode());
    if (!sent) return;
    choose(false);
    setSentAgain(again);
  };
  const title = byPassword ? words.passwordTitle(step.identifier) : words.codeTitle(step.identifier);
  return (
    <StepCard
      title={title}
      attempt={attempt}
      canGoOn={typed.trim() !== ''}
      onNext={() =>
        byPassword
          ? client.account.attemptPassword({ password: typed })
          : client.account.attemptCode({ code: typed })
      }
      otherWay={
        byPassword ? (
          <>
            {mayHaveCode ? (
              <Button busy={attempt.busy === 'send'} onClick={() => void send(false)}>
                {words.codeInstead}
              </Button>
            ) : null}
            {mayReset ? (
              <Button
                variant="quiet"
                busy={attempt.busy === 'forgot'}
                onClick={() => void attempt.run('forgot', () => client.account.startReset())}
              >
                {words.forgot}
              </Button>
            ) : null}
          </>
        ) : (
          <>
            <Button busy={attempt.busy === 'send'} onClick={() => void send(true)}>
              {words.sendAgain}
            </Button>
            {hasPassword ? (
              <Button variant="quiet" onClick={() => choose(true)}>
                {words.passwordInstead}
              </Button>
            ) : null}
          </>
        )
      }
    >
      {byPassword ? (
        <TextField
          key="password"
          ref={field}
          label={words.password}
          type="password"
          autoComplete="current-password"
          value={typed}
          onChange={setTyped}
        />
      ) : (
        <TextField
          key="code"
          ref={field}
          label={words.code}
          inputMode="numeric"
          autoComplete="one-time-code"
          spellCheck={false}
          value={typed}
          onChange={setTyped}
        />
      )}
      <p role="status" className="text-base text-muted empty:hidden">
        {sentAgain ? words.sentAgain : step.kind === 'reset-code' ? words.resetText : null}
      </p>
    </StepCard>
  );
}
