import type { CommissionPrice } from '../../../actions/use-commission-price.ts';
import { useStudio } from '../../../state/studio-context.ts';
import { Button } from '../../../ui/button.tsx';
import { useInterpret, useWords } from '../../../words/use-words.ts';

/** Why nothing has a price, and the way to where that is put right. */
export function PriceProblem({ price: { fault } }: { readonly price: CommissionPrice }) {
  const words = useWords('sound');
  const interpret = useInterpret();
  const { navigate } = useStudio();
  if (fault === null) return null;
  const isKey = fault.code.startsWith('provider.');
  return (
    <div
      className="mb-2 flex items-start gap-2 rounded-inner bg-info-soft p-2 text-sm text-text"
      role="alert"
    >
      <span className="min-w-0 flex-1 break-words">{interpret(fault.message)}</span>
      {isKey ? (
        <Button size="small" onClick={() => navigate({ at: 'settings', sheet: 'keys' })}>
          {words.openSettings}
        </Button>
      ) : null}
    </div>
  );
}
