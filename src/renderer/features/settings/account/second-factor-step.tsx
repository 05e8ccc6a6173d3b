import { useEffect, useRef, useState } from 'react';
import type { AccountStep } from '../../../../contract/account.ts';
import { useStudio } from '../../../state/studio-context.ts';
import { Segmented } from '../../../ui/segmented.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { useAccountWords } from '../../../words/account-words.ts';
import { StepCard } from './step-card.tsx';
import { useAttempt } from './use-attempt.ts';

type Factors = Extract<AccountStep, { kind: 'second-factor' }>['factors'];

/** What an authenticator shows, or one of the codes that were put aside. */
export function SecondFactorStep({ factors }: { readonly factors: Factors }) {
  const words = useAccountWords();
  const { client } = useStudio();
  const attempt = useAttempt();
  const [factor, setFactor] = useState(factors[0] ?? 'authenticator');
  const [code, setCode] = useState('');
  const field = useRef<HTMLInputElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the other factor asks for something else
  useEffect(() => {
    field.current?.focus();
  }, [factor]);
  return (
    <StepCard
      title={words.secondTitle}
      attempt={attempt}
      canGoOn={code.trim() !== ''}
      onNext={() => client.account.attemptSecondFactor({ factor, code })}
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
        inputMode={factor === 'authenticator' ? 'numeric' : 'text'}
        autoComplete="one-time-code"
        spellCheck={false}
        value={code}
        onChange={setCode}
      />
    </StepCard>
  );
}
