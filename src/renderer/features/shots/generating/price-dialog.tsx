import { useState } from 'react';
import type { PriceElsewhere } from '../../../../contract/jobs.ts';
import type { ShotId } from '../../../../domain/kernel/ids.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { useFormats, useWords } from '../../../words/use-words.ts';
import { usePrice } from './generate-button.tsx';
import { MadeElsewhere } from './made-elsewhere.tsx';
import { ShotPrices } from './shot-prices.tsx';
import { useEstimate } from './use-estimate.ts';
import { useGeneration } from './use-generation.ts';

/** What a key would have bought, with its price on the button. */
export function PriceDialog({
  shotIds,
  again,
  onClose,
}: {
  readonly shotIds: readonly ShotId[] | null;
  readonly again: boolean;
  readonly onClose: () => void;
}) {
  const words = useWords('generating');
  const formats = useFormats();
  const { start } = useGeneration();
  const [payAgain, setPayAgain] = useState(false);
  const [elsewhere, setElsewhere] = useState<readonly PriceElsewhere[]>([]);
  const estimate = useEstimate(shotIds, { again, perShot: true, payAgain });
  // With all of them asked for nothing is left out any more; what it was stays on the screen.
  const leftOut = payAgain ? undefined : estimate?.elsewhere;
  if (leftOut !== undefined && leftOut !== elsewhere) setElsewhere(leftOut);
  const price = usePrice(estimate);
  const nothing = estimate !== null && estimate.stills + estimate.clips === 0;
  const go = (): void => {
    if (estimate === null || nothing) return;
    onClose();
    start(shotIds, again, estimate.costUsdMicros, payAgain);
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={words.price.title}
      description={nothing && elsewhere.length === 0 ? words.generateNothing : words.price.text}
      onSubmit={go}
      actions={
        <>
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button type="submit" variant="primary" disabled={estimate === null || nothing}>
            {estimate === null ? words.pricing : words.generateAll(estimate.stills, estimate.clips, price)}
          </Button>
        </>
      }
    >
      {elsewhere.length === 0 ? null : (
        <MadeElsewhere lines={elsewhere} payAgain={payAgain} onPayAgain={setPayAgain} />
      )}
      {estimate === null ? null : (
        <ul className="selectable flex flex-col gap-1 text-sm text-muted">
          {estimate.lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      {estimate?.pricedAtMs ? (
        <p className="mt-1 text-sm text-faint tabular-nums">
          {words.price.dated(formats.date(estimate.pricedAtMs), formats.time(estimate.pricedAtMs))}
        </p>
      ) : null}
      {estimate?.shots === undefined || estimate.shots.length === 0 ? null : (
        <div className="mt-3">
          <h3 className="mb-1 text-sm font-medium text-muted">{words.price.perShot}</h3>
          <ShotPrices prices={estimate.shots} />
        </div>
      )}
    </Dialog>
  );
}
