import { useMemo, useState } from 'react';
import type { Commission } from '../../../../contract/commissions.ts';
import type { ShotId, TakeId } from '../../../../domain/kernel/ids.ts';
import { useCommissionOffer } from '../../../actions/use-commission-offer.ts';
import { useRow } from '../../../state/project-context.ts';
import { useShotFacts } from '../../../state/use-shots.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { OfferTerms } from '../../../ui/offer-terms.tsx';
import { Segmented } from '../../../ui/segmented.tsx';
import { useWords } from '../../../words/use-words.ts';
import { useTakeName } from './take-name.ts';

/** How much larger, by which model, at which price. */
export function EnlargeDialog({
  shotId,
  takeId,
  onClose,
}: {
  readonly shotId: ShotId;
  readonly takeId: TakeId;
  readonly onClose: () => void;
}) {
  const words = useWords('remaking');
  const facts = useShotFacts(shotId);
  const take = useRow('take', takeId);
  const nameOf = useTakeName();
  const [factor, setFactor] = useState<'2' | '4'>('2');
  const commission = useMemo(
    (): Commission => ({ what: 'upscale', takeIds: [takeId], factor: Number(factor) }),
    [takeId, factor],
  );
  const offer = useCommissionOffer(commission, words.enlarge.verb);
  if (facts === null || take === null) return null;
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={words.enlarge.title(nameOf(facts.takes, take))}
      description={words.enlarge.text}
      onSubmit={() => void offer.start().then((begun) => begun !== null && onClose())}
      actions={
        <>
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button type="submit" variant="primary" disabled={!offer.isReady}>
            {offer.label}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        <div className="flex items-center justify-between gap-2">
          <span className="text-sm text-muted">{words.enlarge.factor}</span>
          <Segmented
            label={words.enlarge.factor}
            value={factor}
            options={[
              { value: '2', label: words.enlarge.times(2) },
              { value: '4', label: words.enlarge.times(4) },
            ]}
            onChange={setFactor}
          />
        </div>
        <OfferTerms terms={offer.terms} problem={offer.problem} />
      </div>
    </Dialog>
  );
}
