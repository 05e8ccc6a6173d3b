import { ExternalLink } from 'lucide-react';
import type { AccountStep } from '../../../../contract/account.ts';
import { useStudio } from '../../../state/studio-context.ts';
import { Button } from '../../../ui/button.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { Spinner } from '../../../ui/spinner.tsx';
import { useAccountWords } from '../../../words/account-words.ts';
import { Refusal } from './refusal.tsx';
import { useAttempt } from './use-attempt.ts';

/** While somebody signs in elsewhere. The studio listens for the browser's return; nothing is asked here. */
export function BrowserStep({ step }: { readonly step: Extract<AccountStep, { kind: 'browser' }> }) {
  const words = useAccountWords();
  const { client } = useStudio();
  const attempt = useAttempt();
  return (
    <div className="flex w-100 max-w-full flex-col gap-3 rounded-outer border border-line bg-panel p-4">
      <h3 className="flex items-center gap-2 text-lg font-medium text-text">
        <Spinner />
        {words.browserTitle[step.provider]}
      </h3>
      <p role="status" className="text-base text-muted">
        {words.browserText}
      </p>
      <a
        href={step.page}
        target="_blank"
        rel="noreferrer"
        className="inline-flex items-center gap-1.5 self-start text-base text-accent-text hover:underline"
      >
        {words.openAgain}
        <Icon of={ExternalLink} size={12} />
      </a>
      <Refusal words={attempt.refusal} />
      <Button className="self-start" onClick={() => void attempt.run('back', () => client.account.cancel())}>
        {words.cancel}
      </Button>
    </div>
  );
}
