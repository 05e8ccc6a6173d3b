import { RefreshCw } from 'lucide-react';
import { useMemo } from 'react';
import { isUnderWay, type ShotFacts } from '../../../state/shot-facts.ts';
import { Button } from '../../../ui/button.tsx';
import { StateDot } from '../../../ui/state-dot.tsx';
import { useFormats, useWords } from '../../../words/use-words.ts';
import { usePrice } from '../generating/generate-button.tsx';
import { useEstimate } from '../generating/use-estimate.ts';
import { useGeneration } from '../generating/use-generation.ts';

/** That the shot was changed after its takes were made: which of them, and what making them anew costs. */
export function OutdatedNotice({ facts }: { readonly facts: ShotFacts }) {
  return facts.outdated && !isUnderWay(facts.state) ? <PricedNotice facts={facts} /> : null;
}

function PricedNotice({ facts }: { readonly facts: ShotFacts }) {
  const words = useWords('takes').refresh;
  const shots = useWords('shots');
  const formats = useFormats();
  const { isReady, start } = useGeneration();
  const { shot, still, clip, currency } = facts;
  const shotIds = useMemo(() => [shot.id], [shot.id]);
  const estimate = useEstimate(shotIds);
  const price = usePrice(estimate);
  const which = [
    ...(still !== null && !currency.still ? [shots.take.still] : []),
    ...(clip !== null && !currency.clip ? [shots.take.clip] : []),
  ];
  const makes = estimate !== null && estimate.stills + estimate.clips > 0;
  const pricedAtMs = estimate?.pricedAtMs ?? null;
  return (
    <div className="flex flex-col gap-2 rounded-inner bg-raised p-2 text-sm">
      <StateDot state="stale" label={words.changed(formats.list(which))} withWords />
      {makes ? (
        <Button
          size="small"
          icon={RefreshCw}
          className="self-start"
          disabled={!isReady}
          onClick={() => start(shotIds, false, estimate.costUsdMicros)}
        >
          {words.this(price)}
        </Button>
      ) : null}
      {makes && pricedAtMs !== null ? (
        <p className="text-xs text-faint tabular-nums">
          {shots.price.dated(formats.date(pricedAtMs), formats.time(pricedAtMs))}
        </p>
      ) : null}
    </div>
  );
}
