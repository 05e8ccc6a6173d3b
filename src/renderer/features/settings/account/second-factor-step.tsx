import { useEffect, useRef, useState } from 'react';
import type { AccountStep } from '../../../../contract/account.ts';
import { useStudio } from '../../../state/studio-context.ts';
import { Button } from '../../../ui/button.tsx';
import { Segmented } from '../../../ui/segmented.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { useAccountWords } from '../../../words/account-words.ts';
import { StepCard } from './step-card.tsx';
import { useAttempt } from './use-attempt.ts';

type Step = Extract<AccountStep, { kind: 'second-factor' }>;

/** What an authenticator shows, one of the codes that were put aside, or a code by mail for a device that is new. */
export function SecondFactorStep({ step: { factors, codeSent } }: { readonly step: Step }) {
  const words = useAccountWords();
  const { client } = useStudio();
  const attempt = useAttempt();
  const [factor, setFactor] = useState(factors[0] ?? 'authenticator');
  const [code, setCode] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const mustSend = factor === 'email-code' && !codeSent;
  const send = (): Promise<boolean> => attempt.run('send', () => client.account.sendCode());
  // biome-ignore lint/correctness/useExhaustiveDependencies: the other factor asks for something else
  useEffect(() => {
    field.current?.focus();
  }, [factor]);
  return (
    <StepCard
      title={words.secondTitle}
      attempt={attempt}
      canGoOn={code.trim() !== '' && !mustSend}
      onNext={() => client.account.attemptSecondFactor({ factor, code })}
      otherWay={
        factor === 'email-code' ? (
          <Button busy={attempt.busy === 'send'} onClick={() => void send()}>
            {codeSent ? words.sendAgain : words.sendCode}
          </Button>
        ) : null
      }
    >
      {factors.length > 1 ? (
        <Segmented
          className="self-start"
          label={words.secondTitle}
          value={factor}
          options={factors.map((value) => ({ value, label: words.second[value] }))}
          onChange={(next) => {
            setFactor(next);
            setCode('');
          }}
        />
      ) : null}
      <TextField
        ref={field}
        label={words.code}
        hint={words.secondHint[factor]}
        inputMode={factor === 'backup-code' ? 'text' : 'numeric'}
        autoComplete="one-time-code"
        spellCheck={false}
        value={code}
        onChange={setCode}
      />
    </StepCard>
  );
}
