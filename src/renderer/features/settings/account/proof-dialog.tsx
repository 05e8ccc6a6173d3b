import { useEffect, useRef, useState } from 'react';
import type { ProofFactor, ProofStep } from '../../../../contract/profile.ts';
import { useStudio } from '../../../state/studio-context.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Segmented } from '../../../ui/segmented.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { useProfileWords } from '../../../words/account-words.ts';
import { Refusal } from './refusal.tsx';
import { useAttempt } from './use-attempt.ts';

type FactorStep = Extract<ProofStep, { kind: 'factor' }>;

/** Asks who signed in to prove that it is still them, in one of the ways that they have. */
export function ProofDialog({ onEnd }: { readonly onEnd: (proved: boolean) => void }) {
  const words = useProfileWords().proof;
  const { client } = useStudio();
  const attempt = useAttempt();
  const { run } = attempt;
  const [step, setStep] = useState<FactorStep | null>(null);
  const [factor, setFactor] = useState<ProofFactor | null>(null);
  const [secret, setSecret] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const take = (next: ProofStep): void => {
    setSecret('');
    if (next.kind === 'done') onEnd(true);
    else setStep(next);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: begun once, when the question is asked
  useEffect(() => {
    void run('start', async () => take(await client.profile.startProof()));
  }, [client, run]);
  const chosen = factor ?? step?.factors[0] ?? null;
  const mustSend = chosen === 'email-code' && step?.codeSent !== true;
  useEffect(() => {
    if (chosen !== null && !mustSend) field.current?.focus();
  }, [chosen, mustSend]);
  const send = (): Promise<boolean> => run('send', async () => take(await client.profile.sendProofCode()));
  const goOn = (): void => {
    if (chosen === null || secret === '' || attempt.busy !== null) return;
    void run('next', async () => take(await client.profile.attemptProof({ factor: chosen, secret })));
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => (open ? undefined : onEnd(false))}
      title={words.title}
      description={words.text}
      size="small"
      onSubmit={goOn}
      actions={
        <>
          <Button onClick={() => onEnd(false)}>{words.cancel}</Button>
          <Button
            type="submit"
            variant="primary"
            busy={attempt.busy === 'next'}
            disabled={chosen === null || mustSend || secret === '' || attempt.busy !== null}
          >
            {words.prove}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        {step === null ? (
          attempt.refusal === null ? (
            <Skeleton className="h-12 w-full" />
          ) : null
        ) : chosen === null ? (
          <p className="text-base text-text">{words.noWay}</p>
        ) : (
          <>
            {step.factors.length > 1 ? (
              <Segmented
                className="self-start"
                label={words.way}
                value={chosen}
                options={step.factors.map((value) => ({ value, label: words.factors[value] }))}
                onChange={(next) => {
                  setFactor(next);
                  setSecret('');
                }}
              />
            ) : null}
            {mustSend ? (
              <Button className="self-start" busy={attempt.busy === 'send'} onClick={() => void send()}>
                {words.sendCode}
              </Button>
            ) : (
              <TextField
                key={chosen}
                ref={field}
                label={words.fields[chosen]}
                type={chosen === 'password' ? 'password' : 'text'}
                inputMode={chosen === 'authenticator' || chosen === 'email-code' ? 'numeric' : 'text'}
                autoComplete={chosen === 'password' ? 'current-password' : 'one-time-code'}
                spellCheck={false}
                value={secret}
                onChange={setSecret}
              />
            )}
          </>
        )}
        <Refusal words={attempt.refusal} />
      </div>
    </Dialog>
  );
}
