import { RefreshCw } from 'lucide-react';
import { useMemo } from 'react';
import { isUnderWay, type ShotFacts } from '../../../state/shot-facts.ts';
import { Button } from '../../../ui/button.tsx';
import { StateDot } from '../../../ui/state-dot.tsx';
import { useFormats, useWords } from '../../../words/use-words.ts';
import { useGeneration } from '../generating/use-generation.ts';
import { useRefreshPrice } from '../generating/use-refresh-price.ts';

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
  const { now, price, later, dated, isNothing } = useRefreshPrice(shotIds);
  const which = [
    ...(still !== null && !currency.still ? [shots.take.still] : []),
    ...(clip !== null && !currency.clip ? [shots.take.clip] : []),
  ];
  const canStart = now !== null && now.stills + now.clips > 0;
  return (
    <div className="flex flex-col gap-2 rounded-inner bg-raised p-2 text-sm">
      <StateDot state="stale" label={words.changed(formats.list(which))} withWords />
      {isNothing ? null : (
        <Button
          size="small"
          wraps
          icon={RefreshCw}
          className="self-start"
          disabled={!isReady || !canStart}
          onClick={() => start(shotIds, false, now?.costUsdMicros ?? null)}
        >
          {now === null ? words.verb : words.this(price)}
        </Button>
      )}
      {later === null && dated === null ? null : (
        <p className="text-xs text-faint tabular-nums">
          {[later, dated].filter((part) => part !== null).join(' ')}
        </p>
      )}
    </div>
  );
}
