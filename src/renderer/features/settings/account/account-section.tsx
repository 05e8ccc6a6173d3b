import { lazy, Suspense } from 'react';
import { useStudioState } from '../../../state/studio-context.ts';
import { useAccountWords } from '../../../words/account-words.ts';
import { useInterpret, useWords } from '../../../words/use-words.ts';
import { Section } from '../section.tsx';
import { BrowserStep } from './browser-step.tsx';
import { FirstFactorStep } from './first-factor-step.tsx';
import { NewPasswordStep } from './new-password-step.tsx';
import { OwnDatabase } from './own-database.tsx';
import { SecondFactorStep } from './second-factor-step.tsx';
import { SignInCard } from './sign-in-card.tsx';
import { SignedIn } from './signed-in.tsx';
import { useAccount } from './use-account.ts';

const FilmsAtService = lazy(async () => ({
  default: (await import('./films-at-service.tsx')).FilmsAtService,
}));

/** Signing in, and who is signed in. Nothing else of the studio asks for it. */
export function AccountSection() {
  const title = useWords('settings').sections.account;
  const words = useAccountWords();
  const interpret = useInterpret();
  const account = useAccount();
  const hasService = useStudioState(({ sync }) => sync?.hasService ?? false);
  const films = hasService ? (
    <Suspense fallback={null}>
      <FilmsAtService signedIn={account?.signedIn ?? null} />
    </Suspense>
  ) : null;
  if (account?.signedIn) {
    return (
      <Section title={title}>
        <SignedIn account={account} signedIn={account.signedIn} />
        {films}
        <OwnDatabase />
      </Section>
    );
  }
  const step = account?.step ?? null;
  return (
    <Section title={title} text={words.intro}>
      {account?.message ? (
        <p role="status" className="max-w-150 text-base text-text">
          {interpret(account.message)}
        </p>
      ) : null}
      {account === null ? null : !account.available ? (
        <p className="max-w-150 text-base text-text">{words.unavailable}</p>
      ) : step === null ? (
        <SignInCard account={account} />
      ) : step.kind === 'browser' ? (
        <BrowserStep step={step} />
      ) : step.kind === 'second-factor' ? (
        <SecondFactorStep step={step} />
      ) : step.kind === 'new-password' ? (
        <NewPasswordStep identifier={step.identifier} />
      ) : (
        <FirstFactorStep key={step.kind} step={step} />
      )}
      {step === null ? (
        <>
          <OwnDatabase />
          {films}
        </>
      ) : null}
    </Section>
  );
}
