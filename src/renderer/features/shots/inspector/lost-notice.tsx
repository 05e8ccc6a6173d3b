import { RefreshCw } from 'lucide-react';
import { useMemo } from 'react';
import { usePutBack } from '../../../actions/use-put-back.ts';
import { isLostFile, type ShotFacts } from '../../../state/shot-facts.ts';
import { Button } from '../../../ui/button.tsx';
import { StateDot } from '../../../ui/state-dot.tsx';
import { usePlaceWords } from '../../../words/place-words.ts';
import { useFormats, useWords } from '../../../words/use-words.ts';
import { usePrice } from '../generating/generate-button.tsx';
import { useEstimate } from '../generating/use-estimate.ts';
import { useGeneration } from '../generating/use-generation.ts';

/** That the file of a chosen take is gone or damaged, with what brings it back. */
export function LostNotice({ facts }: { readonly facts: ShotFacts }) {
  const words = useWords('shots');
  const places = usePlaceWords();
  const putBack = usePutBack();
  const formats = useFormats();
  const { isReady, start, wants } = useGeneration();
  const { shot, still, clip, absence } = facts;
  const shotIds = useMemo(() => [shot.id], [shot.id]);
  const estimate = useEstimate(shotIds);
  const price = usePrice(estimate);
  const away = isLostFile(absence.clip) ? absence.clip : isLostFile(absence.still) ? absence.still : null;
  if (away === null) return null;
  const { why } = away;
  const lost = away === absence.clip ? clip : still;
  const isMade = lost?.jobId !== null && wants(facts);
  return (
    <div role="alert" className="flex flex-col gap-2 rounded-inner bg-bad-soft p-2 text-sm">
      <StateDot state="offline" label={words.state.lost} withWords />
      <p className="text-text">
        {away.place === 'provider' ? places.provider(formats.date(away.untilMs ?? 0)) : words.lost[why]}{' '}
        {isMade ? words.lost.made : words.lost.own}
      </p>
      {isMade ? (
        <Button
          size="small"
          icon={RefreshCw}
          className="self-start"
          disabled={!isReady || estimate === null}
          onClick={() => start(shotIds, false, estimate?.costUsdMicros ?? null)}
        >
          {words.lost.action(price)}
        </Button>
      ) : null}
      <Button size="small" variant="quiet" className="self-start" onClick={() => putBack(away.assetId)}>
        {places.choose}
      </Button>
    </div>
  );
}
