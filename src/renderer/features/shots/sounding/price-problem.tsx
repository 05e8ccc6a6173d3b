import type { CommissionPrice } from '../../../actions/use-commission-price.ts';
import { useStudio } from '../../../state/studio-context.ts';
import { Button } from '../../../ui/button.tsx';
import { useInterpret, useWords } from '../../../words/use-words.ts';
import { QueueButton } from './queue-button.tsx';

/** Why nothing has a price, or what is not sent by itself, and the way to where that is put right. */
export function PriceProblem({ price: { fault, estimate } }: { readonly price: CommissionPrice }) {
  const words = useWords('sound');
  const interpret = useInterpret();
  const { navigate } = useStudio();
  const ended = estimate?.lines.filter(({ state }) => state === 'ended').length ?? 0;
  if (fault === null && ended === 0) return null;
  const isKey = fault?.code.startsWith('provider.') === true;
  return (
    <div
      className="mb-2 flex items-center gap-2 rounded-inner bg-info-soft p-2 text-sm text-text"
      role="alert"
    >
      <span className="min-w-0 flex-1 break-words">
        {fault === null ? words.ended(ended) : interpret(fault.message)}
      </span>
      {isKey ? (
        <Button size="small" onClick={() => navigate({ at: 'settings', sheet: 'keys' })}>
          {words.openSettings}
        </Button>
      ) : null}
      {fault === null ? <QueueButton /> : null}
    </div>
  );
}
