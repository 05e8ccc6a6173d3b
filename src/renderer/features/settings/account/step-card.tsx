import type { ReactNode } from 'react';
import { useStudio } from '../../../state/studio-context.ts';
import { Button } from '../../../ui/button.tsx';
import { useAccountWords } from '../../../words/account-words.ts';
import { Refusal } from './refusal.tsx';
import type { Attempt } from './use-attempt.ts';

/** One step of the way in: what is asked for, how to go on, and how to go back. */
export function StepCard({
  title,
  attempt,
  canGoOn,
  onNext,
  otherWay,
  children,
}: {
  readonly title: string;
  readonly attempt: Attempt;
  readonly canGoOn: boolean;
  readonly onNext: () => Promise<unknown>;
  readonly otherWay?: ReactNode;
  readonly children: ReactNode;
}) {
  const words = useAccountWords();
  const { client } = useStudio();
  return (
    <form
      aria-label={title}
      className="flex w-100 max-w-full flex-col gap-3 rounded-outer border border-line bg-panel p-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (canGoOn && attempt.busy === null) void attempt.run('next', onNext);
      }}
    >
      <h3 className="text-lg font-medium break-words text-text">{title}</h3>
      {children}
      <Refusal words={attempt.refusal} />
      <div className="flex flex-wrap items-center gap-2">
        <Button
          type="submit"
          variant="primary"
          busy={attempt.busy === 'next'}
          disabled={!canGoOn || attempt.busy !== null}
        >
          {words.next}
        </Button>
        {otherWay}
        <span className="flex-1" />
        <Button variant="quiet" onClick={() => void attempt.run('back', () => client.account.cancel())}>
          {words.back}
        </Button>
      </div>
    </form>
  );
}
